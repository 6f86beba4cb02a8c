#include "correct/lattice/old_spelling.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace emend::correct {
namespace {

TEST(OldSpelling, IsToldByTheLettersThatTookTurns) {
  for (const auto& [before, after] : {std::pair{"kynge", "king"},
                                      {"olde", "old"},
                                      {"receyved", "received"},
                                      {"haue", "have"},
                                      {"vpon", "upon"},
                                      {"vvife", "wife"},
                                      {"lawfull", "lawful"},
                                      {"publick", "public"},
                                      {"citie", "city"},
                                      {"whiche", "which"},
                                      {"Smyth", "Smith"}})
    EXPECT_TRUE(is_old_spelling(before, after)) << before;
  for (const auto& [before, after] : {std::pair{"tbe", "the"},
                                      {"hav", "have"},
                                      {"yovr", "your"},
                                      {"Tlie", "The"},
                                      {"bodv", "body"},
                                      {"verv", "very"},
                                      {"ofit", "of it"},
                                      {"king", "king"},
                                      {"lie", "he"},
                                      {"sale", "safe"}})
    EXPECT_FALSE(is_old_spelling(before, after)) << before;
}

Change change_of(std::string_view text, std::string_view before, std::string_view after) {
  Change change;
  change.span.begin = text.find(before);
  change.span.end = change.span.begin + before.size();
  change.after = after;
  change.posterior = 0.9;
  return change;
}

TEST(OldSpelling, TellsOfItsSurroundings) {
  const std::string text = "the olde quene sayd so" + std::string(500, ' ') + "and tbe mill";
  std::vector<Change> changes = {change_of(text, "olde", "old"), change_of(text, "quene", "queue"),
                                 change_of(text, "sayd", "said"), change_of(text, "tbe", "the")};
  mark_old_spellings(text, {}, changes);
  EXPECT_TRUE(changes[1].is_among_old_spellings);
  EXPECT_FALSE(changes[3].is_among_old_spellings) << "too far away";
}

TEST(OldSpelling, IsNotToldOfDirt) {
  const std::string text = "the olde quene and ye olye mill";
  std::vector<Change> changes = {change_of(text, "olde", "old"), change_of(text, "quene", "queue"),
                                 change_of(text, "ye", "i")};
  changes.push_back(change_of(text, "olye", "oli"));
  changes[3].posterior = 0.4;
  mark_old_spellings(text, {}, changes);
  EXPECT_FALSE(changes[1].is_among_old_spellings);
}

TEST(OldSpelling, IsToldByWordsOfThoseTimes) {
  const std::string text = "ye sume of xx li. which he hath payd";
  FormList forms;
  const std::vector<Unit> units = units_of(text, lm::Vocabulary(), forms);
  const std::vector<text::Span> words = old_words_in(units, forms);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0].of(text), "ye");
  EXPECT_EQ(words[1].of(text), "hath");
  std::vector<Change> changes = {change_of(text, "sume", "same"), change_of(text, "payd", "and")};
  mark_old_spellings(text, words, changes);
  EXPECT_TRUE(changes[0].is_among_old_spellings);
  EXPECT_TRUE(changes[1].is_among_old_spellings);
}

TEST(OldSpelling, OneFormIsNotEnough) {
  const std::string text = "the olde quene and the olde mill";
  std::vector<Change> changes = {change_of(text, "olde", "old"), change_of(text, "quene", "queue")};
  changes.push_back(changes[0]);
  changes[2].span = {text.rfind("olde"), text.rfind("olde") + 4};
  mark_old_spellings(text, {}, changes);
  EXPECT_FALSE(changes[1].is_among_old_spellings);
}

}  // namespace
}  // namespace emend::correct
