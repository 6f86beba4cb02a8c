// Places of a text where a footnote mark may have been misread, and the marks that stand as they should.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "correct/rule_input.h"
#include "text/span.h"

namespace emend::correct {

// Numbers above this are years, quantities and pages.
inline constexpr int kHighestMark = 199;

struct FootnoteMarkCandidate {
  enum class Glyphs {
    kMark,      // "[1]", as it should be
    kBrackets,  // "{1}", "[1", "(1]": brackets misread, the number legible
    kDigits,    // "2": brackets lost
    kSymbol,    // "@", "@l": nothing legible
    kLetter,    // "Z"
  };

  text::Span span;  // what "[n]" replaces, a space before it among it where the mark hangs loose
  Glyphs glyphs = Glyphs::kMark;
  std::optional<int> number;  // as read
  double log_odds = 0;        // that a mark stands here, from the place and the glyphs alone
  bool is_weak = false;       // loose digits behind a word: they help to count, and a person decides
  std::string place;          // for the reason: "behind an ellipsis and before a capital"

  bool is_mark() const { return glyphs == Glyphs::kMark; }
  // Nothing but a footnote mark looks like this here.
  bool is_unmistakable() const { return glyphs == Glyphs::kBrackets && log_odds >= 3; }
};

// In the order of the text, marks among them. One pass over the text.
std::vector<FootnoteMarkCandidate> find_mark_candidates(const RuleInput& input);

}  // namespace emend::correct
