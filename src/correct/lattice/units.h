// A text as the units of a lattice: words, numbers and sentence borders, and what stands between them.
//
// The units are the tokens of the language model, but for compounds with hyphens that it does not know: each of their
// parts is a unit. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/lattice/form_list.h"
#include "lm/lm_tokens.h"
#include "lm/vocabulary.h"
#include "text/span.h"

namespace emend::correct {

// What is between a unit and the one before it.
enum class Gap : std::uint8_t {
  kWide,         // anything else: the units have nothing to do with each other
  kSpace,        // one space
  kLine,         // one line break and nothing else
  kHyphenBreak,  // a hyphen and one line break, or a hyphen and a space
  kGlued,        // marks only, or nothing
};

struct Unit {
  lm::LmTokenKind kind = lm::LmTokenKind::kWord;
  Gap gap = Gap::kWide;
  bool is_in_capitals = false;  // of a text that is written in capitals here, where they tell nothing
  FormList::Number form = 0;    // as the language model wants it
  text::Span span;
};

// Marks that hardly any text has, glued to a word: remains of letters, or dirt. "»", "^", "}", not "£", not quotes.
// How many bytes of them stand right before and right behind the span.
struct OddMarks {
  std::size_t before = 0;
  std::size_t behind = 0;
};
OddMarks odd_marks(std::string_view text, text::Span span);
// The same with the apostrophes beside them, which may be pieces of the same letter: "}'" is often a "y".
OddMarks odd_marks_with_apostrophes(std::string_view text, text::Span span);

// The forms are added to the list.
std::vector<Unit> units_of(std::string_view text, const lm::Vocabulary& words, FormList& forms);

}  // namespace emend::correct
