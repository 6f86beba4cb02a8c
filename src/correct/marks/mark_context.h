// How likely each mark is between two words, and how likely a capital behind it, from the words around.
//
// A multinomial logistic regression (Berger, Della Pietra and Della Pietra 1996): every word that stands before or
// behind a place, and how far the next marks are, adds its weight to each mark. Learned from prose by `emend train
// marks`; the file is a table of whole numbers (docs/formats/marks.md). Read-only after construction, so any number of
// threads may use one object.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "correct/marks/gaps.h"
#include "correct/marks/mark.h"

namespace emend::correct {

// Kinds of words that are told apart although the table does not list them; their ids come before those of words.
enum class WordClass : std::uint8_t {
  kEdge,         // no word: the paragraph begins or ends
  kNumber,       // 1842
  kMixed,        // 4th
  kInitial,      // one capital letter, other than A and I
  kCapitalA,     // an article or an initial
  kAllCapitals,  // a word of a heading, or an abbreviation
  kCapitalised,  // a name
  kEndsInS,      // small letters from here on
  kEndsInEd,
  kEndsInIng,
  kEndsInLy,
  kOther,
};
inline constexpr std::size_t kWordClasses = 12;
inline constexpr std::array<std::string_view, kWordClasses> kWordClassNames = {
    "<edge>",        "<number>", "<mixed>", "<initial>", "<a>",   "<capitals>",
    "<capitalised>", "<…s>",     "<…ed>",   "<…ing>",    "<…ly>", "<other>"};

// Where a weight comes from: the two words before the place, the two behind it, and how many words away the nearest
// marks are.
enum class Place : std::uint8_t { kBefore2, kBefore, kAfter, kAfter2, kSinceMark, kSinceStop, kUntilMark, kUntilStop };
inline constexpr std::size_t kPlaces = 8;
inline constexpr std::size_t kWordPlaces = 4;
inline constexpr std::array<std::string_view, kPlaces> kPlaceNames = {
    "before2", "before", "after", "after2", "since-mark", "since-stop", "until-mark", "until-stop"};
// Distances are told apart up to a point; the last bucket is everything farther.
inline constexpr std::size_t kDistances = 10;
std::size_t distance_bucket(std::size_t words);

using WordNumber = std::uint32_t;  // a class or a word of the table

// What stands around a place, by Place: numbers of words, then buckets.
using MarkFeatures = std::array<WordNumber, kPlaces>;

// The casing of a word inside a sentence, and whether a point belongs to it.
struct WordHabits {
  double capital = 0.5;     // share of capitals where no sentence begins, 0 to 1
  double abbreviation = 0;  // share of the points behind it that end no sentence, 0 to 1
  bool is_cased = false;    // the share of capitals is known
};

class MarkContext {
 public:
  // Weights of one word or bucket, in thousandths of a natural logarithm; that of Mark::kNone is always 0.
  using Weights = PerMark<std::int16_t>;

  struct Table {
    std::vector<std::string> words;  // different ones, in the order of their numbers, behind the classes
    std::vector<WordHabits> habits;  // of the classes, then of the words
    std::array<std::vector<Weights>, kPlaces> weights;  // [place][number], words of a place that has fewer weigh 0
    Weights always{};
    PerMark<double> capital_after{};  // share of capitals that only the mark explains, 0 to 1
  };

  explicit MarkContext(Table table);
  // Error: kUnreadable, which names the line; `subject` names the file.
  static Result<MarkContext> parse(std::string_view text, const std::string& subject);
  // What parse() reads; `origin` becomes its remarks.
  std::string to_text(std::string_view origin) const;

  WordNumber number_of(std::string_view text, const MarkedWord& word) const;
  bool is_listed(WordNumber number) const { return number >= kWordClasses; }
  const WordHabits& habits(WordNumber number) const { return table_.habits[number]; }

  // Of every word.
  std::vector<WordNumber> numbers_of(std::string_view text, const MarkedText& marked) const;
  // For every gap of a stretch of the text what stands around it. `numbers` are those of all words.
  static std::vector<MarkFeatures> features_of(const std::vector<WordNumber>& numbers, const MarkedText& marked,
                                               Stretch stretch);
  // The same of the whole text.
  std::vector<MarkFeatures> features_of(std::string_view text, const MarkedText& marked) const;
  // Probabilities that sum to 1.
  PerMark<float> probabilities(const MarkFeatures& features) const;
  // Of a capital behind the mark, 0 to 1. `before` and `after` are the words on its sides.
  double capital_probability(Mark mark, WordNumber before, WordNumber after) const;

  const Table& table() const { return table_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  Table table_;
  std::unordered_map<std::string, WordNumber, Hash, std::equal_to<>> numbers_;
};

}  // namespace emend::correct
