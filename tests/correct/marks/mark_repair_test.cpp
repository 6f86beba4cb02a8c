#include "correct/marks/mark_repair.h"

#include <gtest/gtest.h>

#include "base/parallel.h"
#include "correct/propose.h"
#include "edit/apply.h"
#include "lexicon/make_lexicon.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

const MarkRepair& repair() {
  static const auto opened = MarkRepair::open(EMEND_SOURCE_DIR "/models");
  EXPECT_TRUE(opened) << opened.error().what;
  return **opened;
}

const lexicon::Lexicon& english() {
  static const auto made = lexicon::make_lexicon({});
  EXPECT_TRUE(made) << made.error().what;
  return **made;
}

std::vector<edit::Edit> edits_of(std::string_view text) {
  const PreparedText prepared(text, english());
  std::vector<edit::Edit> edits;
  repair().propose(prepared.input(), edits);
  return edits;
}

std::vector<edit::Edit> automatic_of(std::string_view text) {
  std::vector<edit::Edit> edits = edits_of(text);
  std::erase_if(edits, [](const edit::Edit& e) { return e.applicability != edit::Applicability::kAutomatic; });
  return edits;
}

// A text as bad recognition leaves it, for a case to stand in.
std::string in_bad_text(std::string_view sentence) {
  return "Tlie prisoner was taken into custody, it appeared, on a charge of stealing a watch. He said that he had "
         "otber\n"
         "articles In tho house, and that the landlord had put them there. The magistrate asked whether he Intended "
         "to\n"
         "call the landlord as a witness. He did not know where the landlord was, but he thought that he had gone to "
         "the country with his brotber.\n" +
         std::string(sentence) +
         "\nThe prisoner was remanded for a week, and It was understood that the landlord would be looked for. The\n"
         "police had been Informed of the loss on the day before, and had gone to tho house at once. They found\n"
         "nothing there, and came back in the evening witbout the watch.\n";
}

const edit::Edit* edit_at(const std::vector<edit::Edit>& edits, std::string_view text, std::string_view place) {
  const std::size_t at = text.find(place);
  for (const edit::Edit& edit : edits)
    if (edit.span.begin >= at && edit.span.end <= at + place.size()) return &edit;
  return nullptr;
}

TEST(MarkRepair, Repairs) {
  const struct {
    const char* sentence;
    const char* place;  // in which the edit lies
    const char* after;  // what the place becomes
    const char* rule;
  } cases[] = {
      {"The court then rose and the witness went away In the evening to see his friends.", "away In", "away in",
       "misread-capital"},
      {"The owner of. the house said that he had not been there for a week.", "of. the", "of the", "stray-mark"},
      {"The owner came back in the ' evening and said that he had not been there.", "the ' evening", "the evening",
       "stray-mark"},
      {"The owner came back in the evening. ' The watch was not there any more.", "evening. ' The", "evening. The",
       "stray-mark"},
      {"The owner came back in the evening ; the watch was not there any more.", "evening ;", "evening;",
       "drifted-mark"},
      {"The owner said \" the watch is not there\" and went away.", "\" the", "\"the", "drifted-mark"}};
  for (const auto& one : cases) {
    const std::string text = in_bad_text(one.sentence);
    const auto edits = edits_of(text);
    const edit::Edit* edit = edit_at(edits, text, one.place);
    ASSERT_NE(edit, nullptr) << one.sentence;
    std::string place = one.place;
    place.replace(edit->span.begin - text.find(one.place), edit->span.size(), edit->after);
    EXPECT_EQ(place, one.after) << one.sentence;
    EXPECT_EQ(edit->rule, one.rule);
    EXPECT_EQ(edit->before, edit->span.of(text));
    EXPECT_GE(edit->evidence.size(), 2u);
    EXPECT_FALSE(edit->reason.empty());
  }
}

// A text that loses its stops is believed to have lost one more.
TEST(MarkRepair, PutsLostMarksBack) {
  constexpr std::string_view kText =
      "The meeting was opened by the mayor of the borough The minutes of tho last meeting were read and confirmed\n"
      "They were signed by the mayor The council then went into committee on the report of tho engineer The report "
      "was\n"
      "received by the council with thanks. The mayor said that the works would be begun in the spring of the year\n"
      "He had seen the minister on the day before The minister had promised to send the money at once. The members of\n"
      "the council were pleased with wbat they had heard\n"
      "The meeting then closed and the members went home to tbeir families.\n";
  const auto edits = edits_of(kText);
  for (const char* place : {"borough The", "mayor The", "engineer The", "heard\nThe"}) {
    const edit::Edit* edit = edit_at(edits, kText, place);
    ASSERT_NE(edit, nullptr) << place;
    EXPECT_EQ(edit->rule, "lost-mark");
    EXPECT_EQ(edit->before, "");
    EXPECT_EQ(edit->after, ".");
  }
}

TEST(MarkRepair, AppliesWhatIsPlain) {
  const std::string text = in_bad_text("The witness went away In the evening to see his friends.");
  const auto edits = automatic_of(text);
  EXPECT_NE(edit_at(edits, text, "away In"), nullptr);
  EXPECT_NE(edit_at(edits, text, "he Intended"), nullptr);
}

