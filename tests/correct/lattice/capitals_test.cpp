#include "correct/lattice/capitals.h"

#include <gtest/gtest.h>

#include <string>

#include "correct/lattice/form_list.h"
#include "correct/lattice/units.h"
#include "lm/vocabulary.h"

namespace emend::correct {
namespace {

// The words that are marked, a space behind each.
std::string marked(std::string_view text) {
  FormList forms;
  std::string all;
  for (const Unit& unit : units_of(text, lm::Vocabulary(), forms))
    if (unit.is_in_capitals) all += std::string(unit.span.of(text)) + ' ';
  return all;
}

TEST(Capitals, AWordIsInCapitalsThatHasMoreOfThem) {
  for (const char* word : {"WASH", "AAF", "WASh", "N.J"}) EXPECT_TRUE(is_capital_word(word)) << word;
  for (const char* word : {"A", "Wash", "wash", "MacNab", "8-47", ""}) EXPECT_FALSE(is_capital_word(word)) << word;
}

TEST(Capitals, ALongRunIsMarkedWithTheFewWordsBetween) {
  EXPECT_EQ(marked("FROM THE oLD MAN AND A SON OF HIS 8 TO ALL HERE"),
            "FROM THE oLD MAN AND A SON OF HIS TO ALL HERE ");
  // From the first word in capitals to the last.
  EXPECT_EQ(marked("He read it: ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT. Then he went."),
            "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT ");
}

TEST(Capitals, AHeadingAndNamesAreNotMarked) {
  EXPECT_EQ(marked("THE WAR IN FRANCE AND BELGIUM. Our man of the FBI and of the CIA wrote to us."), "");
  // Two other words end a run.
  EXPECT_EQ(marked("ONE TWO THREE FOUR said he FIVE SIX SEVEN EIGHT."), "");
}

}  // namespace
}  // namespace emend::correct
