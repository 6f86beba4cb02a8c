// A text as words and what stands between them: commas and stops, quotation marks, dirt.
//
// Used by the mark layer on recognised text and by its trainer on true text, so that both see the same thing. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/marks/mark.h"
#include "text/span.h"
#include "text/tokens.h"
#include "text/unicode.h"

namespace emend::correct {

// Words and gaps are small: a text has as many of both as it has words.
struct MarkedWord {
  text::NarrowSpan span;
  text::TokenKind kind = text::TokenKind::kWord;  // a word, a number or a mixture
  text::Casing casing = text::Casing::kNone;
};

// What stands behind a word, up to the next one.
struct MarkGap {
  text::NarrowSpan span;
  Mark mark = Mark::kNone;        // the first of its marks; quotation marks and brackets aside
  bool is_plain : 1 = false;      // the mark where printers set it, white space, and nothing else
  bool is_line_end : 1 = false;   // holds a line break
  bool is_paragraph : 1 = false;  // holds an empty line or a page break, or ends the text
  bool has_quotes : 1 = false;    // quotation marks or brackets
  bool has_hyphen : 1 = false;    // a hyphen that is glued to the word before: a word torn at the line's end
  bool has_dirt : 1 = false;      // anything else
};
static_assert(sizeof(MarkedWord) == 12 && sizeof(MarkGap) == 12);

struct MarkedText {
  std::vector<MarkedWord> words;
  std::vector<MarkGap> gaps;  // gaps[i] follows words[i]
};

// Some thousand words, from the start of a paragraph to the end of one: nothing in it depends on what lies around, so a
// large text need not be looked at as a whole. A text without paragraphs is one stretch.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
// The one that begins with this word, which begins a paragraph.
Stretch stretch_from(const MarkedText& marked, std::size_t begin);

// Longer gaps are rules of dots and torn tables; they count as dirt.
inline constexpr std::size_t kLongestGapBytes = 16;

// `tokens` are those of tokenise(text).
MarkedText marked_text(std::string_view text, const std::vector<text::Token>& tokens);

}  // namespace emend::correct
