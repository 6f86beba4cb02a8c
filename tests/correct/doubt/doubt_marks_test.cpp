#include "correct/doubt/doubt_marks.h"

#include <gtest/gtest.h>

#include "correct/doubt/scan_of_line.h"
#include "edit/apply.h"
#include "edit/candidates.h"

namespace emend::correct {
namespace {

using enum edit::Applicability;

edit::Edit edit_of(const document::Document& document, const std::string& before, const std::string& after,
                   double probability, edit::Applicability applicability) {
  const std::size_t begin = document.raw.text().find(before);
  edit::Edit edit;
  edit.span = {begin, begin + before.size()};
  edit.before = before;
  edit.after = after;
  edit.rule = "misread-word";
  edit.reason = "a test says so";
  edit.probability = probability;
  edit.applicability = applicability;
  edit.evidence = {{"dictionary", "it is a word", 1}};
  edit::complete_candidates(edit);
  return edit;
}

edit::DecidedEdits marked(const document::Document& document, const std::vector<edit::Edit>& edits,
                          const DoubtOptions& options, const RecordedDecisions& recorded = {}) {
  return mark_doubt(document, decide(document.raw.text(), edits, recorded, {}), recorded, options);
}

std::string clean_of(const document::Document& document, const edit::DecidedEdits& decided) {
  const edit::CleanText clean = edit::apply(document.raw.text(), decided);
  EXPECT_EQ(edit::undo(clean, decided), document.raw.text());
  return clean.text;
}

std::string clean_of(const document::Document& document, const std::vector<edit::Edit>& edits,
                     const DoubtOptions& options) {
  return clean_of(document, marked(document, edits, options));
}

document::Document text_of(const std::string& text) {
  document::Document document;
  document.raw = document::RawText(text);
  return document;
}

TEST(DoubtMarks, AreOffByDefault) {
  const auto document = scan_of_line({{"tho", 0.1F}});
  EXPECT_EQ(clean_of(document, std::vector<edit::Edit>(), {}), document.raw.text());
}

TEST(DoubtMarks, FollowTheEngineWhereNobodyElseSpeaks) {
  const auto document =
      scan_of_line({{"the", 0.9F}, {"(commitfee,", 0.5F}, {"m#t", 0.1F}, {"--", 0.1F}, {"[2]", 0.1F}});
  const DoubtOptions options{.doubtful_below = 0.6, .illegible_below = 0.2};
  EXPECT_EQ(clean_of(document, std::vector<edit::Edit>(), options), "the ([commitfee?], [illegible] -- [2]\n");
  const auto decided = marked(document, {}, options);
  ASSERT_EQ(decided.size(), 2u);
  EXPECT_EQ(decided[0].edit.rule, "doubtful-word");
  EXPECT_EQ(decided[0].edit.reason, "the engine read “(commitfee,” with the confidence 0.50");
  EXPECT_EQ(decided[1].edit.rule, "illegible-word");
  EXPECT_EQ(decided[1].edit.before, "m#t");
}

TEST(DoubtMarks, AChangedWordIsAsSureAsItsChange) {
  const auto document = scan_of_line({{"tho", 0.1F}, {"bouse", 0.9F}});
  const std::vector<edit::Edit> edits = {edit_of(document, "tho", "the", 0.97, kAutomatic),
                                         edit_of(document, "bouse", "house", 0.8, kAutomatic)};
  EXPECT_EQ(clean_of(document, edits, {.doubtful_below = 0.9}), "the [house?]\n");
}

TEST(DoubtMarks, ProposalsMakeAWordOfATextDoubtful) {
  const auto document = text_of("tho end of bouse");
  const std::vector<edit::Edit> edits = {edit_of(document, "tho", "the", 0.6, kProposed),
                                         edit_of(document, "bouse", "house", 0.9, kProposed)};
  EXPECT_EQ(clean_of(document, edits, {.doubtful_below = 0.3}), "tho end of [bouse?]");
  EXPECT_EQ(clean_of(document, edits, {.doubtful_below = 0.5}), "[tho?] end of [bouse?]");
  // The open change of a word that gives way is gone; the other one waits for a person.
  const auto decided = marked(document, edits, {.doubtful_below = 0.5, .illegible_below = 0.2});
  EXPECT_EQ(clean_of(document, decided), "[tho?] end of [illegible]");
  EXPECT_EQ(std::count_if(decided.begin(), decided.end(), [](const auto& d) { return !d.is_accepted(); }), 1);
}

TEST(DoubtMarks, WordsThatAnEditJoinsAreOneWord) {
  auto document = scan_of_line({{"com-", 0.9F}, {"mittee", 0.4F}});
  const std::vector<edit::Edit> edits = {edit_of(document, "- ", "", 0.99, kAutomatic)};
  EXPECT_EQ(clean_of(document, edits, {.doubtful_below = 0.5}), "[committee?]\n");
}

TEST(DoubtMarks, AMarkIsNotMarkedAgain) {
  const auto document = scan_of_line({{"[tho?]", 0.1F}, {"[illegible]", 0.1F}});
  EXPECT_EQ(clean_of(document, std::vector<edit::Edit>(), {.doubtful_below = 0.9}), document.raw.text());
}

TEST(DoubtMarks, WhatAPersonDecidedIsInNoDoubt) {
  const auto document = text_of("tho end");
  const std::vector<edit::Edit> edits = {edit_of(document, "tho", "the", 0.6, kProposed)};
  const auto before = marked(document, edits, {.doubtful_below = 0.5});
  ASSERT_EQ(clean_of(document, before), "[tho?] end");
  const auto proposal =
      std::find_if(before.begin(), before.end(), [](const auto& d) { return d.edit.rule == "misread-word"; });
  ASSERT_NE(proposal, before.end());

  const RecordedDecisions recorded = {
      {proposal->decision.key, {proposal->decision.key, edit::Verdict::kAccepted, "anna", "", "", false}}};
  EXPECT_EQ(clean_of(document, marked(document, edits, {.doubtful_below = 0.5}, recorded)), "the end");

  // The same where the marks stand already and only the decision is new.
  edit::DecidedEdits decided = before;
  decided[static_cast<std::size_t>(proposal - before.begin())].decision = recorded.begin()->second;
  settle_doubt(decided);
  EXPECT_EQ(clean_of(document, decided), "the end");
}

TEST(DoubtMarks, APersonMayRejectAMark) {
  const auto document = scan_of_line({{"tho", 0.4F}});
  const auto decided = marked(document, {}, {.doubtful_below = 0.5});
  ASSERT_EQ(decided.size(), 1u);
  const std::string key = decided[0].decision.key;
  const RecordedDecisions recorded = {{key, {key, edit::Verdict::kRejected, "anna", "", "", false}}};
  EXPECT_EQ(clean_of(document, marked(document, {}, {.doubtful_below = 0.5}, recorded)), "tho\n");
}

TEST(DoubtMarks, KeysOfOtherChangesDoNotMove) {
  const auto document = scan_of_line({{"tho", 0.9F}, {"tho", 0.1F}, {"bouse", 0.1F}});
  const std::vector<edit::Edit> edits = {edit_of(document, "bouse", "house", 0.9, kAutomatic)};
  const std::string key = marked(document, edits, {})[0].decision.key;
  int found = 0;
  for (const edit::DecidedEdit& one : marked(document, edits, {.doubtful_below = 0.95}))
    if (one.edit.rule == "misread-word" && one.decision.key == key) ++found;
  EXPECT_EQ(found, 1);
}

}  // namespace
}  // namespace emend::correct
