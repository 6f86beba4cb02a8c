// A text as words, numbers, punctuation and white space.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::text {

enum class TokenKind : std::uint8_t {
  kWord,         // letters and marks; apostrophes and hyphens between letters belong to it: don't, petty-bourgeois
  kNumber,       // digits; full stops and commas between digits belong to it: 1,234.5
  kMixed,        // letters and digits together: 4th, l9l7
  kPunctuation,  // one mark, or a run of the same mark: "...", "--", "("
  kSpace,        // white space without a line break
  kLineBreak,    // exactly one "\n", "\r\n" or "\f"
};

// Eleven bytes: a text of a megabyte has 400,000.
struct Token {
  NarrowSpan span;
  TokenKind kind = TokenKind::kSpace;
};

// Every byte of the text is in exactly one token.
std::vector<Token> tokenise(std::string_view text);

// The same one after the other, for who needs each only once. Borrows the text.
class TokenReader {
 public:
  explicit TokenReader(std::string_view text) : text_(text) {}

  // False behind the last one.
  bool next(Token& token);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

inline bool is_wordlike(TokenKind kind) {
  return kind == TokenKind::kWord || kind == TokenKind::kNumber || kind == TokenKind::kMixed;
}

}  // namespace emend::text
