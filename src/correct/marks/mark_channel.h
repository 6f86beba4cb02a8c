// How marks and capitals come out of recognition: what is seen, given what was meant.
//
// A table of counts from aligned texts (docs/formats/marks.md). A document's own counts are added to it by whoever
// decodes the document (see mark_decoder.h), so it is a value that may be copied and changed; no thread promises beyond
// those of a plain value.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "correct/marks/mark.h"
#include "correct/marks/stray_marks.h"

namespace emend::correct {

// What was meant: the marks, and apart from other points those that belong to an abbreviation, as printers drop them.
inline constexpr std::size_t kAbbreviationPoint = kMarkCount;
inline constexpr std::size_t kMeantKinds = kMarkCount + 1;
std::string_view name_of_meant(std::size_t kind);

// First letters: a to z, and all others together.
inline constexpr std::size_t kLetters = 27;
std::size_t letter_index(char32_t first_letter);

enum InitialCase : std::size_t { kSmall = 0, kCapital = 1 };

// What became of a stray mark in the truth: gone, put back to its word, or something else.
struct StrayCounts {
  double removed = 0;
  double closed = 0;
  double kept = 0;
};

struct MarkChannel {
  std::array<PerMark<double>, kMeantKinds> marks{};  // [meant][seen], counts
  std::array<std::array<std::array<double, 2>, 2>, kLetters>
      letters{};  // [first letter][meant case][seen case], counts
  std::array<std::array<StrayCounts, kStraySigns>, kStrayShapes> strays{};

  // Error: kUnreadable, which names the line; `subject` names the file.
  static Result<MarkChannel> parse(std::string_view text, const std::string& subject);
  std::string to_text(std::string_view origin) const;
};

// The same as probabilities, smoothed so that nothing is impossible. Rows sum to 1.
struct MarkRates {
  std::array<PerMark<double>, kMeantKinds> marks{};
  std::array<std::array<std::array<double, 2>, 2>, kLetters> letters{};
};
MarkRates rates_of(const MarkChannel& counts);

}  // namespace emend::correct
