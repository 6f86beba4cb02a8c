#include "edit/source_map.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace emend::edit {
namespace {

// Pages of lines; a line is words parted by spaces, an empty one parts paragraphs. Every letter is 10 pixels wide,
// every line 20 high.
document::Document scanned(const std::vector<std::vector<std::string>>& pages) {
  document::Document document;
  document.kind = document::SourceKind::kScan;
  for (const auto& lines : pages) {
    document::Page page;
    page.number = static_cast<int>(document.pages.size()) + 7;
    page.blocks.emplace_back();
    page.blocks[0].paragraphs.emplace_back();
    int y = 0;
    for (const std::string& text : lines) {
      y += 20;
      auto& paragraphs = page.blocks[0].paragraphs;
      if (text.empty()) {
        paragraphs.emplace_back();
        continue;
      }
      document::Line line;
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        document::Word word;
        word.box = {static_cast<int>(begin) * 10, y, static_cast<int>(end - begin) * 10, 20};
        word.readings = {{0, text.substr(begin, end - begin), 0.9F, {}}};
        line.words.push_back(word);
        begin = end + 1;
      }
      paragraphs.back().lines.push_back(line);
    }
    document.pages.push_back(page);
  }
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

document::Document given(std::string text) {
  document::Document document;
  document.raw = document::RawText(std::move(text));
  return document;
}

// Each edit: what stands there (the first after the place of the edit before), and what it becomes.
DecidedEdits edits_of(std::string_view raw, const std::vector<std::pair<std::string, std::string>>& changes) {
  DecidedEdits edits;
  std::size_t done = 0;
  for (const auto& [before, after] : changes) {
    const std::size_t at = raw.find(before, done);
    EXPECT_NE(at, std::string_view::npos) << before;
    DecidedEdit edit;
    edit.edit.span = {at, at + before.size()};
    edit.edit.before = before;
    edit.edit.after = after;
    edit.decision.verdict = Verdict::kAccepted;
    edits.push_back(edit);
    done = at + before.size();
  }
  return edits;
}

// "7.2/1 text": page, line and paragraph of each piece, with its text; line feeds as |.
std::vector<std::string> told(const document::Document& document, const DecidedEdits& edits) {
  const CleanText clean = apply(document.raw.text(), edits);
  const SourceMap map(document, clean);
  std::vector<std::string> lines;
  std::size_t done = 0;
  for (const SourcePiece& piece : map.pieces()) {
    EXPECT_EQ(piece.clean.begin, done) << "pieces cover the clean text without gaps";
    done = piece.clean.end;
    EXPECT_FALSE(piece.clean.is_empty());
    EXPECT_LE(piece.raw.end, document.raw.text().size());
    std::string shown(piece.clean.of(clean.text));
    for (char& c : shown)
      if (c == '\n') c = '|';
    lines.push_back(std::to_string(piece.page) + "." + std::to_string(piece.line) + "/" +
                    std::to_string(piece.paragraph) + " " + shown);
  }
  EXPECT_EQ(done, clean.text.size());
  return lines;
}

using Lines = std::vector<std::string>;

TEST(SourceMap, LinesOfAPageLeadToThemselves) {
  const auto document = scanned({{"the barges", "came down", "", "and went"}, {"again"}});
  EXPECT_EQ(told(document, {}), (Lines{"7.1/1 the barges|", "7.2/1 came down||", "7.3/2 and went||", "8.1/1 again|"}));
  const SourceMap map(document, apply(document.raw.text(), {}));
  EXPECT_EQ(map.at(4)->box, (document::Box{0, 20, 100, 20}));
  EXPECT_EQ(map.at(map.pieces().back().clean.end)->page, 8) << "the end belongs to the last piece";
}

TEST(SourceMap, AWordOfTwoHalvesLeadsToBothLines) {
  const auto document = scanned({{"the com-", "rades came"}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(), {{"com-\nrades", "comrades"}})),
            (Lines{"7.1/1 the com", "7.2/1 rades came|"}));
}

TEST(SourceMap, AParagraphThatAPageCutsIsTheFirstOfTheNext) {
  const auto document = scanned({{"one paragraph", "", "another that"}, {"goes on here", "", "and a third"}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(), {{"that\n\ngoes", "that\ngoes"}})),
            (Lines{"7.1/1 one paragraph||", "7.2/2 another that|", "8.1/1 goes on here||", "8.2/2 and a third|"}));
}

