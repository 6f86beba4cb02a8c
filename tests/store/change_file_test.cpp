#include "store/change_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace emend::store {
namespace {

using document::Box;

document::Word word(std::string text, Box box) {
  document::Word word;
  word.box = box;
  document::Reading reading;
  reading.text = std::move(text);
  word.readings.push_back(std::move(reading));
  return word;
}

// Page 7 reads "| asked\ncom-\n", page 8 "rades\n".
document::Document two_pages() {
  document::Document document;
  document.kind = document::SourceKind::kScan;
  document::Line first, second, third;
  first.words = {word("|", {10, 20, 5, 30}), word("asked", {30, 20, 80, 30})};
  second.words = {word("com-", {10, 60, 60, 30})};
  third.words = {word("rades", {10, 20, 90, 30})};
  document::Paragraph top, bottom;
  top.lines = {first, second};
  bottom.lines = {third};
  document::Block block;
  document::Page page;
  page.number = 7;
  block.paragraphs = {top};
  page.blocks = {block};
  document.pages.push_back(page);
  page.number = 8;
  block.paragraphs = {bottom};
  page.blocks = {block};
  document.pages.push_back(page);
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

edit::DecidedEdit change(text::Span span, std::string before, std::string after, std::string key) {
  edit::DecidedEdit change;
  change.edit = {span,
                 std::move(before),
                 std::move(after),
                 "a-rule",
                 "because",
                 0.875,
                 edit::Applicability::kAutomatic,
                 {{"dictionary", "“I” is a word", 1.5}}};
  change.decision.key = std::move(key);
  change.decision.verdict = edit::Verdict::kAccepted;
  return change;
}

TEST(ChangeRecords, TellWhereAnEditStandsForPeopleAndOnThePaper) {
  const auto document = two_pages();
  ASSERT_EQ(document.raw.text(), "| asked\ncom-\n\nrades\n");
  const auto records = change_records(
      document, {change({0, 7}, "| asked", "I asked", "00000000000000a1"),
                 change({11, 14}, "-\n\n", "", "00000000000000a2"), change({12, 13}, "\n", "", "00000000000000a3")});
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].page, 7);
  EXPECT_EQ(records[0].box, (Box{10, 20, 100, 30}));
  EXPECT_EQ(records[1].line, 2u);
  EXPECT_EQ(records[1].column, 4u);
  EXPECT_EQ(records[1].page, 7);  // where it begins
  EXPECT_EQ(records[1].box, (Box{10, 60, 60, 30}));
  EXPECT_EQ(records[2].page, 7);  // touches no word; its neighbour on the page shows where it is
  EXPECT_EQ(records[2].box, (Box{10, 60, 60, 30}));
}

TEST(ChangeRecords, TellTheLineOfThePageAndTheParagraphOfTheCleanText) {
  const auto document = two_pages();
  edit::DecidedEdits edits = {change({0, 8}, "| asked\n", "", "00000000000000a1"),
                              change({11, 14}, "-\n\n", "", "00000000000000a2")};
  auto clean = edit::apply(document.raw.text(), edits);
  auto records = change_records(document, edits, &clean);
  EXPECT_EQ(records[0].page_line, 1u);
  EXPECT_EQ(records[0].paragraph, 0u) << "a line that is out of the text is in no paragraph";
  EXPECT_EQ(records[1].page_line, 2u);
  EXPECT_EQ(records[1].paragraph, 1u);
  edits[0].decision.verdict = edit::Verdict::kRejected;
  clean = edit::apply(document.raw.text(), edits);
  records = change_records(document, edits, &clean);
  EXPECT_EQ(records[0].paragraph, 1u) << "taken back, it is in the text again";
  const auto again = changes_from_jsonl(changes_to_jsonl(records), "changes.jsonl");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ((*again)[1].page_line, 2u);
  EXPECT_EQ((*again)[1].paragraph, 1u);
  EXPECT_EQ(change_records(document, edits)[1].paragraph, 0u) << "nothing is told of a text that is not given";
}

TEST(ChangeRecords, ASpaceBetweenWordsIsShownByBoth) {
  const auto records = change_records(two_pages(), {change({1, 2}, " ", "", "00000000000000a1")});
  EXPECT_EQ(records[0].box, (Box{10, 20, 100, 30}));
}

