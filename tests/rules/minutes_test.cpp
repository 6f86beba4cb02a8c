// All rules on the real minutes: what must be repaired is, and nothing else differs. Skipped where EMEND_DATA, the
// folder of the open data, is not set: the text is not ours to keep here.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/rule.h"
#include "rules/invariants.h"

namespace emend::rules_test {
namespace {

// Each stands once in the raw text.
const std::vector<std::pair<std::string, std::string>> kRepairs = {
    {" The materials submitted", "The materials submitted"},
    {"\n engineers, technicians", "\nengineers, technicians"},
    {"anarchy is not....{1}", "anarchy is not....[1]"},
    {"of the masses\n\nflows... 2 The people", "of the masses flows...[2] The people"},
    {"mass experience....@ In Penza", "mass experience....[3] In Penza"},
    {"grain .21 to establish relations", "grain .[4] to establish relations"},
    {"\n bourgeoisie will not cope", "\nbourgeoisie will not cope"},
    {"in the resolution...Z In the", "in the resolution...[5] In the"},
    {"| asked comrades", "I asked comrades"},
    {"The 8 — hour day", "The 8-hour day"},
    {"this state game....@l Better", "this state game....[6] Better"},
};

class Minutes : public testing::Test {
 protected:
  void SetUp() override {
    const char* data = std::getenv("EMEND_DATA");
    if (data == nullptr) GTEST_SKIP() << "EMEND_DATA is not set";
    const auto text = read_file(std::filesystem::path(data) / "minutes" / "minutes.ocr.txt");
    ASSERT_TRUE(text) << "the minutes are not in EMEND_DATA";
    raw_ = *text;
  }

  std::string raw_;
};

TEST_F(Minutes, AreRepairedAndNothingElseDiffers) {
  std::string expected = raw_;
  for (const auto& [before, after] : kRepairs) {
    const std::size_t at = expected.find(before);
    ASSERT_NE(at, std::string::npos) << before;
    ASSERT_EQ(expected.find(before, at + 1), std::string::npos) << before;
    expected.replace(at, before.size(), after);
  }
  EXPECT_EQ(with_automatic_edits(raw_, edits_of(raw_, correct::all_rules())), expected);
}

TEST_F(Minutes, ASecondRunChangesNothing) {
  const correct::RuleSet rules = correct::all_rules();
  const std::string clean = with_automatic_edits(raw_, edits_of(raw_, rules));
  EXPECT_EQ(with_automatic_edits(clean, edits_of(clean, rules)), clean);
}

TEST_F(Minutes, FootnoteMarksSayHowTheirNumberIsKnown) {
  std::vector<std::string> reasons;
  for (const edit::Edit& edit : edits_of(raw_, correct::all_rules()))
    if (edit.rule == "misread-footnote-mark") reasons.push_back(edit.reason);
  ASSERT_EQ(reasons.size(), 6u);
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const char* said = i < 2 ? "as read" : "inferred from the sequence";
    EXPECT_NE(reasons[i].find(said), std::string::npos) << reasons[i];
  }
}

}  // namespace
}  // namespace emend::rules_test
