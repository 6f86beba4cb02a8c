#include "correct/round_merger.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "edit/apply.h"

namespace emend::correct {
namespace {

using Edits = std::vector<edit::Edit>;

edit::Edit edit_of(std::string_view text, text::Span span, std::string after, std::string reason = "a") {
  return {span, std::string(span.of(text)),      std::move(after),     "rule-" + reason, reason,
          0.5,  edit::Applicability::kAutomatic, {{reason, "seen", 1}}};
}

edit::CleanText with_all(std::string_view text, const Edits& edits) {
  edit::DecidedEdits decided;
  for (const edit::Edit& edit : edits) {
    decided.push_back({edit, {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  return edit::apply(text, decided);
}

std::string shown(const Edits& edits) {
  std::string out;
  for (const edit::Edit& edit : edits)
    out += std::to_string(edit.span.begin) + ":" + edit.before + ">" + edit.after + "(" + edit.reason + ") ";
  return out;
}

struct Change {
  text::Span span;
  const char* after;
};

TEST(MergeRound, TellsEverythingAsEditsOfTheRawText) {
  struct Case {
    const char* raw;
    std::vector<Change> earlier;
    std::vector<Change> found;  // of the repaired text
    const char* merged;
    const char* untouched;
  };
  const Case cases[] = {
      {"abc", {}, {}, "", ""},
      {"abc", {{{1, 2}, "B"}}, {}, "1:b>B(a) ", ""},
      {"abc", {}, {{{1, 2}, "B"}}, "1:b>B(b) ", "1:b>B(b) "},
      // Apart: "aa b c" became "A b c", and the found edit stands one byte further right in the raw text.
      {"aa b c", {{{0, 2}, "A"}}, {{{4, 5}, "C"}}, "0:aa>A(a) 5:c>C(b) ", "5:c>C(b) "},
      // Beside each other on either side each stays what it is; one within the other is no more by itself.
      {"ab", {{{0, 1}, "A"}}, {{{1, 2}, "B"}}, "0:a>A(a) 1:b>B(b) ", "1:b>B(b) "},
      {"ab", {{{1, 2}, "B"}}, {{{0, 1}, "A"}}, "0:a>A(b) 1:b>B(a) ", "0:a>A(b) "},
      {"-x-", {{{1, 2}, "1234"}}, {{{2, 3}, ""}}, "1:x>134(a; then b) ", ""},
      {"-x-", {{{1, 2}, "yz"}}, {{{0, 4}, "!"}}, "0:-x->!(a; then b) ", ""},
      // Insertions and deletions have a place too.
      {"ab", {{{1, 1}, "-"}}, {{{3, 3}, "."}}, "1:>-(a) 2:>.(b) ", "2:>.(b) "},
      {"a  b", {{{1, 3}, ""}}, {{{1, 1}, "_"}}, "1:  >_(a; then b) ", ""},
      {"ab", {{{0, 1}, ""}}, {{{0, 1}, "B"}}, "0:ab>B(a; then b) ", ""},
      // One found edit joins two earlier ones; one earlier edit joins two found ones.
      {"a b c", {{{0, 1}, "A"}, {{4, 5}, "C"}}, {{{0, 5}, "B"}}, "0:a b c>B(a; then a; then b) ", ""},
      {"axb", {{{0, 3}, "a b"}}, {{{0, 1}, "A"}, {{2, 3}, "B"}}, "0:axb>A B(a; then b; then b) ", ""},
      // What is taken back is no change.
      {"abc", {{{1, 2}, "B"}}, {{{1, 2}, "b"}}, "", ""},
  };
  for (const Case& c : cases) {
    const std::string raw = c.raw;
    Edits earlier;
    for (const Change& change : c.earlier) earlier.push_back(edit_of(raw, change.span, change.after));
    const edit::CleanText repaired = with_all(raw, earlier);
    Edits found;
    for (const Change& change : c.found) found.push_back(edit_of(repaired.text, change.span, change.after, "b"));
    EXPECT_EQ(shown(merge_round(raw, repaired, earlier, found)), c.merged) << raw;
    EXPECT_EQ(shown(untouched_in_round(raw, repaired, earlier, found)), c.untouched) << raw;
  }
}

TEST(MergeRound, OneEditHasTheReasonsOfAll) {
  const std::string raw = "x";
  const Edits earlier = {edit_of(raw, {0, 1}, "y", "first")};
  const edit::CleanText repaired = with_all(raw, earlier);
  const Edits merged = merge_round(raw, repaired, earlier, {edit_of(repaired.text, {0, 1}, "z", "second")});
  ASSERT_EQ(merged.size(), 1u);
  EXPECT_EQ(merged[0].rule, "rule-first");
  EXPECT_EQ(merged[0].reason, "first; then second");
  EXPECT_DOUBLE_EQ(merged[0].probability, 0.25);
  ASSERT_EQ(merged[0].evidence.size(), 3u);
  EXPECT_EQ(merged[0].evidence[2].source, "second");
  EXPECT_EQ(merged[0].evidence[1].source, "rule-second") << "who takes that rule back finds its work";
}

// Random edits that touch or overlap nobody of their own list, as the arbiter gives them.
Edits random_edits(std::string_view text, std::mt19937& random, const std::string& reason) {
  const auto below = [&](std::size_t end) { return random() % end; };
  Edits edits;
  for (std::size_t at = below(4); at <= text.size(); at += 1 + below(6)) {
    const text::Span span{at, std::min(text.size(), at + below(4))};
    std::string after;
    for (std::size_t i = below(4); i > 0; --i) after += static_cast<char>('a' + below(3));
    edits.push_back(edit_of(text, span, after, reason));
    at = span.end;
  }
  return edits;
}

TEST(MergeRound, MergedEditsGiveTheTextOfBothRounds) {
  std::mt19937 random(7);  // any seed; the runs are the same on every machine
  for (int run = 0; run < 2000; ++run) {
    std::string raw;
    for (std::size_t i = random() % 30; i > 0; --i) raw += static_cast<char>('a' + random() % 3);
    const Edits earlier = random_edits(raw, random, "a");
    const edit::CleanText repaired = with_all(raw, earlier);
    const Edits found = random_edits(repaired.text, random, "b");
    const Edits merged = merge_round(raw, repaired, earlier, found);
    EXPECT_EQ(with_all(raw, merged).text, with_all(repaired.text, found).text) << raw;
    const Edits untouched = untouched_in_round(raw, repaired, earlier, found);
    for (const edit::Edit& edit : untouched) {
      EXPECT_EQ(edit.before, edit.span.of(raw)) << raw;
      for (const edit::Edit& other : earlier)
        EXPECT_TRUE(!edit.span.overlaps(other.span) && edit.span != other.span) << raw;
    }
  }
}

}  // namespace
}  // namespace emend::correct
