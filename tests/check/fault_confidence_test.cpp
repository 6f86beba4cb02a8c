#include "check/fault_confidence.h"

#include <gtest/gtest.h>

#include "check/rule_names.h"

namespace emend::check {
namespace {

Finding finding_of(std::string_view rule, double fix_probability) {
  Finding finding;
  finding.rule = rule;
  finding.probability = finding.fix_probability = fix_probability;
  return finding;
}

TEST(FaultConfidence, AGuessInABadTextMarksAFault) {
  Findings bad(60, finding_of("misread-word", 0.2));
  set_fault_confidences(400, bad);
  ASSERT_EQ(bad.size(), 60u);
  EXPECT_GT(bad.front().probability, 0.85);
  EXPECT_EQ(bad.front().fix_probability, 0.2);
  Findings clean = {finding_of("misread-word", 0.2)};
  set_fault_confidences(400, clean);
  EXPECT_TRUE(clean.empty()) << "alone it is more likely none";
}

TEST(FaultConfidence, UnknownWordsNeedOtherFaultsBesideThem) {
  Findings names(20, finding_of(kUnknownWord, 1));
  set_fault_confidences(400, names);
  EXPECT_TRUE(names.empty());
  Findings bad(40, finding_of("misread-word", 0.9));
  bad.push_back(finding_of(kUnknownWord, 1));
  set_fault_confidences(400, bad);
  ASSERT_EQ(bad.size(), 41u);
  EXPECT_GT(bad.back().probability, 0.75);
}

TEST(FaultConfidence, RulesKeepTheirOwn) {
  Findings findings = {finding_of("torn-full-stop", 0.4)};
  set_fault_confidences(400, findings);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().probability, 0.4);
}

}  // namespace
}  // namespace emend::check
