#include "correct/doubt/typists_errors.h"

#include <gtest/gtest.h>

#include "correct/doubt/scan_of_line.h"
#include "edit/apply.h"
#include "edit/candidates.h"

namespace emend::correct {
namespace {

edit::Edit repair_of(const document::Document& document, const std::string& before, const std::string& after,
                     const std::string& rule = "misread-word") {
  const std::size_t begin = document.raw.text().find(before);
  edit::Edit edit;
  edit.span = {begin, begin + before.size()};
  edit.before = before;
  edit.after = after;
  edit.rule = rule;
  edit.reason = "a test says so";
  edit.probability = 0.97;
  edit.applicability = edit::Applicability::kAutomatic;
  edit.evidence = {{"dictionary", "it is a word", 1}};
  edit::complete_candidates(edit);
  return edit;
}

std::string clean_of(const document::Document& document, std::vector<edit::Edit> edits, bool marks,
                     const PolicyOptions& policy = {}) {
  leave_typists_errors(document, edits);
  edit::DecidedEdits decided = decide(document.raw.text(), std::move(edits), {}, policy);
  if (marks) decided = mark_typists_errors(document, std::move(decided), {});
  return edit::apply(document.raw.text(), decided).text;
}

TEST(TypistsErrors, LegibleOnesAreLeftAlone) {
  const auto document = scan_of_line({{"they", 0.99F}, {"recieved", 0.99F}, {"tbe", 0.7F}, {"bread", 0.99F}});
  const std::vector<edit::Edit> edits = {repair_of(document, "recieved", "received"),
                                         repair_of(document, "tbe", "the")};
  EXPECT_EQ(clean_of(document, edits, false), "they recieved the bread\n");
  EXPECT_EQ(clean_of(document, edits, true), "they recieved [sic] the bread\n");
  EXPECT_EQ(clean_of(document, edits, false, {.unsafe_fixes = true}), "they recieved the bread\n")
      << "who asks for both wants the typist's words";
}

TEST(TypistsErrors, SayWhyTheyAreLeft) {
  const auto document = scan_of_line({{"they", 0.99F}, {"recieved", 0.99F}, {"it", 0.99F}});
  std::vector<edit::Edit> edits = {repair_of(document, "recieved", "received")};
  leave_typists_errors(document, edits);
  EXPECT_EQ(edits[0].applicability, edit::Applicability::kProposed);
  EXPECT_LE(edits[0].probability, 0.25);
  ASSERT_EQ(edits[0].evidence.size(), 2u);
  EXPECT_EQ(edits[0].evidence[1].source, "typists-error");
  EXPECT_EQ(edit::winner(edits[0])->probability, edits[0].probability);
}

TEST(TypistsErrors, AreOnlyOfWordsThatTheEngineSawNoOtherWay) {
  auto document = scan_of_line({{"they", 0.99F}, {"tbe", 0.99F}, {"bread", 0.99F}});
  document.pages[0].blocks[0].paragraphs[0].lines[0].words[1].readings[0].characters[1].alternatives = {{"h", 0.2F}};
  EXPECT_EQ(clean_of(document, {repair_of(document, "tbe", "the")}, true), "they the bread\n");
}

TEST(TypistsErrors, TheMarginCutsWordsOff) {
  const auto document = scan_of_line({{"ommittee", 0.99F}, {"and", 0.99F}, {"comite", 0.99F}, {"brea", 0.99F}});
  EXPECT_EQ(clean_of(document,
                     {repair_of(document, "ommittee", "committee"), repair_of(document, "comite", "committee"),
                      repair_of(document, "brea", "bread")},
                     true),
            "committee and comite [sic] bread\n");
}

TEST(TypistsErrors, AreOfScansAndWordsOnly) {
  const auto scan = scan_of_line({{"on", 0.99F}, {"l5", 0.99F}, {"May", 0.99F}});
  EXPECT_EQ(clean_of(scan, {repair_of(scan, "l5", "15", "typewriter-l-for-one")}, true), "on 15 May\n");
  document::Document text;
  text.raw = document::RawText("they recieved it");
  EXPECT_EQ(clean_of(text, {repair_of(text, "recieved", "received")}, true), "they received it");
}

}  // namespace
}  // namespace emend::correct
