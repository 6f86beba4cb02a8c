// The standard stack of lexicons: word lists, the document's own words, dictionaries. Used by pipeline and tests.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace emend::lexicon {

using Lexicons = std::vector<std::unique_ptr<Lexicon>>;

// Every field may be empty; an empty one contributes nothing.
struct LexiconOptions {
  std::string languages = "eng";  // as Tesseract names them, joined by "+"
  // Where dictionaries lie, searched after those of the environment variable DICPATH.
  std::vector<std::filesystem::path> dictionary_folders = {"/usr/share/hunspell", "/usr/share/myspell/dicts"};
  // Files of words, see word_list_lexicon.h. The nearer scope wins: document, project, world.
  std::vector<std::filesystem::path> document_word_lists;
  std::vector<std::filesystem::path> project_word_lists;
  std::vector<std::filesystem::path> world_word_lists;
  std::string_view document_text;  // its repeated words count as words; read only during the call
};

// Errors: kMissing (a dictionary or list is not there), kUnreadable (a list has a bad line).
Result<std::unique_ptr<Lexicon>> make_lexicon(const LexiconOptions& options);

// Dictionaries take a tenth of a second to load and serve any number of documents: load them once with
// make_lexicon, then put each document's own words on top. `base` must outlive the result.
std::unique_ptr<Lexicon> with_document_words(std::string_view document_text, const Lexicon& base);

}  // namespace emend::lexicon
