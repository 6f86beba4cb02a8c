#include "correct/structure/typist_marks.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

// Lines of a page, 40 pixels apart, each letter 10 wide; a line that begins with ^ stands 22 pixels above the next one,
// and _words_ are underlined.
document::Document typed(const std::vector<std::string>& lines) {
  document::Document document;
  document.kind = document::SourceKind::kScan;
  document::Page page;
  page.blocks.resize(1);
  page.blocks[0].paragraphs.resize(1);
  int foot = 60;
  for (const std::string& text : lines) {
    const bool is_between = text.starts_with("^");
    const int at = is_between ? foot + 18 : foot += 40;
    document::Line line;
    line.x_height_px = 14;
    bool is_underlined = false;
    int x = 100;
    std::string word;
    const auto end_word = [&] {
      if (word.empty()) return;
      document::Word made;
      const int width = static_cast<int>(word.size()) * 10;
      made.box = {x - width, at - 20, width, 20};
      made.readings = {{0, word, 0.9F, {}}};
      made.is_underlined = is_underlined;
      line.box = united(line.box, made.box);
      line.words.push_back(made);
      word.clear();
    };
    for (const char c : is_between ? text.substr(1) : text) {
      if (c == ' ') {
        end_word();
        x += 10;
      } else if (c == '_') {
        if (is_underlined) end_word();
        is_underlined = !is_underlined;
      } else {
        word += c;
        x += 10;
      }
    }
    end_word();
    line.baseline = {line.box.x, at, line.box.right(), at};
    page.blocks[0].paragraphs[0].lines.push_back(line);
  }
  document.pages = {page};
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

std::string applied(std::string_view text, const std::vector<edit::Edit>& edits, bool with_proposed = false) {
  edit::DecidedEdits decided;
  for (const edit::Edit& edit : edits) {
    EXPECT_EQ(edit.span.of(text), edit.before);
    EXPECT_FALSE(edit.evidence.empty());
    decided.push_back({edit, {}});
    if (with_proposed || edit.applicability == edit::Applicability::kAutomatic)
      decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  const edit::CleanText clean = edit::apply(text, decided);
  EXPECT_EQ(edit::undo(clean, decided), text);
  return clean.text;
}

// Prose that tells the distance of the lines.
std::vector<std::string> with_prose(std::vector<std::string> lines) {
  const std::string prose = "the barges came down the river in the spring";
  lines.insert(lines.begin(), prose);
  lines.insert(lines.end(), 6, prose);
  return lines;
}

std::string second_line(const std::string& text) {
  const std::size_t begin = text.find('\n') + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

TEST(TypistMarks, WordsBetweenLinesGoIntoTheLineBelow) {
  const auto document = typed(with_prose({"^        not", "we shall pay for the barges that came"}));
  const std::string_view raw = document.raw.text();
  EXPECT_EQ(second_line(applied(raw, between_line_edits(document, TypistMarks::kPlain))),
            "we shall not pay for the barges that came");
  EXPECT_EQ(second_line(applied(raw, between_line_edits(document, TypistMarks::kMarkdown))),
            "we shall <ins>not</ins> pay for the barges that came");
  EXPECT_EQ(applied(raw, between_line_edits(document, TypistMarks::kKeep)), raw) << "unasked it is only proposed";
  EXPECT_EQ(second_line(applied(raw, between_line_edits(document, TypistMarks::kKeep), true)),
            "we shall not pay for the barges that came");
}

TEST(TypistMarks, WordsBetweenLinesMayBeginOrEndALineAndTakeACaret) {
  EXPECT_EQ(
      second_line(applied(typed(with_prose({"^not", "only the barges that came in the spring"})).raw.text(),
                          between_line_edits(typed(with_prose({"^not", "only the barges that came in the spring"})),
                                             TypistMarks::kPlain))),
      "not only the barges that came in the spring");
  const auto caret = typed(with_prose({"^       not", "we shall ^ pay for the barges that came"}));
  EXPECT_EQ(second_line(applied(caret.raw.text(), between_line_edits(caret, TypistMarks::kPlain))),
            "we shall not pay for the barges that came");
}

TEST(TypistMarks, AShortLineAtItsDistanceStays) {
  const auto document = typed(with_prose({"not", "we shall pay for the barges that came"}));
  EXPECT_TRUE(between_line_edits(document, TypistMarks::kPlain).empty());
}

TEST(TypistMarks, UnderlinedWordsAreEmphasis) {
  const auto document = typed({"it must _not_ be done, _not ever,_", "_by anyone_ of us. _Never._"});
  const edit::CleanText untouched = edit::apply(document.raw.text(), {});
  EXPECT_EQ(applied(untouched.text, underline_edits(document, untouched)),
            "it must _not_ be done, _not ever,\nby anyone_ of us. _Never_.\n");
}

TEST(TypistMarks, UnderliningFollowsWhatWasRepaired) {
  const auto document = typed({"it must _nct_ be done"});
  edit::DecidedEdits edits(1);
  edits[0].edit.span = {8, 11};
  edits[0].edit.before = "nct";
  edits[0].edit.after = "never";
  edits[0].decision.verdict = edit::Verdict::kAccepted;
  const edit::CleanText repaired = edit::apply(document.raw.text(), edits);
  EXPECT_EQ(applied(repaired.text, underline_edits(document, repaired)), "it must _never_ be done\n");
}

TEST(TypistMarks, NothingIsUnderlinedTwice) {
  auto document = typed({"it must _not_ be done"});
  edit::CleanText repaired = edit::apply(document.raw.text(), {});
  repaired.text = "it must _n_ be done\n";
  EXPECT_TRUE(underline_edits(document, repaired).empty());
  document = typed({"it must not be done"});
  EXPECT_TRUE(underline_edits(document, edit::apply(document.raw.text(), {})).empty());
}

}  // namespace
}  // namespace emend::correct
