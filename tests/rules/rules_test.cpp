// Every rule against its fixture and its own description.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "correct/rule.h"
#include "rules/fixture.h"
#include "rules/invariants.h"

namespace emend::rules_test {
namespace {

using correct::RuleSet;

constexpr int kFewestCases = 2;

RuleSet only(const std::string& id) {
  RuleSet rules = correct::all_rules();
  std::erase_if(rules, [&](const auto& rule) { return rule->info().id != id; });
  return rules;
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const auto& rule : correct::all_rules()) ids.emplace_back(rule->info().id);
  return ids;
}

void expect_all_well(const std::string& text, const RuleSet& rules, const std::string& where) {
  for (const std::string& broken : broken_invariants(text, rules)) ADD_FAILURE() << where << ": " << broken;
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
INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(rule_ids()), test_name);

TEST_P(EveryRule, DescribesItself) {
  const RuleSet rules = only(id());
  ASSERT_EQ(rules.size(), 1u) << "two rules have this id";
  const correct::RuleInfo& info = rules[0]->info();
  for (const std::string_view said : {info.group, info.summary, info.why, info.example_before, info.example_after})
    EXPECT_FALSE(said.empty());
  EXPECT_FALSE(info.summary.ends_with('.'));
  EXPECT_TRUE(info.why.ends_with('.'));

  std::string file_name(id());
  std::replace(file_name.begin(), file_name.end(), '-', '_');
  const std::filesystem::path source =
      std::filesystem::path(EMEND_SOURCE_DIR) / "src/correct/rules" / std::string(info.group) / (file_name + ".cpp");
  EXPECT_TRUE(std::filesystem::exists(source)) << source << " is where the id says that the rule is";
}

TEST_P(EveryRule, ItsExampleIsTrue) {
  const RuleSet rules = only(id());
  const std::string before(rules[0]->info().example_before);
  EXPECT_EQ(with_all_edits(before, edits_of(before, rules)), rules[0]->info().example_after);
  expect_all_well(before, rules, "example");
  expect_all_well(before, correct::all_rules(), "example, all rules");
}

TEST_P(EveryRule, HasAFixture) {
  const RuleSet rules = only(id());
  int fires = 0;
  int stays = 0;
  for (const Fixture& fixture : all_fixtures()) {
    if (fixture.rule != id()) continue;
    EXPECT_EQ(fixture.group, rules[0]->info().group);
    for (const Case& one : fixture.cases) ++(one.fires() ? fires : stays);
  }
  EXPECT_GE(fires, kFewestCases) << "in tests/rules/" << rules[0]->info().group << "/" << id() << ".md";
  EXPECT_GE(stays, kFewestCases);
}

TEST_P(EveryRule, DoesWhatItsFixtureSays) {
  const RuleSet rules = only(id());
  const RuleSet all = correct::all_rules();
  for (const Fixture& fixture : all_fixtures()) {
    if (fixture.rule != id()) continue;
    for (const Case& one : fixture.cases) {
      const std::string where = fixture.path.filename().string() + ":" + std::to_string(one.line);
      const std::vector<edit::Edit> edits = edits_of(one.before, rules);
      const std::string after = with_all_edits(one.before, edits);
      EXPECT_EQ(after, one.after) << where;
      for (const edit::Edit& edit : edits)
        EXPECT_EQ(edit.applicability, one.applicability.value_or(edit.applicability)) << where << ": " << shown(edit);
      for (const edit::Edit& edit : edits_of(after, rules))
        ADD_FAILURE() << where << ": the rule finds more in its own repair: " << shown(edit);
      expect_all_well(one.before, rules, where);
      expect_all_well(one.before, all, where + ", all rules");
      if (one.fires()) continue;
      for (const edit::Edit& edit : edits_of(one.before, all))
        EXPECT_NE(edit.rule, id()) << where << ", all rules: " << shown(edit);
    }
  }
}

TEST(Fixtures, AllHaveARuleAndNoMistakes) {
  const std::vector<std::string> ids = rule_ids();
  for (const Fixture& fixture : all_fixtures()) {
    EXPECT_TRUE(std::find(ids.begin(), ids.end(), fixture.rule) != ids.end()) << fixture.path << " has no rule";
    for (const std::string& mistake : fixture.mistakes) ADD_FAILURE() << fixture.path << ": " << mistake;
  }
}

}  // namespace
}  // namespace emend::rules_test
