// Patterns of paths as .gitignore has them: *, ?, [a-z], **/ and /**.
//
// A pattern is compiled once and asked about many paths. Matching costs at most the product of both lengths, so no
// pattern can hang a run. Pure; safe on any thread. Semantics: gitignore(5).
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace emend::check {

class Glob {
 public:
  // Every text is a pattern: an unclosed bracket stands for itself.
  explicit Glob(std::string_view pattern);

  // Whether the whole of `path` (with / between its parts, none at its ends) matches.
  bool matches(std::string_view path) const;

 private:
  enum class Kind : std::uint8_t {
    kByte,        // this byte
    kOne,         // one character but /
    kSet,         // one byte of a set, never /
    kRun,         // any characters but /
    kFolders,     // nothing, or folders with the / behind them
    kEverything,  // one character or more of any kind
  };
  struct Part {
    Kind kind = Kind::kByte;
    char byte = 0;
    std::bitset<256> set{};
  };

  std::vector<Part> parts_;
};

// Whether the text has a character that means something in a pattern.
bool looks_like_glob(std::string_view text);

}  // namespace emend::check
