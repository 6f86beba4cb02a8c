#include "edit/candidates.h"

#include <gtest/gtest.h>

namespace emend::edit {
namespace {

Candidate candidate(std::string text, double probability, bool is_text, double misreading, double word,
                    double sentence) {
  return {std::move(text),
          probability,
          is_text,
          {{std::string(kSaysMisreading), "", misreading},
           {std::string(kSaysWord), "", word},
           {std::string(kSaysSentence), "", sentence}}};
}

Edit edit_of(std::string before, std::string after, double probability) {
  Edit edit;
  edit.before = std::move(before);
  edit.after = std::move(after);
  edit.reason = "a lone bar is the pronoun";
  edit.probability = probability;
  return edit;
}

TEST(Candidates, EveryEditHasTheTextAndTheReplacement) {
  Edit edit = edit_of("|", "I", 0.75);
  complete_candidates(edit);
  ASSERT_EQ(edit.candidates.size(), 2u);
  EXPECT_EQ(edit.candidates[0].text, "I");
  EXPECT_EQ(edit.candidates[0].probability, 0.75);
  EXPECT_EQ(edit.candidates[1].text, "|");
  EXPECT_TRUE(edit.candidates[1].is_text);
  EXPECT_EQ(edit.candidates[1].probability, 0.25);
  EXPECT_EQ(winner(edit), &edit.candidates[0]);
  EXPECT_EQ(runner_up(edit), &edit.candidates[1]);
  EXPECT_EQ(why_it_won(edit), "“I” won over the text as it stands: a lone bar is the pronoun.");
}

TEST(Candidates, TheSurestProposerSaysHowSureTheEditIs) {
  Edit edit = edit_of("tbe", "the", 0.9);
  edit.candidates = {candidate("the", 0.6, false, -5, -3, 0), candidate("tbe", 0.3, true, 0, -12, -4),
                     candidate("tee", 0.1, false, -7, -9, -3)};
  complete_candidates(edit);
  ASSERT_EQ(edit.candidates.size(), 3u);
  EXPECT_EQ(edit.candidates[0].probability, 0.9);
  EXPECT_DOUBLE_EQ(edit.candidates[1].probability, 0.075);
  EXPECT_DOUBLE_EQ(edit.candidates[2].probability, 0.025);
}

TEST(Candidates, TheLikeliestComesFirstAndEachTextOnce) {
  std::vector<Candidate> candidates = {
      {"b", 0.2, false, {}}, {"c", 0.2, false, {}}, {"a", 0.3, true, {}}, {"b", 0.25, false, {}}};
  sort_candidates(candidates);
  ASSERT_EQ(candidates.size(), 3u);
  EXPECT_EQ(candidates[0].text, "a");
  EXPECT_EQ(candidates[1].text, "b");
  EXPECT_DOUBLE_EQ(candidates[1].probability, 0.45);
  EXPECT_EQ(candidates[2].text, "c");
}

TEST(Candidates, ASentenceSaysWhatDecided) {
  struct Case {
    Candidate first, second;
    const char* sentence;
  };
  const Case cases[] = {
      {candidate("the", 0.9, false, -5, -3, 0), candidate("tbe", 0.1, true, 0, -12, -4),
       "“the” won over the text as it stands: it fits its sentence better and it is the commoner word; that outweighs "
       "the misreading that it supposes."},
      {candidate("The", 0.9, false, -5, -3, 0), candidate("the", 0.1, false, -11, -3, 0),
       "“The” won over “the”: the misreading is a likelier one."},
      {candidate("he", 0.5, false, -2, -4, -2), candidate("be", 0.5, true, 0, -4, -2),
       "“he” won over the text as it stands by little, in spite of the misreading that it supposes."},
      {candidate("", 0.5, false, 0, 0, 0), candidate("^", 0.5, true, 0, 0, 0),
       "Leaving it out won over the text as it stands: a lone bar is the pronoun."},
  };
  for (const Case& c : cases) {
    Edit edit = edit_of(c.second.text, c.first.text, 0.9);
    edit.candidates = {c.first, c.second};
    EXPECT_EQ(why_it_won(edit), c.sentence);
  }
  EXPECT_EQ(why_it_won(edit_of("a", "b", 0.5)), "");

  Edit unlikely = edit_of("tel", "tell", 0.3);
  unlikely.candidates = {candidate("tel", 0.7, true, 0, -12, -2), candidate("tell", 0.3, false, -5, -6, -2)};
  EXPECT_EQ(why_it_won(unlikely),
            "“tell” is offered although the text as it stands is likelier; for it speaks that it is the commoner word; "
            "against it the misreading that it supposes.");
}

}  // namespace
}  // namespace emend::edit
