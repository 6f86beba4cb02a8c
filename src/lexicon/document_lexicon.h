// What the document itself uses again and again: names, places and spellings that no dictionary has.
//
// A form that stands in it often enough is a word; of all others it has no opinion, for a rare form may be a rare name
// or a misreading. Threads: read-only after construction.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lexicon/lexicon.h"

namespace emend::lexicon {

// Occurrences after which a form is taken for a word. An accidental misreading of one word comes twice in a long
// document, seldom three times in the same form.
inline constexpr std::size_t kOccurrencesOfAWord = 3;

// The source in its answers.
inline constexpr const char* kDocumentSource = "document";

class DocumentLexicon final : public Lexicon {
 public:
  explicit DocumentLexicon(std::string_view text, std::size_t occurrences_of_a_word = kOccurrencesOfAWord);
  Answer look_up(std::string_view word) const override;
  // How often the form stands in the document, with this casing; ’ counts as '.
  std::size_t count(std::string_view word) const;

 private:
  std::unordered_map<std::string, std::size_t> counts_;
  std::size_t occurrences_of_a_word_;
};

}  // namespace emend::lexicon
