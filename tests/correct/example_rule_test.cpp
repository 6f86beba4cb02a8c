#include <gtest/gtest.h>

#include "correct/rule.h"
#include "lexicon/stacked_lexicon.h"

namespace emend::correct {
std::unique_ptr<Rule> make_example_rule();

namespace {

TEST(ExampleRule, DoesWhatItsExampleSays) {
  const lexicon::StackedLexicon lexicon({});
  const auto rule = make_example_rule();
  const std::string text(rule->info().example_before);
  const PreparedText prepared(text, lexicon);
  std::vector<edit::Edit> edits;
  rule->propose(prepared.input(), edits);
  ASSERT_EQ(edits.size(), 1u);
  std::string repaired = text;
  repaired.replace(edits[0].span.begin, edits[0].span.size(), edits[0].after);
  EXPECT_EQ(repaired, rule->info().example_after);
}

}  // namespace
}  // namespace emend::correct
