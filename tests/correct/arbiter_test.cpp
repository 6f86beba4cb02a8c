#include "correct/arbiter.h"

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

constexpr auto kAutomatic = edit::Applicability::kAutomatic;
constexpr auto kProposed = edit::Applicability::kProposed;

edit::Edit edit_of(text::Span span, std::string after, std::string rule, double probability,
                   edit::Applicability applicability = kAutomatic) {
  edit::Edit edit;
  edit.span = span;
  edit.before = std::string(span.size(), 'x');
  edit.after = std::move(after);
  edit.evidence.push_back({rule, "because", 1});
  edit.rule = std::move(rule);
  edit.probability = probability;
  edit.applicability = applicability;
  return edit;
}

std::string shown(const std::vector<edit::Edit>& edits) {
  std::string out;
  for (const auto& edit : edits)
    out += edit.rule + "[" + std::to_string(edit.span.begin) + "," + std::to_string(edit.span.end) + ") ";
  return out;
}

TEST(Arbitrate, TheStrongerOfTwoThatMeet) {
  struct Case {
    std::vector<edit::Edit> edits;
    const char* expected;
  };
  const Case cases[] = {
      {{}, ""},
      {{edit_of({4, 6}, "b", "b", 0.9), edit_of({0, 2}, "a", "a", 0.9)}, "a[0,2) b[4,6) "},
      {{edit_of({0, 2}, "a", "a", 0.9), edit_of({2, 4}, "b", "b", 0.9)}, "a[0,2) b[2,4) "},
      {{edit_of({0, 3}, "a", "a", 0.99, kProposed), edit_of({2, 4}, "b", "b", 0.6)}, "b[2,4) "},
      {{edit_of({0, 3}, "a", "a", 0.7), edit_of({2, 4}, "b", "b", 0.8)}, "b[2,4) "},
      {{edit_of({0, 2}, "a", "a", 0.8), edit_of({1, 4}, "b", "b", 0.8)}, "b[1,4) "},
      {{edit_of({1, 3}, "b", "b", 0.8), edit_of({0, 2}, "a", "a", 0.8)}, "a[0,2) "},
      {{edit_of({0, 2}, "b", "b", 0.8), edit_of({0, 2}, "a", "a", 0.8)}, "a[0,2) "},
      // Insertions: at a border they meet nothing, inside or at the same place they do.
      {{edit_of({2, 2}, "a", "a", 0.8), edit_of({2, 4}, "b", "b", 0.9)}, "a[2,2) b[2,4) "},
      {{edit_of({3, 3}, "a", "a", 0.8), edit_of({2, 4}, "b", "b", 0.9)}, "b[2,4) "},
      {{edit_of({2, 4}, "b", "b", 0.8), edit_of({3, 3}, "a", "a", 0.9)}, "a[3,3) "},
      {{edit_of({3, 3}, "a", "a", 0.8), edit_of({3, 3}, "b", "b", 0.9)}, "b[3,3) "},
      // What changes nothing is no edit.
      {{edit_of({0, 2}, "xx", "a", 0.8)}, ""},
  };
  for (const auto& [edits, expected] : cases) EXPECT_EQ(shown(arbitrate(edits)), expected);
}

// "attached . The": the full stop goes to its word, or goes as a speck, but not both.
TEST(Arbitrate, TwoThatTouchDoNotBothTakeASpaceAway) {
  edit::Edit torn = edit_of({8, 9}, "", "torn", 0.95);
  torn.before = " ";
  edit::Edit speck = edit_of({9, 11}, "", "speck", 0.6);
  speck.before = ". ";
  EXPECT_EQ(shown(arbitrate({torn, speck})), "torn[8,9) ");
  speck.after = " ";
  EXPECT_EQ(shown(arbitrate({torn, speck})), "torn[8,9) speck[9,11) ");
}

TEST(Arbitrate, EqualProposalsBecomeOneWithAllEvidence) {
  const auto edits = arbitrate({edit_of({0, 2}, "a", "second", 0.7), edit_of({0, 2}, "a", "first", 0.9, kProposed),
                                edit_of({0, 2}, "a", "second", 0.7)});
  ASSERT_EQ(edits.size(), 1u);
  EXPECT_EQ(edits[0].rule, "second");
  EXPECT_EQ(edits[0].applicability, kAutomatic);
  ASSERT_EQ(edits[0].evidence.size(), 2u);
}

TEST(Arbitrate, OrderOfProposalsDoesNotMatter) {
  std::vector<edit::Edit> edits;
  for (std::size_t i = 0; i < 40; ++i)
    edits.push_back(edit_of({i * 7 % 30, i * 7 % 30 + i % 4}, std::to_string(i % 3), "r" + std::to_string(i % 5),
                            0.5 + static_cast<double>(i % 7) / 20));
  const std::string expected = shown(arbitrate(edits));
  std::reverse(edits.begin(), edits.end());
  EXPECT_EQ(shown(arbitrate(edits)), expected);
}

}  // namespace
}  // namespace emend::correct
