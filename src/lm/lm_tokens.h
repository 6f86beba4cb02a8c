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
#include "text/tokens.h"

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

// The same one after the other and without their forms, for texts of any size. Borrows the text.
class LmTokenReader {
 public:
  explicit LmTokenReader(std::string_view text) : text_(text), tokens_(text) {}

  // False behind the last one.
  bool next(LmTokenKind& kind, text::Span& span);

 private:
  bool belongs_to_last_word(text::Span mark) const;

  std::string_view text_;
  text::TokenReader tokens_;
  LmTokenKind last_kind_ = LmTokenKind::kBoundary;
  text::Span last_span_;
  // A word or number that waits until the boundary before it is told.
  bool is_waiting_ = false;
  text::Token waiting_;
};

// The word in lower case, in NFC, with plain apostrophes and hyphens and without soft hyphens.
std::string folded_form(std::string_view word);
// The same into a string that is there already.
void fold_form(std::string_view word, std::string& form);

}  // namespace emend::lm