TEST(MarkRepair, AppliesNothingToThese) {
  for (const char* sentence :
       {"Mr. In Chee and the Lady Into Silence were seen at the races in the afternoon.",
        "C I Orr 70, H A Tipper 75, first heat J A Campbell 80, W H Greenwood 50, S B Porter 80, W Sinclair 50",
        "It weighs 2. 5 and costs 1. 1 ; 3 . 4, see www.example.org/in. the or write to in.the@example.org for it.",
        "PRICE . LIST ; OF THE HOUSE", "They came on the 4th inst. and left on the 5th ult. with their friends.",
        "the drivers' union and the masters' guild met at six o'clock in the rock 'n' roll hall",
        "the word was anciently written 'kertel,' and the 'sleeve' is called so to this day, as 'twas in those years",
        "The notes are marked with * and with † in the margin of the first edition."}) {
    const std::string text = in_bad_text(sentence);
    const std::size_t begin = text.find(sentence);
    for (const edit::Edit& edit : automatic_of(text))
      EXPECT_FALSE(edit.span.begin >= begin && edit.span.end <= begin + std::string_view(sentence).size())
          << sentence << ": " << edit.before << " -> " << edit.after;
  }
}

TEST(MarkRepair, LeavesCleanTextItsCustoms) {
  constexpr std::string_view kClean =
      "The meeting was opened at two o'clock ; the president read the letter of the council : it was long. Mr Smith\n"
      "spoke after him, and so did Mr Jones and Dr Brown ; both were in favour. \"What,\" asked the president, \"is "
      "to\n"
      "become of the hall?\" Nobody knew. In the end it was agreed that the hall should be let - or sold, if need be "
      "-\n"
      "before the winter ; and the members went home. They met again in the Spring of the following year.\n";
  for (const edit::Edit& edit : automatic_of(kClean))
    ADD_FAILURE() << edit.rule << ": " << edit.before << " -> " << edit.after;
}

TEST(MarkRepair, SaysNothingOfAFewWords) { EXPECT_TRUE(edits_of("He went In the house. and left").empty()); }

TEST(MarkRepair, EndsOnTextsThatAreNoProse) {
  std::string endless;
  for (int i = 0; i < 40000; ++i) endless += "he went In the house. and left ; ";
  const std::string cases[] = {"",
                               "\n\n\f",
                               std::string(1'000'000, '.'),
                               std::string(1'000'000, 'x'),
                               "1 2 3 4 5 6 7 8 9 " + std::string(1000, '-'),
                               "« » ^ } { ' \" * " + std::string(500, '*'),
                               "Привет In 東京. мир ; the \xC3\xA9t\xC3\xA9 \xFF\xFE In. a",
                               endless};
  for (const std::string& text : cases) {
    for (const edit::Edit& edit : edits_of(text)) {
      ASSERT_LE(edit.span.end, text.size());
      EXPECT_EQ(edit.before, edit.span.of(text));
      EXPECT_TRUE(text::is_code_point_border(text, edit.span.begin));
      EXPECT_TRUE(text::is_code_point_border(text, edit.span.end));
      EXPECT_GT(edit.probability, 0);
      EXPECT_LE(edit.probability, 1);
    }
  }
}

TEST(MarkRepair, FindsNothingMoreInWhatItRepaired) {
  std::string text = in_bad_text(
      "He was seen at the gate In the evening. ' The owner of. the house came back in the night The watch was not\n"
      "there ; the landlord Is said to have it.");
  for (int run = 0; run < 2; ++run) {
    document::Document document;
    document.raw = document::RawText(text);
    edit::DecidedEdits decided;
    for (edit::Edit& edit : propose_edits(document, {}, english(), nullptr, &repair())) {
      if (edit.applicability != edit::Applicability::kAutomatic) continue;
      decided.push_back({std::move(edit), {}});
      decided.back().decision.verdict = edit::Verdict::kAccepted;
    }
    EXPECT_EQ(decided.empty(), run == 1);
    text = edit::apply(text, decided).text;
  }
}

TEST(MarkRepair, LeavesOutWhatIsIgnored) {
  const auto opened = MarkRepair::open(EMEND_SOURCE_DIR "/models");
  ASSERT_TRUE(opened);
  (*opened)->ignore(kMisreadCapital);
  const std::string text = in_bad_text("He went away In the evening.");
  const PreparedText prepared(text, english());
  std::vector<edit::Edit> edits;
  (*opened)->propose(prepared.input(), edits);
  for (const edit::Edit& edit : edits) EXPECT_NE(edit.rule, "misread-capital");
}

TEST(MarkRepair, GivesTheSameOnAnyThread) {
  const std::string text = in_bad_text("He was seen at the gate In the evening. ' The owner of. the house came.");
  const auto once = edits_of(text);
  EXPECT_FALSE(once.empty());
  std::vector<std::vector<edit::Edit>> all(4);
  run_in_parallel(all.size(), 2, [&](std::size_t i) { all[i] = edits_of(text); });
  for (const auto& edits : all) {
    ASSERT_EQ(edits.size(), once.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
      EXPECT_EQ(edits[i].span, once[i].span);
      EXPECT_EQ(edits[i].after, once[i].after);
      EXPECT_EQ(edits[i].probability, once[i].probability);
    }
  }
}

TEST(MarkRepair, NamesATableThatIsMissing) {
  const auto opened = MarkRepair::open("/nowhere/models");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kMissing);
  EXPECT_NE(opened.error().subject.find("marks-english.tsv"), std::string::npos);
}

}  // namespace
}  // namespace emend::correct
