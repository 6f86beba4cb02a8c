#include "correct/marks/gaps.h"

#include <gtest/gtest.h>

#include "correct/marks/stray_marks.h"

namespace emend::correct {
namespace {

MarkGap gap_between(std::string_view between) {
  const std::string text = "one" + std::string(between) + "two";
  return marked_text(text, text::tokenise(text)).gaps[0];
}

TEST(MarkedText, TellsMarksFromWhatDisturbsThem) {
  const struct {
    const char* between;
    Mark mark;
    bool is_plain;
    bool is_paragraph;
  } cases[] = {{" ", Mark::kNone, true, false},       {"\n", Mark::kNone, true, false},
               {", ", Mark::kComma, true, false},     {".\n", Mark::kStop, true, false},
               {"; ", Mark::kSemicolon, true, false}, {": ", Mark::kColon, true, false},
               {"? ", Mark::kQuestion, true, false},  {"! ", Mark::kExclamation, true, false},
               {"—", Mark::kDash, true, false},       {" -- ", Mark::kDash, true, false},
               {" - ", Mark::kDash, true, false},     {" , ", Mark::kComma, false, false},
               {",", Mark::kComma, false, false},     {"., ", Mark::kStop, false, false},
               {".\" ", Mark::kStop, false, false},   {" (", Mark::kNone, false, false},
               {"-\n", Mark::kNone, false, false},    {" -", Mark::kNone, false, false},
               {" | ", Mark::kNone, false, false},    {".\n\n", Mark::kStop, true, true},
               {"\f", Mark::kNone, true, true},       {"                    ", Mark::kNone, false, false}};
  for (const auto& one : cases) {
    const MarkGap gap = gap_between(one.between);
    EXPECT_EQ(gap.mark, one.mark) << one.between;
    EXPECT_EQ(gap.is_plain, one.is_plain) << one.between;
    EXPECT_EQ(gap.is_paragraph, one.is_paragraph) << one.between;
  }
}

TEST(MarkedText, HasAGapBehindEveryWord) {
  const std::string text = " One, 2 three.";
  const MarkedText marked = marked_text(text, text::tokenise(text));
  ASSERT_EQ(marked.words.size(), 3u);
  ASSERT_EQ(marked.gaps.size(), 3u);
  EXPECT_EQ(marked.words[0].casing, text::Casing::kCapitalised);
  EXPECT_TRUE(marked.gaps[2].is_paragraph);
  EXPECT_TRUE(marked_text("", {}).words.empty());
}

TEST(StrayMarks, ToldByTheirShape) {
  const struct {
    const char* between;
    StrayShape shape;
    StraySign sign;
    const char* after_removal;
  } cases[] = {{" ' ", StrayShape::kLone, StraySign::kOddApostrophe, "one two"},
               {"\n' ", StrayShape::kLone, StraySign::kOddApostrophe, "one\ntwo"},
               {" '\n", StrayShape::kLone, StraySign::kOddApostrophe, "one\ntwo"},
               {" ; ", StrayShape::kLone, StraySign::kSemicolon, "one two"},
               {". | ", StrayShape::kLoneAfterMark, StraySign::kDirt, "one. two"},
               {"* ", StrayShape::kBehindWord, StraySign::kNote, "one two"},
               {"' ", StrayShape::kBehindWord, StraySign::kOddApostrophe, "one two"},
               {".' ", StrayShape::kBehindMark, StraySign::kOddApostrophe, "one. two"},
               {" .", StrayShape::kBeforeWord, StraySign::kStop, "one two"}};
  for (const auto& one : cases) {
    std::string text = "one" + std::string(one.between) + "two";
    const auto strays = stray_marks(text, marked_text(text, text::tokenise(text)));
    ASSERT_EQ(strays.size(), 1u) << one.between;
    EXPECT_EQ(strays[0].shape, one.shape) << one.between;
    EXPECT_EQ(strays[0].sign, one.sign) << one.between;
    EXPECT_EQ(text.erase(strays[0].removed.begin, strays[0].removed.size()), one.after_removal);
  }
  for (const char* between : {" ", ", ", " - ", "--", ") ", " (", " £", "\n\n'", ". . . "}) {
    const std::string text = "one" + std::string(between) + "two";
    EXPECT_TRUE(stray_marks(text, marked_text(text, text::tokenise(text))).empty()) << between;
  }
}

TEST(StrayMarks, KnowsApostrophesByTheirPartnersAndTheirLetter) {
  const struct {
    const char* text;
    StraySign sign;
  } cases[] = {{"he wrote 'gone home' and left", StraySign::kApostrophe},
               {"the prisoners' friends", StraySign::kPossessive},
               {"and so 'tis told", StraySign::kApostrophe},
               {"in the year of '17 again", StraySign::kApostrophe},
               {"he went' away", StraySign::kOddApostrophe},
               {"of the 'steamer then", StraySign::kOddApostrophe}};
  for (const auto& one : cases) {
    const std::string text = one.text;
    const auto strays = stray_marks(text, marked_text(text, text::tokenise(text)));
    ASSERT_FALSE(strays.empty()) << text;
    for (const StrayMark& stray : strays) EXPECT_EQ(stray.sign, one.sign) << text;
  }
}

TEST(StrayMarks, CountQuotationMarksByParagraph) {
  const std::string text = "he said \" come here\" and went\n\nan odd \" mark";
  const auto strays = stray_marks(text, marked_text(text, text::tokenise(text)));
  ASSERT_EQ(strays.size(), 3u);  // the closing one stands behind its word
  EXPECT_TRUE(strays[0].is_opening);
  EXPECT_FALSE(strays[0].is_unpaired);
  EXPECT_FALSE(strays[1].is_opening);
  EXPECT_TRUE(strays[2].is_unpaired);
}

}  // namespace
}  // namespace emend::correct
