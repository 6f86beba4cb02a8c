// Rules and decoder together, over whole texts: what they repaired they leave alone, and every edit is well formed.
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/rule.h"
#include "rules/invariants.h"
#include "support/noisy_prose.h"

namespace emend::rules_test {
namespace {

namespace fs = std::filesystem;

void expect_convergence(const std::string& text, const std::string& where) {
  static const correct::RuleSet rules = correct::all_rules();
  for (const std::string& broken : broken_invariants(text, {rules, &word_repair()}))
    ADD_FAILURE() << where << ": " << broken;
}

TEST(Convergence, OfTheSamples) {
  for (const auto& file : fs::directory_iterator(fs::path(EMEND_SOURCE_DIR) / "samples/text"))
    expect_convergence(*read_file(file.path()), file.path().filename().string());
}

TEST(Convergence, OfWhatWholeDocumentsBecame) {
  std::size_t texts = 0;
  for (const auto& file : fs::recursive_directory_iterator(fs::path(EMEND_SOURCE_DIR) / "tests/pipeline/golden"))
    if (file.path().filename() == "clean.txt") {
      expect_convergence(*read_file(file.path()), file.path().string());
      ++texts;
    }
  EXPECT_GE(texts, 4u);
}

TEST(Convergence, OfCleanProse) {
  const correct::RuleSet rules = correct::all_rules();
  EXPECT_EQ(with_automatic_edits(support::clean_prose(), edits_of(support::clean_prose(), {rules, &word_repair()})),
            support::clean_prose());
}

// Once the first round had repaired two of the three sentences, the third no longer had company, and "tbat" was left to
// the next run. How bad a text is stays what it was before the repairs.
TEST(Convergence, OfATextWhoseMisreadingsAreFew) {
  const std::string text =
      "The farmer walked down to tho bridge in the i morning with his two sons, and looked for tbe boat under the\n"
      "willows. His wife said tbat the water had been too high in the t night, and that they should wait until\n"
      "tlie evening. They sat together on the wall and counted the carts that came along the road.\n";
  const correct::RuleSet rules = correct::all_rules();
  expect_convergence(text, "tbat");
  const std::string clean = with_automatic_edits(text, edits_of(text, {rules, &word_repair()}));
  EXPECT_NE(clean.find("said that the water"), std::string::npos) << clean;
}

class NoisyProse : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Percent, NoisyProse, testing::Values(1, 2, 4, 8, 16));

TEST_P(NoisyProse, Converges) {
  const int percent = GetParam();
  for (std::uint32_t seed = 1; seed <= 6; ++seed)
    expect_convergence(support::noisy_prose(seed, percent / 100.0),
                       std::to_string(percent) + " percent, seed " + std::to_string(seed));
}

}  // namespace
}  // namespace emend::rules_test
