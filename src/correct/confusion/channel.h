// A confusion model made ready for searching: the cost of each step from what is seen to what was meant.
//
// Costs are natural logarithms of probabilities, with the sign turned: 0 is certain. What was meant is written in
// lower case, as the vocabulary writes it; which rows apply depends on the casing of the word around.
// Read-only after construction, so any number of threads may use it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "correct/confusion/confusion_model.h"

namespace emend::correct {

// Where in a word, and in what word, a letter is meant.
enum class LetterCase : std::uint8_t {
  kSmall,    // inside a word of small letters
  kInitial,  // a capital that begins one
  kCapital,  // inside a word of capitals
};

// How badly a word is damaged. Errors come in heaps: where a letter is misread its neighbours often are, too, and in
// ways that no table has.
struct Damage {
  double times = 1;                // so many times the confusions of the model
  double unseen = 1e-4;            // probability of any one confusion that the model does not have
  double unseen_capital = 2.7e-4;  // capitals are rare in what models are trained on, so more is possible
  double right = 0.97;             // probability of a letter that is as it was meant
};

class Channel {
 public:
  explicit Channel(const ConfusionModel& model, const Damage& damage = {});

  // Several characters for one, one for several, and the like. `meant` is in lower case.
  struct Run {
    std::uint8_t seen_bytes = 0;
    std::string meant;
    float cost = 0;
  };
  // The costs of one character that is seen.
  struct Row {
    std::array<float, 128> cost{};      // by the ASCII letter that was meant
    float nothing = 0;                  // nothing was meant
    float unseen = 0;                   // of the letters that are not listed
    std::vector<unsigned char> listed;  // letters that cost less
  };

  // `seen` is one code point.
  const Row& row(LetterCase letters, std::string_view seen) const;
  // Nothing is seen where this ASCII letter was meant.
  float lost(LetterCase letters, unsigned char meant) const {
    return lost_[static_cast<std::size_t>(letters)].cost[meant];
  }
  // The same as a row: `listed` are the letters that are lost more often than any.
  const Row& lost(LetterCase letters) const { return lost_[static_cast<std::size_t>(letters)]; }
  // Runs that begin with the code point of `seen`; empty where there are none. Compare `seen` to the end yourself.
  const std::vector<std::pair<std::string, Run>>& runs(LetterCase letters, std::string_view seen) const;

  // Whatever costs less is in the model.
  float most_listed_cost() const { return most_listed_cost_; }
  // A space that is seen and was not meant; one that was meant and is not seen.
  float space_nothing() const { return space_nothing_; }
  float space_lost() const { return space_lost_; }

 private:
  struct Table {
    Row unseen;  // for characters that the model never saw
    std::array<Row, 128> ascii;
    std::unordered_map<std::string, Row> rows;  // of other characters
    std::array<std::vector<std::pair<std::string, Run>>, 128> ascii_runs;
    std::unordered_map<std::string, std::vector<std::pair<std::string, Run>>> runs;
  };
  void add(LetterCase letters, const Confusion& confusion, const std::string& meant, float cost);
  void list_letters();

  Damage damage_;
  std::array<Table, 3> tables_;
  std::array<Row, 3> lost_{};
  std::vector<std::pair<std::string, Run>> no_runs_;
  float most_listed_cost_ = 0;
  float space_nothing_ = 0;
  float space_lost_ = 0;
};

}  // namespace emend::correct
