#include "correct/propose.h"

#include <gtest/gtest.h>

#include "correct/policy.h"
#include "edit/apply.h"
#include "lexicon/stacked_lexicon.h"

namespace emend::correct {
namespace {

// Replaces every `before` by `after`, in an id of its own.
class ReplaceRule final : public Rule {
 public:
  ReplaceRule(std::string_view id, std::string_view before, std::string_view after,
              edit::Applicability applicability = edit::Applicability::kAutomatic)
      : before_(before), after_(after) {
    info_.id = id;
    info_.applicability = applicability;
  }
  const RuleInfo& info() const override { return info_; }
  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t at = input.text.find(before_); at != std::string_view::npos;
         at = input.text.find(before_, at + before_.size())) {
      edits.push_back(make_edit(info_, input, {at, at + before_.size()}, after_, std::string(info_.id), 0.9));
      edits.back().applicability = edit::Applicability::kAutomatic;
    }
  }

 private:
  RuleInfo info_;
  std::string before_;
  std::string after_;
};

struct Replacement {
  const char* id;
  const char* before;
  const char* after;
  edit::Applicability applicability = edit::Applicability::kAutomatic;
};

std::vector<edit::Edit> proposed(std::string text, const std::vector<Replacement>& replacements) {
  document::Document document;
  document.raw = document::RawText(std::move(text));
  RuleSet rules;
  for (const Replacement& r : replacements)
    rules.push_back(std::make_unique<ReplaceRule>(r.id, r.before, r.after, r.applicability));
  const lexicon::StackedLexicon lexicon({});
  return propose_edits(document, rules, lexicon);
}

std::string shown(const std::vector<edit::Edit>& edits) {
  std::string out;
  for (const edit::Edit& edit : edits)
    out += std::to_string(edit.span.begin) + ":" + edit.before + ">" + edit.after + "(" + edit.reason + ") ";
  return out;
}

TEST(ProposeEdits, OneRound) {
  EXPECT_EQ(shown(proposed("x a y", {{"a", "a", "b"}})), "2:a>b(a) ");
  EXPECT_EQ(shown(proposed("", {{"a", "a", "b"}})), "");
}

TEST(ProposeEdits, ALaterRepairOfARepairIsOneEdit) {
  const auto edits = proposed("x a y a", {{"a", "a", "bb"}, {"b", "bb y", "c"}});
  EXPECT_EQ(shown(edits), "2:a y>c(a; then b) 6:a>bb(a) ");
  ASSERT_EQ(edits[0].evidence.size(), 2u);
  EXPECT_EQ(edits[0].evidence[0].source, "a");
  EXPECT_EQ(edits[0].evidence[1].source, "b");
  EXPECT_DOUBLE_EQ(edits[0].probability, 0.81);
}

TEST(ProposeEdits, ALaterRepairElsewhereStaysItsOwn) {
  // "n" only stands beside "m" once the "-" between them and what follows is gone.
  EXPECT_EQ(shown(proposed("k--q m", {{"a", "--", ""}, {"b", "kq m", "K"}})), "0:k--q m>K(a; then b) ");
  EXPECT_EQ(shown(proposed("-- zz --", {{"a", "--", "+"}, {"b", "+ zz +", "+ Z +"}})),
            "0:-- zz -->+ Z +(a; then a; then b) ");
}

TEST(ProposeEdits, ManyRoundsEndInOneEdit) {
  EXPECT_EQ(shown(proposed("_1_", {{"a", "1", "2"}, {"b", "2", "3"}, {"c", "3", "4"}})), "1:1>4(a; then b; then c) ");
}

TEST(ProposeEdits, RulesThatUndoEachOtherEnd) {
  for (const auto& edit : proposed("_1_", {{"a", "1", "2"}, {"b", "2", "1"}})) EXPECT_EQ(edit.before, "1");
}

TEST(ProposeEdits, GrowingRepairsEnd) {
  const auto edits = proposed("_1_", {{"a", "1", "11"}});
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].after.size(), std::size_t{1} << kMostRounds);
}

TEST(ProposeEdits, WhatARuleMayOnlyProposeStaysProposed) {
  const auto edits = proposed("a b", {{"a", "a", "A", edit::Applicability::kProposed}, {"b", "b", "B"}});
  ASSERT_EQ(edits.size(), 2u);
  EXPECT_EQ(edits[0].applicability, edit::Applicability::kProposed);
  EXPECT_EQ(edits[1].applicability, edit::Applicability::kAutomatic);
}

TEST(ProposeEdits, ProposalsOfLaterRoundsStandOnTheRawText) {
  // The proposal for "z" is found again in the second round, three bytes further left, and is still one edit.
  const auto edits = proposed("aaaa z", {{"a", "aaaa", "b"}, {"z", "z", "Z", edit::Applicability::kProposed}});
  EXPECT_EQ(shown(edits), "0:aaaa>b(a) 5:z>Z(z) ");
  EXPECT_EQ(edits[1].evidence.size(), 1u);
}

TEST(ProposeEdits, RejectedEditsDoNotComeBack) {
  document::Document document;
  document.raw = document::RawText("x a y a");
  RuleSet rules;
  rules.push_back(std::make_unique<ReplaceRule>("a", "a", "b"));
  rules.push_back(std::make_unique<ReplaceRule>("b", "x b", "X b"));
  const lexicon::StackedLexicon lexicon({});
  RecordedDecisions recorded;
  const auto first = decide(document.raw.text(), propose_edits(document, rules, lexicon), {}, {});
  ASSERT_EQ(first.size(), 2u);
  for (const auto& decided : first) {
    recorded[decided.decision.key] = decided.decision;
    recorded[decided.decision.key].verdict = edit::Verdict::kRejected;
  }
  const auto second = decide(document.raw.text(), propose_edits(document, rules, lexicon), recorded, {});
  EXPECT_EQ(edit::apply(document.raw.text(), second).text, "x a y a");
}

}  // namespace
}  // namespace emend::correct
