#include "base/json.h"

#include <string>

#include <gtest/gtest.h>

namespace emend {
namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(ParseJson, WhatIsNotJsonIsAnErrorThatNamesTheFile) {
  const std::string cases[] = {
      "", "{", "{\"a\":1,}", "[1] [2]", "nul", "\"\xff\"", "1e999", "[\"\\ud800\"]", std::string("[1,\0]", 5)};
  for (const std::string& text : cases) {
    const auto json = parse_json(text, "some.json");
    ASSERT_FALSE(json) << text;
    EXPECT_EQ(json.error().kind, ErrorKind::kUnreadable) << text;
    EXPECT_EQ(json.error().subject, "some.json");
  }
}

TEST(ParseJson, NestingHasALimit) {
  EXPECT_TRUE(parse_json(nested(64), "x"));
  EXPECT_FALSE(parse_json(nested(65), "x"));
  EXPECT_FALSE(parse_json(std::string(5'000'000, '['), "x")) << "and no stack overflow";
}

TEST(ParseJson, BracketsInStringsAreNoNesting) {
  EXPECT_TRUE(parse_json('"' + std::string(200, '[') + '"', "x"));
  EXPECT_TRUE(parse_json(R"(["\")" + std::string(200, '{') + R"(\\"])", "x"));
  EXPECT_FALSE(parse_json(R"(["\\",)" + std::string(200, '[') + std::string(200, ']') + "]", "x"))
      << "the string ends before the brackets";
}

TEST(ToLine, KeepsTheOrderOfKeysAndIsOneLine) {
  Json json;
  json["zebra"] = "two\nlines";
  json["ant"] = 1;
  EXPECT_EQ(to_line(json), R"({"zebra":"two\nlines","ant":1})");
}

TEST(ToLine, BrokenUtf8IsReplaced) { EXPECT_EQ(to_line(Json("a\xff")), "\"a\xEF\xBF\xBD\""); }

TEST(ToDocument, CanBeReadAgain) {
  const auto json = parse_json(R"({"a": [1, 0.1, "ü", null, true], "b": {}})", "x");
  ASSERT_TRUE(json);
  const std::string document = to_document(*json);
  EXPECT_EQ(document.back(), '\n');
  EXPECT_EQ(parse_json(document, "x").value(), *json);
}

}  // namespace
}  // namespace emend
