// Words of spaced letters, which engines read without the blanks.
#include "ocr/letter_spacing.h"

#include <gtest/gtest.h>

#include "ocr/typed_lines.h"

namespace emend::ocr {
namespace {

using testing::kPitchPx;
using testing::text_of;
using testing::typed_line;

// The same letters twice as far apart.
document::Line spaced(document::Line line) {
  int x = 100;
  for (document::Word& word : line.words) {
    word.box.x = x;
    for (document::Reading& reading : word.readings)
      for (document::CharacterReading& character : reading.characters) {
        character.box.x = x + 2;
        x += 2 * kPitchPx;
      }
    word.box.width = x - word.box.x;
  }
  return line;
}

TEST(PartSpacedLetters, MakesWordsOfLettersThatStandTwoCellsApart) {
  std::vector<document::Line> lines = {spaced(typed_line(100, 100, {"UR", "GEN", "T"}))};
  part_spaced_letters(lines, kPitchPx);
  EXPECT_EQ(text_of(lines[0]), "U R G E N T");
  EXPECT_EQ(lines[0].words[2].box.width, 16);
}

TEST(PartSpacedLetters, LeavesOtherLinesAlone) {
  document::Line wide = typed_line(100, 100, {"we", "received", "it"});
  std::vector<document::Line> lines = {wide, spaced(typed_line(100, 150, {"NO"})), typed_line(100, 200, {"U", "R"})};
  part_spaced_letters(lines, kPitchPx);
  EXPECT_EQ(text_of(lines[0]), "we received it");
  EXPECT_EQ(text_of(lines[1]), "NO");
  EXPECT_EQ(text_of(lines[2]), "U R");
  part_spaced_letters(lines, 0);
  EXPECT_EQ(text_of(lines[0]), "we received it");
}

}  // namespace
}  // namespace emend::ocr
