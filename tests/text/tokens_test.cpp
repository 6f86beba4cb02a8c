#include "text/tokens.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::text {
namespace {

// Words as w, numbers as n, mixtures as m, punctuation as p, spaces as _, line breaks as /, each with its text.
std::string shown(std::string_view text) {
  std::string out;
  for (const Token& token : tokenise(text)) {
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::kSpace) {
      out += '_';
      continue;
    }
    if (token.kind == TokenKind::kLineBreak) {
      out += '/';
      continue;
    }
    out += token.kind == TokenKind::kWord     ? "w:"
           : token.kind == TokenKind::kNumber ? "n:"
           : token.kind == TokenKind::kMixed  ? "m:"
                                              : "p:";
    out += token.span.of(text);
  }
  return out;
}

TEST(Tokenise, Table) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"I asked.", "w:I _ w:asked p:."},
      {"don’t petty-bourgeois", "w:don’t _ w:petty-bourgeois"},
      {"flows... 2 The", "w:flows p:... _ n:2 _ w:The"},
      {"1,234.5 in l9l7", "n:1,234.5 _ w:in _ m:l9l7"},
      {"8-hour", "n:8 p:- w:hour"},
      {"a\r\nb\fc", "w:a / w:b / w:c"},
      {"\"Oh,\" --", "p:\" w:Oh p:, p:\" _ p:--"},
      {"rock-", "w:rock p:-"},
      {"naïve e\u0301t", "w:naïve _ w:e\u0301t"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(Tokenise, CoversEveryByte) {
  const std::string text = "odd \xff bytes\xc3( and \u2028 spaces\t\t.";
  std::size_t end = 0;
  for (const Token& token : tokenise(text)) {
    EXPECT_EQ(token.span.begin, end);
    EXPECT_GT(token.span.size(), 0u);
    end = token.span.end;
  }
  EXPECT_EQ(end, text.size());
}

}  // namespace
}  // namespace emend::text
