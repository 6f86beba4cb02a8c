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

TEST(ParseJson, WhatIsWrongIsToldWithItsPlaceAndNotInTheWordsOfTheLibrary) {
  const struct {
    std::string text;
    std::string what;
  } cases[] = {
      {"", "there is nothing in it"},
      {" \n\n", "there is nothing in it"},
      {"{", "it ends too early, at column 2"},
      {"{\"a\": [1,\n 2\n", "it ends too early, at line 2, column 3"},
      {"{\"a\":1,}", "'}' has no place at column 8"},
      {"{\n \"ä\": x}\n", "'x' has no place at line 2, column 7"},
      {"[1] [2]", "'[' has no place at column 5"},
      {"nul\n", "it ends too early, at column 4"},
      {"\"\xff\"", "a character that is not ASCII or not UTF-8 has no place at column 2"},
      {"[“a”]", "a character that is not ASCII or not UTF-8 has no place at column 2"},
      {"[\"a\nb\"]", "a line break has no place at line 1, column 4"},
      {std::string("[1,\0]", 5), "a control character has no place at column 4"},
      {"[1e999]", "it has a number that is too large"},
  };
  for (const auto& c : cases) {
    const auto json = parse_json(c.text, "some.json");
    ASSERT_FALSE(json) << c.text;
    EXPECT_EQ(json.error().what, "is not valid JSON: " + c.what) << c.text;
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

// An object that keeps the order of its keys looks for each among those before it: without a limit a file of a few
// megabytes kept a program busy for hours.
TEST(ParseJson, MembersOfAnObjectHaveALimit) {
  const auto object_of = [](int members) {
    std::string text = "{";
    for (int i = 0; i < members; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":\":\"";
    return text + "}";
  };
  EXPECT_TRUE(parse_json(object_of(1000), "x"));
  const auto hostile = parse_json(object_of(1'000'000), "some.json");
  ASSERT_FALSE(hostile);
  EXPECT_EQ(hostile.error().kind, ErrorKind::kUnreadable);
  EXPECT_EQ(hostile.error().subject, "some.json");
  EXPECT_FALSE(parse_json("[[" + object_of(1001) + "]]", "x"));

  std::string many = "[";
  for (int i = 0; i < 5; ++i) many += object_of(900) + ",";
  EXPECT_TRUE(parse_json(many + "{}]", "x")) << "each object is counted by itself";
  EXPECT_TRUE(parse_json(R"({"a":)" + object_of(999) + R"(,"b":)" + object_of(1000) + "}", "x"));
  EXPECT_FALSE(parse_json("]}" + object_of(1001), "x")) << "brackets that close nothing";
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
