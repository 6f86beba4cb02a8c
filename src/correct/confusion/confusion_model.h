// What an engine makes of a letter: how often a short run of characters that was meant comes out as another.
//
// The noisy channel of the decoder. `train confusions` counts these from aligned texts; for each document the counts
// are re-estimated from its own confident corrections (adapted()). A file is a table of text, see
// docs/formats/confusions.md. Plain values; read-only use from any number of threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::correct {

// Runs of at most this many code points are confused with each other.
inline constexpr std::size_t kLongestConfusion = 3;

// `seen` stands in the text `count` times where `meant` was meant, of `of` times that it was meant. Both are UTF-8 of
// 0 to 3 code points, casing counts, and they differ. An empty `meant` is meant between any two characters.
struct Confusion {
  std::string seen;
  std::string meant;
  double count = 0;
  double of = 0;

  double probability() const { return count / of; }
};

class ConfusionModel {
 public:
  ConfusionModel() = default;
  // Sorted by `meant`, then by `seen`; of doubles the counts are added.
  explicit ConfusionModel(std::vector<Confusion> confusions);

  // Error: kUnreadable, with the line; `subject` names the file.
  static Result<ConfusionModel> parse(std::string_view text, const std::string& subject);
  // The table as text, below `origin`, a remark for people (lines of it begin with "# " in the file).
  std::string to_text(std::string_view origin) const;

  const std::vector<Confusion>& confusions() const { return confusions_; }

  // This model as a prior for one document of `own_characters`, in which `own` was found; their `of` does not count.
  // The prior is worth a text of `prior_characters`. How often a run is meant is taken to be the same everywhere.
  ConfusionModel adapted(const std::vector<Confusion>& own, double own_characters, double prior_characters) const;

  // Of how many places the prior was counted: those of an empty `meant`. 0 where that was never confused.
  double places() const;

 private:
  std::vector<Confusion> confusions_;
};

}  // namespace emend::correct