TEST(ChangeRecords, AnEditOverAPageBreakKeepsToItsFirstPage) {
  const auto document = two_pages();
  const auto records = change_records(document, {change({8, 19}, "com-\n\nrades", "comrades", "00000000000000a1")});
  EXPECT_EQ(records[0].page, 7);
  EXPECT_EQ(records[0].box, (Box{10, 60, 60, 30}));
}

TEST(ChangeFile, WhatWasWrittenIsReadAgain) {
  auto typed = change({8, 12}, "com-", "com", "00000000000000a2");
  typed.decision.by = "M. \"Quote\" \u202e";
  typed.decision.when = "2024-05-01T09:30:00Z";
  typed.decision.has_replacement = true;
  typed.decision.replacement = "";
  auto open = change({12, 12}, "", "\n\t<b>", "00000000000000a3");
  open.decision.verdict = edit::Verdict::kOpen;
  open.edit.applicability = edit::Applicability::kProposed;
  open.edit.evidence.clear();
  const auto records = change_records(two_pages(), {change({0, 1}, "|", "I", "00000000000000a1"), typed, open});
  const std::string written = changes_to_jsonl(records);
  const auto again = changes_from_jsonl(written, "changes.jsonl");
  ASSERT_TRUE(again.has_value()) << again.error().what;
  EXPECT_EQ(changes_to_jsonl(*again), written);
  ASSERT_EQ(again->size(), 3u);
  EXPECT_TRUE((*again)[1].change.decision.has_replacement);
  EXPECT_EQ((*again)[1].change.replacement(), "");
  EXPECT_EQ((*again)[2].change.edit.applicability, edit::Applicability::kProposed);
  EXPECT_EQ((*again)[0].change.edit.evidence.at(0).weight, 1.5);
  EXPECT_EQ((*again)[0].box, (Box{10, 20, 5, 30}));
  EXPECT_TRUE((*again)[0].change.edit.candidates.empty());  // as in files of before the candidates
}

TEST(ChangeFile, CandidatesAreReadAgain) {
  auto weighed = change({0, 1}, "|", "I", "00000000000000a1");
  weighed.edit.candidates = {{"I", 0.875, false, {{"misreading", "“|” for “I”, once in 40", -3.5}, {"engine", "", 0}}},
                             {"|", 0.125, true, {}}};
  const std::string written = changes_to_jsonl(change_records(two_pages(), {weighed}));
  const auto again = changes_from_jsonl(written, "changes.jsonl");
  ASSERT_TRUE(again.has_value()) << again.error().what;
  EXPECT_EQ(changes_to_jsonl(*again), written);
  const auto& candidates = (*again)[0].change.edit.candidates;
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_EQ(candidates[0].text, "I");
  EXPECT_EQ(candidates[0].probability, 0.875);
  ASSERT_EQ(candidates[0].says.size(), 2u);
  EXPECT_EQ(candidates[0].says[0].statement, "“|” for “I”, once in 40");
  EXPECT_EQ(candidates[0].says[0].weight, -3.5);
  EXPECT_TRUE(candidates[1].is_text);
}

TEST(ChangeFile, NumbersThatJsonCannotHoldAreToldAsTheNearest) {
  auto odd = change({0, 1}, "|", "I", "00000000000000a1");
  odd.edit.probability = std::nan("");
  odd.edit.evidence[0].weight = HUGE_VAL;
  const auto again = changes_from_jsonl(changes_to_jsonl(change_records(two_pages(), {odd})), "changes.jsonl");
  ASSERT_TRUE(again.has_value()) << again.error().what;
  EXPECT_EQ((*again)[0].change.edit.probability, 0);
  EXPECT_EQ((*again)[0].change.edit.evidence[0].weight, 0);
}

TEST(ChangeFile, AnEmptyFileIsNoChanges) { EXPECT_TRUE(changes_from_jsonl("", "f").value().empty()); }

const char kGood[] =
    R"({"id":"00000000000000a1","span":[2,3],"line":1,"column":3,"page":1,"box":[1,2,3,4],"before":"|","after":"I",)"
    R"("rule":"r","reason":"w","confidence":0.5,"applicability":"automatic",)"
    R"("evidence":[{"source":"s","statement":"t","weight":0}],)"
    R"("candidates":[{"text":"I","probability":0.25,"is_text":false,"says":[]}],)"
    R"("decision":{"verdict":"accepted","by":"policy","when":""}})";

