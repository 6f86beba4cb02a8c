// Every rule, and every id of a source, against its fixture and its own description.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include "correct/output/output_style.h"
#include "correct/proposers.h"
#include "correct/structure/footnotes.h"
#include "correct/structure/page_furniture.h"
#include "correct/structure/paragraphs.h"
#include "correct/structure/print_marks.h"
#include "correct/structure/print_numbers.h"
#include "correct/structure/table_columns.h"
#include "correct/structure/typist_marks.h"
#include "rules/fixture.h"
#include "rules/invariants.h"

namespace emend::rules_test {
namespace {

using correct::RuleSet;

constexpr int kFewestCases = 2;

// What is read from pages as they lie on the paper needs such pages; its cases stand in tests/correct/structure. The
// form of the output is asked for, and tested in tests/correct/output. Marks of doubt follow from what is decided;
// theirs are in tests/correct/doubt.
bool is_tested_elsewhere(const correct::RuleInfo& info) {
  const auto is_in = [&](const auto& ids) { return std::find(ids.begin(), ids.end(), info.id) != ids.end(); };
  return info.group == "doubt" || is_in(correct::kPageFurnitureIds) || is_in(correct::kFootnoteIds) ||
         is_in(correct::kPrintMarkIds) || is_in(correct::kOutputStyleIds) || is_in(correct::kPrintNumberIds) ||
         is_in(correct::kTypistMarkIds) || info.id == correct::kTableColumnId || info.id == correct::kMissingBreakId;
}

// A source weighs words in their text and says nothing of a few; its example is read at the end of this page.
constexpr std::string_view kPageOfExamples =
    "Tbe carrier came up from tho landing in the afternoon with two carts, and left tbe sacks in the barn behind the "
    "mill. He said tbat the river had risen in the night, and that the ferry would not cross before tbe water fell.\n"
    "\n";

// A lost stop is told by the others that its text has lost; no page of a few lines around one sentence has enough of
// them, and its fixture has such a text.
bool is_shown_by_its_fixture(const correct::RuleInfo& info) {
  return info.id == correct::kMarkRepairNames[correct::kLostMark];
}

// One proposer alone: a rule, or a source but for its other ids.
struct Only {
  explicit Only(const std::string& id) : info(correct::find_proposer(id).value_or(correct::RuleInfo())) {
    rules = correct::all_rules();
    std::erase_if(rules, [&](const auto& rule) { return rule->info().id != id; });
    if (is_source() && info.group == "marks")
      marks = &mark_repair_of(id);
    else if (is_source())
      words = &word_repair_of(id);
  }
  bool is_source() const { return rules.empty(); }
  operator Proposers() const { return when({}); }
  Proposers when(correct::Rendering rendering) const { return {rules, words, rendering, marks}; }

  correct::RuleInfo info;
  RuleSet rules;
  const correct::WordRepair* words = nullptr;
  const correct::MarkRepair* marks = nullptr;
};

// All rules, and for a source all sources.
struct All {
  explicit All(const Only& only)
      : words(only.is_source() ? &word_repair() : nullptr),
        marks(only.marks != nullptr ? &mark_repair_of({}) : nullptr) {}
  operator Proposers() const { return when({}); }
  Proposers when(correct::Rendering rendering) const { return {rules, words, rendering, marks}; }

  RuleSet rules = correct::all_rules();
  const correct::WordRepair* words;
  const correct::MarkRepair* marks;
};

// What the flag of a description asks for; nothing where there is none.
correct::Rendering rendering_of(std::string_view on_request) {
  correct::Rendering rendering;
  if (on_request == "--typography plain") rendering.typography = correct::Typography::kPlain;
  if (on_request == "--typography curly") rendering.typography = correct::Typography::kCurly;
  if (on_request == "--marks plain") rendering.marks = correct::TypistMarks::kPlain;
  if (on_request == "--marks markdown") rendering.marks = correct::TypistMarks::kMarkdown;
  return rendering;
}

std::vector<std::string> all_ids() {
  std::vector<std::string> ids;
  for (const correct::RuleInfo& info : correct::all_proposers())
    if (!is_tested_elsewhere(info)) ids.emplace_back(info.id);
  return ids;
}

void expect_all_well(const std::string& text, const Proposers& proposers, const std::string& where) {
  for (const std::string& broken : broken_invariants(text, proposers)) ADD_FAILURE() << where << ": " << broken;
}

class EveryRule : public testing::TestWithParam<std::string> {
 protected:
  const std::string& id() const { return GetParam(); }
};
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EveryRule);

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(all_ids()), test_name);

