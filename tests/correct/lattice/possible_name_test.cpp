#include "correct/lattice/possible_name.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace emend::correct {
namespace {

TEST(PossibleName, HasACapitalAtTheBeginningOfEachPartOnly) {
  for (const std::string_view name : {"Buszard", "O'Farrell", "O’Farrell", "M'Culloch", "McPherson", "MacPherson",
                                      "Smith-Brown", "Évora", "Work*", "B"})
    EXPECT_TRUE(is_cased_as_name(name)) << name;
  for (const std::string_view other : {"buszard", "BUSZARD", "BusZard", "AVar", "MCPherson", "d'Arcy", "14", "", "S3D"})
    EXPECT_FALSE(is_cased_as_name(other)) << other;
}

TEST(PossibleName, StandsInsideASentenceAndIsUnknown) {
  const std::string text = "He saw Orlowe there. Orlowe was tired, and Mr. Orlowe said so.\n\nOrlowe went!";
  const auto change_at = [&](std::size_t from) {
    Change change;
    change.span.begin = text.find("Orlowe", from);
    change.span.end = change.span.begin + 6;
    return change;
  };
  EXPECT_TRUE(may_be_name(change_at(0), text));
  EXPECT_FALSE(may_be_name(change_at(text.find("there.")), text)) << "begins a sentence";
  EXPECT_TRUE(may_be_name(change_at(text.find("Mr.")), text)) << "a title's stop ends no sentence";
  EXPECT_FALSE(may_be_name(change_at(text.find("\n\n")), text)) << "begins a paragraph";
  Change known = change_at(0);
  known.was_known = true;
  EXPECT_FALSE(may_be_name(known, text));
  Change in_dictionary = change_at(0);
  in_dictionary.was_in_dictionary = true;
  EXPECT_FALSE(may_be_name(in_dictionary, text));
}

// A name that is divided is lost as well; one that was torn apart is none as it stands.
TEST(PossibleName, IsNotDivided) {
  const std::string text = "He saw Newbigging there.";
  Change change;
  change.span = {7, 17};
  for (const auto& [kind, may_be] : {std::pair{ChangeKind::kMisread, true},
                                     {ChangeKind::kSplit, true},
                                     {ChangeKind::kJoined, false},
                                     {ChangeKind::kStray, false}}) {
    change.kind = kind;
    EXPECT_EQ(may_be_name(change, text), may_be) << static_cast<int>(kind);
  }
}

}  // namespace
}  // namespace emend::correct
