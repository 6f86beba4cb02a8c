// What a word list or dictionary says of a word.
//
// Four answers, not two, so that several can be stacked: no opinion, a word, not a word, or better candidates
// (a list of known misreadings knows what was meant).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace emend::lexicon {

enum class Verdict {
  kNoOpinion,
  kWord,
  kNotAWord,
  kBetter,  // not a word, and `better` says what it should be
};

struct Answer {
  Verdict verdict = Verdict::kNoOpinion;
  std::vector<std::string> better;  // best first
  std::string source;               // which list or dictionary said so: "en_GB", "project words"
};

// Every implementation is safe to use from several threads at once, and says in its header how.
class Lexicon {
 public:
  virtual ~Lexicon() = default;
  // `word` is UTF-8 without surrounding white space or punctuation; its casing counts.
  virtual Answer look_up(std::string_view word) const = 0;

  bool has(std::string_view word) const { return look_up(word).verdict == Verdict::kWord; }
};

}  // namespace emend::lexicon
