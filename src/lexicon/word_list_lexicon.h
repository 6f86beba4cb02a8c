// A list that people wrote: the words of the world, of a project or of one document.
//
//   # names of the Kazan committee      a comment, up to the end of the line
//   Shingaryov                          a word
//   !tbe                                not a word, whatever a dictionary says
//   tbe -> the                          not a word, and what was meant; several, best first, with commas
//
// A lower-case entry speaks for the capitalised and the upper-case form too, a capitalised one for the upper-case form.
// The last line about a word counts. Threads: read-only after construction.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace emend::lexicon {

class WordListLexicon final : public Lexicon {
 public:
  // `source` names the list in answers ("project words"), `subject` in errors.
  // Error: kUnreadable (a line with "->" that lacks a side, a "!" without a word, white space inside a word).
  static Result<WordListLexicon> parse(std::string_view text, std::string source, const std::string& subject);
  // Errors: those of read_file and of parse; kUnreadable where the file is not UTF-8.
  static Result<WordListLexicon> read(const std::filesystem::path& path, std::string source);

  Answer look_up(std::string_view word) const override;

 private:
  WordListLexicon() = default;

  struct Entry {
    Verdict verdict = Verdict::kWord;
    std::vector<std::string> better;
  };
  std::string source_;
  std::unordered_map<std::string, Entry> entries_;  // by plain_form
};

}  // namespace emend::lexicon
