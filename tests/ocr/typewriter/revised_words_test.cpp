// Words made of the letters of a line that was read again.
#include "ocr/typewriter/revised_words.h"

#include <gtest/gtest.h>

#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

TEST(RevisedWords, EmptiesAWordWhoseLettersAreGoneAndKeepsTheMarkOfABar) {
  document::Line line = testing::typed_line(100, 100, {"to", "x"});
  document::Word bar;
  bar.box = {240, 70, 200, 40};
  bar.readings = {{0, "____", 1, {}}};
  line.words.push_back(bar);
  std::vector<RevisedLetter> letters;
  for (const document::CharacterReading& character : line.words[0].best().characters)
    letters.push_back({character, 0, std::nullopt, letters.empty(), false, true});
  const std::vector<document::Word> words = revised_words(line, LineFrame(line), letters, 7);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].best().text, "to");
  EXPECT_EQ(words[1].best().text, "");
  EXPECT_EQ(words[1].best().witness, 7U);
  EXPECT_EQ(words[2].best().text, "____");
}

}  // namespace
}  // namespace emend::ocr
