#include "check/config.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace emend::check {
namespace {

using emend::testing::TemporaryFolder;

TEST(Config, EverythingThatAFileMaySay) {
  const auto config = parse_config(
      "lang = \"eng+fra\"\nmin-confidence = 0.5\n[rules]\nselect = [\"misread-word\", \"mojibake\"]\n"
      "[per-file-ignores]\n\"drafts/*\" = [\"misread-word\"]\n[words]\ngood = [\"Kazan\"]\nbad = {tbe = \"the\"}\n"
      "[check]\nexclude = [\"out/\"]\njobs = 2\n[thresholds]\nname-ratio = 5\n",
      "/p/emend.toml");
  ASSERT_TRUE(config) << config.error().what;
  EXPECT_EQ(config->languages, "eng+fra");
  EXPECT_EQ(config->min_confidence, 0.5);
  EXPECT_EQ(config->select->size(), 2u);
  EXPECT_EQ(config->per_file_ignores->at("drafts/*").at(0), "misread-word");
  EXPECT_EQ(config->bad_words->at("tbe"), "the");
  EXPECT_EQ(config->jobs, 2);
  EXPECT_EQ(config->folder, "/p");
  EXPECT_FALSE(config->unsafe_fixes.has_value());
}

TEST(Config, WhatIsWrongIsNamedWithItsLineAndASuggestion) {
  const struct {
    const char* text;
    const char* subject;
    const char* what;
    const char* hint;
  } cases[] = {
      {"\nlangs = \"eng\"\n", "e.toml:2", "'langs' is not a key", "'lang'"},
      {"[check]\nexcludes = []\n", "e.toml:2", "'excludes' is not a key of [check]", "'exclude'"},
      {"[rule]\nselect = []\n", "e.toml:1", "'rule' is not a key", "'rules'"},
      {"select = []\n", "e.toml:1", "'select' is not a key", "belongs to [rules]"},
      {"[rules]\nignore = [\"misread-wrod\"]\n", "e.toml:2", "'misread-wrod' is not a rule", "'misread-word'"},
      {"[rules]\nignore = \"misread-word\"\n", "e.toml:2", "is not a list", ""},
      {"min-confidence = 2\n", "e.toml:1", "is not a number from 0 to 1", ""},
      {"min-confidence = nan\n", "e.toml:1", "is not a number from 0 to 1", ""},
      {"[check]\njobs = 0.5\n", "e.toml:2", "check.jobs is not a whole number from 0 to 1024", ""},
      {"[check]\njobs = 2.0\n", "e.toml:2", "check.jobs is not a whole number from 0 to 1024", ""},
      {"[check]\njobs = -1\n", "e.toml:2", "check.jobs is not a whole number from 0 to 1024", ""},
      {"unsafe-fixes = 1\n", "e.toml:1", "is neither true nor false", ""},
      {"rules = 1\n", "e.toml:1", "is not a table", ""},
      {"[words]\nbad = {tbe = 1}\n", "e.toml:2", "is not a text", ""},
      {"a = \n", "e.toml:1", "is not valid TOML", ""},
      {"# \xff\n", "e.toml", "is not in UTF-8", ""},
  };
  for (const auto& c : cases) {
    const auto config = parse_config(c.text, "e.toml");
    ASSERT_FALSE(config) << c.text;
    EXPECT_EQ(config.error().kind, ErrorKind::kUsage);
    EXPECT_EQ(config.error().subject, c.subject) << c.text;
    EXPECT_NE(config.error().what.find(c.what), std::string::npos) << config.error().what;
    EXPECT_NE(config.error().hint.find(c.hint), std::string::npos) << config.error().hint;
  }
}

TEST(Config, TheNearestParentWins) {
  const TemporaryFolder folder;
  folder.write("emend.toml", "");
  folder.write("a/.emend.toml", "");
  folder.write("a/b/c/x.txt", "");
  EXPECT_EQ(find_config(folder / "a/b/c"), folder / "a/.emend.toml");
  EXPECT_EQ(find_config(folder.path()), folder / "emend.toml");
  EXPECT_EQ(find_config("/nowhere at all"), std::nullopt);
}

TEST(Config, WhatIsDumpedSaysTheSameAgain) {
  const auto config = parse_config(
      "lang = \"eng\"\n[rules]\nignore = [\"mojibake\"]\n[per-file-ignores]\n\"a \\\"b\" = [\"mojibake\"]\n"
      "[words]\nbad = {\"t b\" = \"\"}\n[check]\nexit-zero = true\n[thresholds]\nquality-ratio = 2.5\n",
      "e.toml");
  ASSERT_TRUE(config) << config.error().what;
  const std::string dumped = config_as_toml(*config);
  const auto again = parse_config(dumped, "e.toml");
  ASSERT_TRUE(again) << again.error().subject << again.error().what << "\n" << dumped;
  EXPECT_EQ(config_as_toml(*again), dumped);
  EXPECT_EQ(again->per_file_ignores, config->per_file_ignores);
  EXPECT_EQ(again->quality_ratio, 2.5);
  for (const ConfigKey& key : config_keys())
    EXPECT_NE(dumped.find(key.name.empty() ? key.section : key.name), std::string::npos) << dotted_name(key);
}

}  // namespace
}  // namespace emend::check
