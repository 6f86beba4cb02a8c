#include "correct/output/output_style.h"

#include <gtest/gtest.h>

#include "edit/apply.h"

namespace emend::correct {
namespace {

std::string styled(const std::string& text, const OutputStyle& style) {
  edit::DecidedEdits decided;
  for (edit::Edit& edit : output_style_edits(text, style)) {
    EXPECT_EQ(edit.span.of(text), edit.before);
    decided.push_back({std::move(edit), {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  const edit::CleanText clean = edit::apply(text, decided);
  EXPECT_EQ(edit::undo(clean, decided), text);
  EXPECT_TRUE(output_style_edits(clean.text, style).empty()) << "the form is given once: " << clean.text;
  return clean.text;
}

TEST(OutputStyle, NothingIsAskedForNothingChanges) {
  const std::string text = "“One”\ntwo[1]\n\n[1] Three—four.\n";
  EXPECT_EQ(styled(text, {}), text);
}

struct LayoutCase {
  const char* what;
  std::string before;
  std::string after;
};

TEST(OutputStyle, ParagraphsAreLines) {
  const LayoutCase cases[] = {
      {"lines of one paragraph",
       "the judgment of Rome by itself is\neverything that counts in such\na case.\n\nAnother one.\n",
       "the judgment of Rome by itself is everything that counts in such a case.\n\nAnother one.\n"},
      {"a dash and a hyphen take no space",
       "it was the clerk who told us so—\nand a well-\nknown man he was in the town.\n",
       "it was the clerk who told us so—and a well-known man he was in the town.\n"},
      {"figures on both sides of a hyphen", "the numbers of the barges were 10-\n20 men went down to the landing.\n",
       "the numbers of the barges were 10-\n20 men went down to the landing.\n"},
      {"an address and a signature",
       "J. Archer\nUpper Landing\nHarbour Street\n\nI am, with very high regard, sincerely yours in all.\n",
       "J. Archer\nUpper Landing\nHarbour Street\n\nI am, with very high regard, sincerely yours in all.\n"},
      {"a list",
       "The commission resolved what follows here:\n1. The mole is to be begun in the spring\n2. The stone is to come "
       "by barge\n",
       "The commission resolved what follows here:\n1. The mole is to be begun in the spring\n2. The stone is to come "
       "by barge\n"},
      {"a table", "Stone   12 barges   117 pounds\nWages   40 men      212 pounds\n",
       "Stone   12 barges   117 pounds\nWages   40 men      212 pounds\n"},
      {"verse",
       "It is a long line of prose that tells how wide the column of the text is here.\nAnd another one, so that most "
       "lines are as long as this, to the very end of it.\nA third one of them, for the same reason, since four lines "
       "make one quarter.\n\nThe barges went down by the light\nOf lanterns that hung in the rain\nThe masons sat up "
       "half the night\n",
       "It is a long line of prose that tells how wide the column of the text is here. And another one, so that most "
       "lines are as long as this, to the very end of it. A third one of them, for the same reason, since four lines "
       "make one quarter.\n\nThe barges went down by the light\nOf lanterns that hung in the rain\nThe masons sat up "
       "half the night\n"},
  };
  for (const LayoutCase& one : cases)
    EXPECT_EQ(styled(one.before, {.layout = LineLayout::kParagraphs}), one.after) << one.what;
}

TEST(OutputStyle, WrappedLinesAreAsLongAsWanted) {
  const std::string text = "the judgment of Rome by itself is\neverything that counts in such\na case.\n";
  EXPECT_EQ(styled(text, {.layout = LineLayout::kParagraphs, .wrap = 20}),
            "the judgment of Rome\nby itself is\neverything that\ncounts in such a\ncase.\n");
}

TEST(OutputStyle, NotesAreGatheredAndNumberedThrough) {
  const std::string text =
      "one[1] and two[2] of the page.\n\n[1] First.\n\n[2] Second.\n\nthree[1] of the next.\n\n[1] Third.\n";
  EXPECT_EQ(styled(text, {.notes = NotesPlace::kDocument}),
            "one[1] and two[2] of the page.\n\nthree[3] of the next.\n\n[1] First.\n\n[2] Second.\n\n[3] Third.\n");
}

TEST(OutputStyle, NotesOfASectionStandBeforeTheNextHeading) {
  const std::string text = "one[1] of it.\n\n[1] First.\n\nmore of it.\n\nCHAPTER II\n\ntwo[1] of it.\n\n[1] Second.\n";
  EXPECT_EQ(styled(text, {.notes = NotesPlace::kSection}),
            "one[1] of it.\n\nmore of it.\n\n[1] First.\n\nCHAPTER II\n\ntwo[1] of it.\n\n[1] Second.\n");
}

TEST(OutputStyle, NotesLineByLineAreGathered) {
  const std::string text = "one[1] and two[2] of it.\n\n[1] First.\n[2] Second,\nand more.\n\nmore of the text.\n";
  EXPECT_EQ(styled(text, {.notes = NotesPlace::kDocument}),
            "one[1] and two[2] of it.\n\nmore of the text.\n\n[1] First.\n\n[2] Second,\nand more.\n");
}

TEST(OutputStyle, TypistsSignsMoveAsTheyAreOrBecomeNumbers) {
  EXPECT_EQ(styled("one* of it.\n\n* First.\n\nmore of the text.\n", {.notes = NotesPlace::kDocument}),
            "one* of it.\n\nmore of the text.\n\n* First.\n");
  EXPECT_EQ(styled("one* of the page.\n\n* First.\n\ntwo* and (a) of it.\n\n* Second.\na) Third.\n\nmore text.\n",
                   {.notes = NotesPlace::kDocument}),
            "one[1] of the page.\n\ntwo[2] and [3] of it.\n\nmore text.\n\n[1] First.\n\n[2] Second.\n\n[3] Third.\n");
}

TEST(OutputStyle, WhatIsNoNoteStaysWhereItIs) {
  const std::string text =
      "There are two ways:\n\n* in the barn,\n* in the mill.\n\nmore of the text.\n\n1. In the barn.\n\nthe end of "
      "it.\n";
  EXPECT_EQ(styled(text, {.notes = NotesPlace::kDocument}), text);
}

}  // namespace
}  // namespace emend::correct