TEST_P(EveryRule, DescribesItself) {
  const std::vector<std::string> ids = all_ids();
  ASSERT_EQ(std::count(ids.begin(), ids.end(), id()), 1) << "two proposers have this id";
  const Only only(id());
  const correct::RuleInfo& info = only.info;
  for (const std::string_view said : {info.group, info.summary, info.why, info.example_before, info.example_after})
    EXPECT_FALSE(said.empty());
  EXPECT_FALSE(info.summary.ends_with('.'));
  EXPECT_TRUE(info.why.ends_with('.'));

  if (only.is_source()) return;
  std::string file_name(id());
  std::replace(file_name.begin(), file_name.end(), '-', '_');
  const std::filesystem::path source =
      std::filesystem::path(EMEND_SOURCE_DIR) / "src/correct/rules" / std::string(info.group) / (file_name + ".cpp");
  EXPECT_TRUE(std::filesystem::exists(source)) << source << " is where the id says that the rule is";
}

TEST_P(EveryRule, ItsExampleIsTrue) {
  const Only only(id());
  if (is_shown_by_its_fixture(only.info)) return;
  const std::string page(only.is_source() ? kPageOfExamples : "");
  const std::string before = page + std::string(only.info.example_before);
  const correct::Rendering asked = rendering_of(only.info.on_request);
  EXPECT_EQ(asked.is_asked_for(), !only.info.on_request.empty()) << "the flag is one that rules know";
  std::string after = with_all_edits(before, edits_of(before, only.when(asked)));
  ASSERT_GE(after.size(), only.info.example_after.size());
  if (only.is_source()) after.erase(0, after.size() - only.info.example_after.size());
  EXPECT_EQ(after, only.info.example_after);
  expect_all_well(before, only.when(asked), "example");
  expect_all_well(before, All(only).when(asked), "example, all rules");
}

TEST_P(EveryRule, HasAFixture) {
  const Only only(id());
  int fires = 0;
  int stays = 0;
  for (const Fixture& fixture : all_fixtures()) {
    if (fixture.rule != id()) continue;
    EXPECT_EQ(fixture.group, only.info.group);
    for (const Case& one : fixture.cases) ++(one.fires() ? fires : stays);
  }
  EXPECT_GE(fires, kFewestCases) << "in tests/rules/" << only.info.group << "/" << id() << ".md";
  EXPECT_GE(stays, kFewestCases);
}

TEST_P(EveryRule, DoesWhatItsFixtureSays) {
  const Only only(id());
  const All all(only);
  for (const Fixture& fixture : all_fixtures()) {
    if (fixture.rule != id()) continue;
    for (const Case& one : fixture.cases) {
      const std::string where = fixture.path.filename().string() + ":" + std::to_string(one.line);
      const std::vector<edit::Edit> edits = edits_of(one.before, only.when(one.rendering));
      const std::string after = with_all_edits(one.before, edits);
      EXPECT_EQ(after, one.after) << where;
      for (const edit::Edit& edit : edits)
        EXPECT_EQ(edit.applicability, one.applicability.value_or(edit.applicability)) << where << ": " << shown(edit);
      for (const edit::Edit& edit : edits_of(after, only.when(one.rendering)))
        ADD_FAILURE() << where << ": the rule finds more in its own repair: " << shown(edit);
      expect_all_well(one.before, only.when(one.rendering), where);
      expect_all_well(one.before, all.when(one.rendering), where + ", all rules");
      if (one.fires()) continue;
      for (const edit::Edit& edit : edits_of(one.before, all.when(one.rendering)))
        EXPECT_NE(edit.rule, id()) << where << ", all rules: " << shown(edit);
    }
  }
}

TEST(Fixtures, AllHaveARuleAndNoMistakes) {
  const std::vector<std::string> ids = all_ids();
  for (const Fixture& fixture : all_fixtures()) {
    EXPECT_TRUE(std::find(ids.begin(), ids.end(), fixture.rule) != ids.end()) << fixture.path << " has no rule";
    for (const std::string& mistake : fixture.mistakes) ADD_FAILURE() << fixture.path << ": " << mistake;
  }
}

}  // namespace
}  // namespace emend::rules_test
