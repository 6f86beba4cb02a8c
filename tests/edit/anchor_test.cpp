#include "edit/anchor.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::edit {
namespace {

Edit replacing(const std::string& raw, const std::string& before, const std::string& after, std::size_t from = 0) {
  Edit edit;
  const std::size_t begin = raw.find(before, from);
  edit.span = {begin, begin + before.size()};
  edit.before = before;
  edit.after = after;
  edit.rule = "some-rule";
  return edit;
}

std::string key_of(const std::string& raw, const std::string& before, const std::string& after) {
  return anchor_keys(raw, {replacing(raw, before, after)}).at(0);
}

const std::string kText = "The meeting of the committee began. | asked comrades to be seated, and they sat down.\n";

TEST(AnchorKeys, AreSixteenHexadecimalDigits) {
  const std::string key = key_of(kText, "|", "I");
  EXPECT_EQ(key.size(), 16u);
  EXPECT_EQ(key.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(AnchorKeys, DoNotDependOnWhereTheTextStands) {
  const std::string key = key_of(kText, "|", "I");
  const std::string moved[] = {
      "A preface of some length, on lines of its own, which was not there before.\n\n" + kText,
      kText + "And a postscript.\n",
      "The meeting of the\ncommittee began. | asked\ncomrades to be\nseated, and they sat down.\n",  // wrapped anew
      "The  meeting of the committee began . | asked comrades , to be seated and they sat down\n",   // spaced and
                                                                                                     // pointed anew
  };
  for (const std::string& text : moved) EXPECT_EQ(key_of(text, "|", "I"), key) << text;
}

TEST(AnchorKeys, DependOnContentAndContext) {
  const std::string key = key_of(kText, "|", "I");
  EXPECT_NE(key_of(kText, "|", "l"), key) << "another repair";
  EXPECT_NE(key_of(kText, "| ", "I "), key) << "another range";
  EXPECT_NE(key_of("The meeting of the committee ended. | asked comrades to be seated, and they sat down.\n", "|", "I"),
            key);
  EXPECT_NE(
      key_of("The meeting of the committee began. | asked delegates to be seated, and they sat down.\n", "|", "I"),
      key);
}

TEST(AnchorKeys, NeitherRuleNorWordingTakesPart) {
  Edit edit = replacing(kText, "|", "I");
  const std::string key = anchor_keys(kText, {edit}).at(0);
  edit.rule = "renamed-rule";
  edit.reason = "said otherwise";
  edit.probability = 0.5;
  edit.evidence.push_back({"dictionary", "a sentence", 1});
  EXPECT_EQ(anchor_keys(kText, {edit}).at(0), key);
}

TEST(AnchorKeys, EqualPlacesAreToldApartByTheirOrder) {
  std::string raw;
  std::vector<Edit> edits;
  for (int i = 0; i < 50; ++i) {
    raw += "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";
    edits.push_back(replacing(raw, "|", "I", raw.size() - 40));
  }
  const std::vector<std::string> keys = anchor_keys(raw, edits);
  EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
}

TEST(AnchorKeys, TheSeparatorCannotBeForged) {
  // "a" -> "b" between x and y, and texts that try to look the same.
  const std::string key = key_of("x a y", "a", "b");
  EXPECT_NE(key_of("x a y", "a", "b\x1fx"), key);
}

TEST(AnchorKeys, BrokenUtf8AndTheEndsOfTheTextDoNoHarm) {
  for (const std::string raw : {"\xff|\xc3", "|", "\xf0\x9f|\x98"}) EXPECT_EQ(key_of(raw, "|", "I").size(), 16u);
  EXPECT_TRUE(anchor_keys("", {}).empty());
}

}  // namespace
}  // namespace emend::edit