TEST(ChangeFile, WhatIsNotAsDescribedIsRefusedWithItsLine) {
  ASSERT_TRUE(changes_from_jsonl(kGood, "f").has_value());
  struct Case {
    std::string part, instead, complaint;
  };
  const std::vector<Case> cases = {
      {R"("span":[2,3])", R"("span":[3,2])", "span"},
      {R"("span":[2,3])", R"("span":[2])", "span"},
      {R"("span":[2,3])", R"("span":[-2,-1])", "span"},
      {R"("span":[2,3])", R"("span":[2.0,3.0])", "span"},
      {R"("span":[2,3])", R"("span":[2,18446744073709551616])", "span"},
      {R"("span":[2,3])", R"("span":[2,4])", "before"},
      {R"("line":1)", R"("line":0)", "line"},
      {R"("page":1)", R"("page":0)", "page"},
      {R"("page":1)", R"("page":4294967297)", "page"},
      {R"("page":1,)", "", "page"},
      {R"([1,2,3,4])", R"([1,2,3])", "box"},
      {R"([1,2,3,4])", R"([1,2,3,2147483647])", "box"},
      {R"([1,2,3,4])", R"([1,2,0,4])", "box"},
      {R"("before":"|")", R"("before":1)", "before"},
      {R"("confidence":0.5)", R"("confidence":1.5)", "confidence"},
      {R"("confidence":0.5)", R"("confidence":null)", "confidence"},
      {R"("automatic")", R"("sometimes")", "applicability"},
      {R"("weight":0)", R"("weight":"0")", "evidence"},
      {R"([{"source")", R"([7,{"source")", "evidence"},
      {R"("probability":0.25)", R"("probability":2)", "candidates"},
      {R"("is_text":false)", R"("is_text":0)", "candidates"},
      {R"("text":"I",)", "", "candidates"},
      {R"("says":[])", R"("says":[{"source":"s"}])", "candidates"},
      {R"([{"text")", R"([null,{"text")", "candidates"},
      {R"("candidates":[)", R"("candidates":{},"more":[)", "candidates"},
      {R"("accepted")", R"("perhaps")", "decision"},
      {R"("by":"policy",)", "", "decision"},
      {R"({"verdict":"accepted","by":"policy","when":""})", "[]", "decision"},
      {R"(00000000000000a1)", R"(../../etc/passwd)", "id"},
      {kGood, "[]", "object"},
      {kGood, "{", "JSON"},
      {kGood, "", "JSON"},
      {kGood, "\xff\xfe", "JSON"},
      {kGood, std::string(100000, '['), "nested"},
  };
  for (const Case& c : cases) {
    std::string line = kGood;
    ASSERT_NE(line.find(c.part), std::string::npos) << c.part;
    line.replace(line.find(c.part), c.part.size(), c.instead);
    const auto records = changes_from_jsonl(std::string(kGood) + "\n" + line + "\n", "f");
    ASSERT_FALSE(records.has_value()) << c.instead;
    EXPECT_EQ(records.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(records.error().subject, "f:2");
    EXPECT_THAT(records.error().what, testing::HasSubstr(c.complaint)) << c.instead;
  }
}

TEST(ChangeFile, LinesOutOfOrderAndOverlapsAreRefused) {
  std::string first = kGood;
  std::string earlier = kGood;
  earlier.replace(earlier.find("[2,3]"), 5, "[1,2]");
  EXPECT_FALSE(changes_from_jsonl(first + "\n" + earlier, "f").has_value());
  EXPECT_FALSE(changes_from_jsonl(first + "\n" + first, "f").has_value());
  std::string open = kGood;
  open.replace(open.find("accepted"), 8, "open");
  EXPECT_TRUE(changes_from_jsonl(first + "\n" + open, "f").has_value());
}

TEST(ChangeFile, UnknownMembersAreIgnored) {
  EXPECT_TRUE(changes_from_jsonl(R"({"future":[1],)" + std::string(kGood).substr(1), "f").has_value());
}

}  // namespace
}  // namespace emend::store
