#include "report/line_regions.h"

#include <gtest/gtest.h>

namespace emend::report {
namespace {

struct Change {
  text::Span span;
  std::string after;
};

// The regions as "raw=clean" with a star where something changed.
std::string regions(const std::string& raw, const std::vector<Change>& changes,
                    const std::vector<text::Span>& together = {}) {
  edit::DecidedEdits edits;
  for (const Change& change : changes) {
    edit::DecidedEdit decided;
    decided.edit.span = change.span;
    decided.edit.before = change.span.of(raw);
    decided.edit.after = change.after;
    decided.decision.verdict = edit::Verdict::kAccepted;
    edits.push_back(decided);
  }
  const edit::CleanText clean = edit::apply(raw, edits);
  std::string out;
  for (const LineRegion& region : line_regions(raw, clean, together)) {
    std::string part = std::string(region.raw.of(raw)) + "=" + std::string(region.clean.of(clean.text));
    for (char& c : part)
      if (c == '\n') c = '/';
    out += part + (region.is_changed ? "* " : " ");
  }
  return out;
}

TEST(LineRegions, AnswerLineByLine) {
  EXPECT_EQ(regions("", {}), "");
  EXPECT_EQ(regions("", {{{0, 0}, "a"}}), "=a* ");
  EXPECT_EQ(regions("a\nb", {}), "a/=a/ b=b ");
  EXPECT_EQ(regions("a\nb\n", {{{0, 1}, "A"}}), "a/=A/* b/=b/ ");
  EXPECT_EQ(regions("a-\nb\nc\n", {{{1, 3}, ""}}), "a-/b/=ab/* c/=c/ ");  // joined
  EXPECT_EQ(regions("a b\nc\n", {{{1, 2}, "\n"}}), "a b/=a/b/* c/=c/ ");  // split
  EXPECT_EQ(regions("a\nb\nc\n", {{{2, 4}, ""}}), "a/=a/ b/=* c/=c/ ");   // a line gone
  EXPECT_EQ(regions("a\nb\n", {{{2, 2}, "x"}}), "a/=a/ b/=xb/* ");        // an insertion goes with what follows
  EXPECT_EQ(regions("a\nb\n", {{{4, 4}, "x"}}), "a/=a/ b/=b/x* ");        // at the end with what precedes
  EXPECT_EQ(regions("a\nb\nc\n", {{{1, 2}, " "}, {{3, 4}, " "}}), "a/b/c/=a b c/* ");
  EXPECT_EQ(regions("a\nb\nc\n", {{{1, 3}, "\nB"}}), "a/b/=a/B/* c/=c/ ");
}

TEST(LineRegions, KeepTogetherWhatMayNotBeCut) {
  EXPECT_EQ(regions("a\nb\nc\n", {}, {{1, 3}}), "a/b/=a/b/ c/=c/ ");
  EXPECT_EQ(regions("a\nb\nc\n", {}, {{0, 2}}), "a/=a/ b/=b/ c/=c/ ");
}

}  // namespace
}  // namespace emend::report
