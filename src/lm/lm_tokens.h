// A text as the language model sees it: folded words, numbers as one class, sentence boundaries.
//
// Training and decoding both go through here, so that a model is asked about what it was trained on.
// Case is folded because OCR confuses it and another layer restores it. Commas, quotes, dashes and brackets are
// skipped: OCR invents and loses them, and a trigram then reaches over them to the word before. A sentence ends at
// . ! ? … unless the next word begins in lower case or the point belongs to an abbreviation or an initial; a blank
// line ends one too. docs/formats/language-model.md has the figures behind these choices.
//
// Pure functions; broken UTF-8 passes through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::lm {

// Not a word that any text can hold, as "<" is never part of a word.
inline constexpr std::string_view kUnknownForm = "<unk>";
inline constexpr std::string_view kBoundaryForm = "<s>";
inline constexpr std::string_view kNumberForm = "<num>";

enum class LmTokenKind : std::uint8_t {
  kWord,
  kNumber,    // digits only, as 1,234.5; its form is kNumberForm
  kBoundary,  // end of one sentence and start of the next; its form is kBoundaryForm
};

struct LmToken {
  LmTokenKind kind = LmTokenKind::kWord;
  text::Span span;   // the word, the number, or the mark or line break that ends the sentence
  std::string form;  // what LanguageModel::id_of() takes
};

// Never two boundaries in a row and none at the start; a text with any word ends in a boundary.
std::vector<LmToken> lm_tokens(std::string_view text);

// The word in lower case, in NFC, with plain apostrophes and hyphens and without soft hyphens.
std::string folded_form(std::string_view word);

}  // namespace emend::lm
