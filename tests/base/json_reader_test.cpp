#include "base/json_reader.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include <gmock/gmock.h>

namespace emend {
namespace {

constexpr std::array<std::string_view, 2> kWords = {"yes", "no"};

// The first complaint after `read` looked at `text`; empty where there is none.
std::string complaint(const std::string& text, const std::function<void(JsonReader&, const Json&)>& read) {
  const Json json = *parse_json(text, "f");
  JsonReader reader("f");
  read(reader, json);
  return reader.failed() ? reader.error().what : "";
}

TEST(JsonReader, NamesTheFirstValueThatIsWrong) {
  using Read = std::function<void(JsonReader&, const Json&)>;
  const Read count = [](JsonReader& r, const Json& j) { r.count(j, "a", 1); };
  const Read number = [](JsonReader& r, const Json& j) { r.number(j, "a", -2, 10); };
  const Read choice = [](JsonReader& r, const Json& j) { r.choice(j, "a", kWords); };
  const Read within = [](JsonReader& r, const Json& j) {
    r.within(j, "a", [&](const Json& inner) { r.text(inner, "b"); });
  };
  const Read each = [](JsonReader& r, const Json& j) {
    r.each(j, "a", true, [&](const Json& item) { r.flag(item, "b", false); });
  };
  struct Case {
    Read read;
    const char* text;
    const char* complaint;
  };
  const Case cases[] = {
      {count, R"({"a":1})", ""},
      {count, R"({"a":9000000000})", ""},
      {count, R"({"a":0})", "a is not a whole number from 1 on"},
      {count, R"({"a":-1})", "a is not a whole number from 1 on"},
      {count, R"({"a":18446744073709551615})", "a is not a whole number from 1 on"},
      {count, R"({"a":"1"})", "a is not a whole number from 1 on"},
      {count, R"({})", "a is missing"},
      {count, R"([])", "the file is not an object"},
      {number, R"({"a":-2})", ""},
      {number, R"({"a":9.5})", ""},
      {number, R"({"a":10.5})", "a is not a number from -2 to 10"},
      {number, R"({"a":null})", "a is not a number from -2 to 10"},
      {choice, R"({"a":"no"})", ""},
      {choice, R"({"a":"No"})", "a is none of the words that it may be"},
      {choice, R"({"a":1})", "a is not a string"},
      {within, R"({"a":{"b":""}})", ""},
      {within, R"({"a":{"b":1}})", "a.b is not a string"},
      {within, R"({"a":7})", "a is not an object"},
      {within, R"({"b":"1"})", "a is missing"},
      {each, R"({"a":[{},{"b":true}]})", ""},
      {each, R"({"a":[{},{"b":1},3]})", "a[1].b is neither true nor false"},
      {each, R"({"a":[{},{},3]})", "a[2] is not an object"},
      {each, R"({"a":{}})", "a is not an array"},
  };
  for (const Case& c : cases) EXPECT_EQ(complaint(c.text, c.read), c.complaint) << c.text;
}

TEST(JsonReader, GivesHarmlessValuesAfterAComplaint) {
  const Json json = *parse_json(R"({"a":5,"b":"no","c":[1,2]})", "f");
  JsonReader reader("f");
  EXPECT_EQ(reader.count(json, "a", 1), 5u);
  EXPECT_EQ(reader.choice(json, "b", kWords), 1u);
  reader.complain("a", "is odd");
  EXPECT_EQ(reader.count(json, "a", 1), 1u);
  EXPECT_EQ(reader.choice(json, "b", kWords), 0u);
  EXPECT_EQ(reader.integers(json, "c", 2, 0, 9), (std::vector<int>{0, 0}));
  EXPECT_EQ(reader.text(json, "b"), "");
  EXPECT_EQ(reader.error().what, "a is odd");
  EXPECT_EQ(reader.error().subject, "f");
}

}  // namespace
}  // namespace emend
