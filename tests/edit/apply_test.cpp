#include "edit/apply.h"

#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::edit {
namespace {

DecidedEdit decided(const std::string& raw, text::Span span, const std::string& after,
                    Verdict verdict = Verdict::kAccepted) {
  DecidedEdit edit;
  edit.edit.span = span;
  edit.edit.before = std::string(span.of(raw));
  edit.edit.after = after;
  edit.decision.verdict = verdict;
  return edit;
}

TEST(Apply, Table) {
  const std::string raw = "I asked  comrades.";
  const struct {
    DecidedEdits edits;
    std::string expected;
  } cases[] = {
      {{}, raw},
      {{decided(raw, {7, 9}, " ")}, "I asked comrades."},
      {{decided(raw, {0, 0}, "> ")}, "> I asked  comrades."},
      {{decided(raw, {18, 18}, "..")}, "I asked  comrades..."},
      {{decided(raw, {0, 18}, "")}, ""},
      {{decided(raw, {7, 9}, " ", Verdict::kOpen)}, raw},
      {{decided(raw, {7, 9}, " ", Verdict::kRejected)}, raw},
      {{decided(raw, {0, 1}, "We"), decided(raw, {1, 1}, ","), decided(raw, {1, 2}, "_")}, "We,_asked  comrades."},
      {{decided(raw, {0, 5}, "no", Verdict::kOpen), decided(raw, {2, 7}, "told")}, "I told  comrades."},
  };
  for (const auto& c : cases) {
    const CleanText clean = edit::apply(raw, c.edits);
    EXPECT_EQ(clean.text, c.expected);
    EXPECT_EQ(undo(clean, c.edits), raw);
  }
}

TEST(Apply, AReviewersWordingWins) {
  const std::string raw = "tho cat";
  DecidedEdits edits = {decided(raw, {0, 3}, "the")};
  edits[0].decision.has_replacement = true;
  edits[0].decision.replacement = "thou";
  EXPECT_EQ(edit::apply(raw, edits).text, "thou cat");
  edits[0].decision.replacement = "";
  EXPECT_EQ(edit::apply(raw, edits).text, " cat") << "an empty wording is one too";
}

TEST(Apply, OurOwnMistakesAreNoticed) {
  const std::string raw = "0123456789";
  EXPECT_THROW(edit::apply(raw, {decided(raw, {2, 5}, "x"), decided(raw, {4, 6}, "y")}), std::logic_error);
  EXPECT_THROW(edit::apply(raw, {decided(raw, {4, 6}, "x"), decided(raw, {0, 1}, "y")}), std::logic_error);
  DecidedEdits beyond = {decided(raw, {0, 1}, "x")};
  beyond[0].edit.span = {5, 11};
  EXPECT_THROW(edit::apply(raw, beyond), std::logic_error);
  DecidedEdits lying = {decided(raw, {0, 1}, "x")};
  lying[0].edit.before = "1";
  EXPECT_THROW(edit::apply(raw, lying), std::logic_error);
}

TEST(CleanText, MapsOffsetsBothWays) {
  const std::string raw = "ab--cd==ef";
  const CleanText clean = edit::apply(raw, {decided(raw, {2, 4}, "+"), decided(raw, {6, 8}, "****")});
  ASSERT_EQ(clean.text, "ab+cd****ef");
  const std::pair<std::size_t, std::size_t> to_clean[] = {{0, 0}, {1, 1}, {2, 2}, {3, 2}, {4, 3},
                                                          {5, 4}, {6, 5}, {7, 5}, {8, 9}, {10, 11}};
  for (const auto& [from, to] : to_clean) EXPECT_EQ(clean.to_clean(from), to) << from;
  const std::pair<std::size_t, std::size_t> to_raw[] = {{0, 0}, {2, 2}, {3, 4}, {4, 5},  {5, 6},
                                                        {6, 6}, {8, 6}, {9, 8}, {11, 10}};
  for (const auto& [from, to] : to_raw) EXPECT_EQ(clean.to_raw(from), to) << from;
}

// Any text, any sorted edits without overlap, any verdicts: undo gives the raw text back, the text between the applied
// spans is the same on both sides, and every offset there survives the way there and back.
TEST(Apply, PropertiesHoldForRandomEdits) {
  std::mt19937 random(20240501);
  const auto number = [&](std::size_t most) { return static_cast<std::size_t>(random() % (most + 1)); };
  const auto letters = [&](std::size_t most) {
    std::string text(number(most), ' ');
    for (char& c : text) c = static_cast<char>(random() % 256);
    return text;
  };
  for (int round = 0; round < 2000; ++round) {
    const std::string raw = letters(60);
    DecidedEdits edits;
    for (std::size_t begin = number(5); begin <= raw.size(); begin += number(8)) {
      const std::size_t end = std::min(raw.size(), begin + number(6));
      edits.push_back(decided(raw, {begin, end}, letters(6), static_cast<Verdict>(number(2))));
      begin = end + 1;
    }
    const CleanText clean = edit::apply(raw, edits);
    ASSERT_EQ(undo(clean, edits), raw);

    std::size_t raw_end = 0, clean_end = 0, accepted = 0;
    for (const DecidedEdit& edit : edits) accepted += edit.is_accepted();
    ASSERT_EQ(clean.applied.size(), accepted);
    for (const AppliedSpan& span : clean.applied) {
      ASSERT_EQ(raw.substr(raw_end, span.raw.begin - raw_end),
                clean.text.substr(clean_end, span.clean.begin - clean_end));
      ASSERT_EQ(span.clean.of(clean.text), edits[span.edit].replacement());
      for (std::size_t offset = raw_end; offset < span.raw.begin; ++offset)
        ASSERT_EQ(clean.to_raw(clean.to_clean(offset)), offset);
      raw_end = span.raw.end;
      clean_end = span.clean.end;
    }
    ASSERT_EQ(raw.substr(raw_end), clean.text.substr(clean_end));
  }
}

TEST(SortByPlace, GivesOneOrderForAnyInput) {
  std::vector<Edit> edits(6);
  edits[0].span = {5, 6};
  edits[1].span = {1, 9};
  edits[2].span = {1, 2};
  edits[2].after = "b";
  edits[3].span = {1, 2};
  edits[3].after = "a";
  edits[3].rule = "z";
  edits[4].span = {1, 2};
  edits[4].after = "a";
  edits[4].rule = "y";
  edits[5].span = {1, 1};
  sort_by_place(edits);
  std::string order;
  for (const Edit& edit : edits)
    order += std::to_string(edit.span.begin) + "-" + std::to_string(edit.span.end) + edit.after + edit.rule + " ";
  EXPECT_EQ(order, "1-1 1-2ay 1-2az 1-2b 1-9 5-6 ");
}

}  // namespace
}  // namespace emend::edit
