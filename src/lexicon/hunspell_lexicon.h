// Hunspell's dictionaries, and the only adapter of hunspell.
//
// One object stands for all dictionaries of the wanted languages: a word that any of them has is a word, one that none
// has is not. (Stacked singly, the first would overrule the others: "labour" is not a word in en_US.)
//
// Threads: hunspell's own objects are not safe to share, not even for look-ups. Each sits behind a mutex, and answers
// are kept in a cache in shards, each with a lock of its own; texts repeat their words, so nearly all questions end
// there.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace emend::lexicon {

// In the order in which dictionaries are looked for: the folders of the environment variable DICPATH (separated by
// ":"), then `folders`.
std::vector<std::filesystem::path> with_dicpath(const std::vector<std::filesystem::path>& folders);

class HunspellLexicon final : public Lexicon {
 public:
  // The dictionaries of `languages` (Tesseract's names, joined by "+"), from the first of with_dicpath(folders)
  // that has each.
  // Errors: kMissing (the hint names the package), kInternal.
  static Result<HunspellLexicon> open(const std::string& languages, const std::vector<std::filesystem::path>& folders);

  HunspellLexicon(HunspellLexicon&&) noexcept;
  ~HunspellLexicon() override;

  // kWord or kNotAWord; kNoOpinion of what is no word at all: nothing, overlong, with control characters or digits
  // only.
  Answer look_up(std::string_view word) const override;

 private:
  struct Dictionaries;
  explicit HunspellLexicon(std::unique_ptr<Dictionaries> dictionaries);
  std::unique_ptr<Dictionaries> dictionaries_;
};

}  // namespace emend::lexicon
