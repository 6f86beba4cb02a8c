// Words that a list of the user, the project or the document calls wrong.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_list_lexicon.h"
#include "pipeline/settings.h"
#include "text/span.h"

namespace emend::check {

struct ListedWord {
  text::Span span;
  std::string meant;   // empty where the list does not say
  std::string source;  // the list
};

class ListedWords {
 public:
  // The lists of the settings. Errors: kMissing, kUnreadable.
  static Result<ListedWords> open(const pipeline::Settings& settings);

  // Words of `text` that a list calls wrong, the lists found beside `document` first. Error: kUnreadable.
  Result<std::vector<ListedWord>> find(std::string_view text, const std::filesystem::path& document,
                                       const pipeline::Settings& settings) const;

 private:
  std::vector<lexicon::WordListLexicon> lists_;
};

}  // namespace emend::check
