#include "lexicon/document_lexicon.h"

#include "lexicon/make_lexicon.h"
#include "lexicon/word_form.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace emend::lexicon {
namespace {

// A single letter that repeats is an initial, a list mark or dirt, and says nothing.
constexpr std::size_t kFewestLetters = 2;

}  // namespace

DocumentLexicon::DocumentLexicon(std::string_view text, std::size_t occurrences_of_a_word)
    : occurrences_of_a_word_(occurrences_of_a_word) {
  for (const text::Token& token : text::tokenise(text)) {
    const std::string_view word = token.span.of(text);
    if (token.kind != text::TokenKind::kWord || word.size() > kLongestWordBytes) continue;
    if (text::count_code_points(word) >= kFewestLetters) ++counts_[plain_form(word)];
  }
}

std::size_t DocumentLexicon::count(std::string_view word) const {
  const auto found = counts_.find(plain_form(word));
  return found == counts_.end() ? 0 : found->second;
}

Answer DocumentLexicon::look_up(std::string_view word) const {
  if (count(word) < occurrences_of_a_word_) return {};
  return {Verdict::kWord, {}, kDocumentSource};
}

Result<Lexicons> open_document_lexicons(const LexiconOptions& options) {
  Lexicons lexicons;
  if (!options.document_text.empty()) lexicons.push_back(std::make_unique<DocumentLexicon>(options.document_text));
  return lexicons;
}

}  // namespace emend::lexicon