TEST(SourceMap, LinesThatAreTakenOutAreStillCounted) {
  const auto document = scanned({{"THE HEAD", "", "text of it"}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(), {{"THE HEAD\n\n", ""}})), (Lines{"7.2/1 text of it|"}));
}

TEST(SourceMap, WhatIsTakenBackLeadsToWhatStoodThere) {
  const auto document = scanned({{"THE HEAD", "", "text of it"}});
  DecidedEdits edits = edits_of(document.raw.text(), {{"THE HEAD\n\n", ""}});
  edits[0].decision.verdict = Verdict::kRejected;
  EXPECT_EQ(told(document, edits), (Lines{"7.1/1 THE HEAD||", "7.2/2 text of it|"}));
}

TEST(SourceMap, InsertionsBelongToTheWordBeforeThem) {
  const auto document = scanned({{"he said so.", "She did not"}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(), {{"so.", "so.[1]"}, {"She", "And she"}})),
            (Lines{"7.1/1 he said so.[1]|", "7.2/1 And she did not|"}));
}

TEST(SourceMap, AnEmptyLineThatIsPutInPartsAPiece) {
  const auto document = scanned({{"1 Works. 2 Letters."}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(), {{"1", "[1]"}, {" 2", "\n\n[2]"}})),
            (Lines{"7.1/1 [1] Works.||", "7.1/2 [2] Letters.|"}));
}

TEST(SourceMap, AReviewersWordingIsWhatIsMapped) {
  const auto document = scanned({{"tho cat", "sat"}});
  DecidedEdits edits = edits_of(document.raw.text(), {{"tho", "the"}});
  edits[0].decision.has_replacement = true;
  edits[0].decision.replacement = "thou";
  EXPECT_EQ(told(document, edits), (Lines{"7.1/1 thou cat|", "7.2/1 sat|"}));
}

// Notes that --notes document moves behind the text, numbered anew and repaired on the way.
TEST(SourceMap, WhatMovesLeadsToWhereItWas) {
  const auto document =
      scanned({{"text of one[1]", "", "[1] Tho works of Bossuet."}, {"text of two[1]", "", "[1] The letters."}});
  EXPECT_EQ(told(document, edits_of(document.raw.text(),
                                    {{"[1] Tho works of Bossuet.\n\n", ""},
                                     {"two[1]", "two[2]"},
                                     {"[1] The letters.\n", "[1] The works of Bossuet.\n\n[2] The letters.\n"}})),
            (Lines{"7.1/1 text of one[1]||", "8.1/1 text of two[2]||", "7.2/2 [1] The works of Bossuet.||",
                   "8.2/2 [2] The letters.|"}));
}

TEST(SourceMap, WhatIsOnlyTakenOutMovesNowhere) {
  const auto document = scanned({{"A HEAD OF THE BOOK", "", "text of one"}, {"A HEAD OF THE BOOK", "", "text of two"}});
  const DecidedEdits edits =
      edits_of(document.raw.text(), {{"A HEAD OF THE BOOK\n\n", ""}, {"A HEAD OF THE BOOK\n\n", ""}});
  EXPECT_EQ(told(document, edits), (Lines{"7.2/1 text of one||", "8.2/1 text of two|"}));
}

TEST(SourceMap, ATextWithoutFormFeedsHasNoPages) {
  EXPECT_EQ(told(given("one\ntwo\n\nthree"), {}), (Lines{"0.1/1 one|", "0.2/1 two|", "0.3/1 |", "0.4/2 three"}));
  EXPECT_EQ(told(given("one\n\ftwo\nthree\n"), {}), (Lines{"1.1/1 one|", "2.1/1 \ftwo|", "2.2/1 three|"}));
  EXPECT_TRUE(SourceMap(given(""), CleanText()).pieces().empty());
  EXPECT_EQ(SourceMap(given(""), CleanText()).at(0), nullptr);
}

TEST(SourceMap, ARangeHasAllItsPieces) {
  const auto document = scanned({{"the barges", "came down", "and went"}});
  const SourceMap map(document, apply(document.raw.text(), {}));
  const auto pieces = map.in({8, 14});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].line, 1u);
  EXPECT_EQ(pieces[1].line, 2u);
  ASSERT_EQ(map.in({12, 12}).size(), 1u);
  EXPECT_EQ(map.in({12, 12})[0].line, 2u);
}

}  // namespace
}  // namespace emend::edit
