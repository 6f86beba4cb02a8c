#include "correct/lattice/word_evidence.h"

#include <cmath>
#include <sstream>

#include <gtest/gtest.h>

#include "correct/lattice/word_repair.h"
#include "edit/candidates.h"
#include "lexicon/make_lexicon.h"

namespace emend::correct {
namespace {

// What else the engine saw: in a word, at a letter.
struct Seen {
  const char* word;
  std::size_t letter;
  const char* other;
  float confidence;
};

// One line of words, each letter read with 0.99 and the words with `confidence`.
document::Document scan_of(const std::string& text, float confidence, const std::vector<Seen>& seen = {}) {
  document::Document document;
  document.kind = document::SourceKind::kScan;
  document::Line line;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    document::Reading reading;
    reading.text = word;
    reading.confidence = confidence;
    for (std::size_t i = 0; i < word.size(); ++i) {
      document::CharacterReading letter;
      letter.text = word.substr(i, 1);
      letter.confidence = 0.95f;
      for (const Seen& one : seen)
        if (word == one.word && i == one.letter) letter.alternatives.push_back({one.other, one.confidence});
      reading.characters.push_back(letter);
    }
    line.words.emplace_back().readings.push_back(reading);
  }
  document.pages.emplace_back().blocks.emplace_back().paragraphs.emplace_back().lines.push_back(line);
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

std::vector<edit::Edit> edits_of(std::string_view text, const ScanEvidence* scan) {
  static const auto repair = WordRepair::open(EMEND_SOURCE_DIR "/models");
  static const auto english = lexicon::make_lexicon({});
  std::vector<edit::Edit> edits;
  EXPECT_TRUE(repair && english);
  if (repair && english) (*repair)->propose({text, **english, SourceKind::kScan, scan}, edits);
  return edits;
}

const edit::Edit* edit_of(const std::vector<edit::Edit>& edits, std::string_view before) {
  for (const edit::Edit& edit : edits)
    if (edit.before == before) return &edit;
  return nullptr;
}

// Neither the words around it nor its letters say whether it is a bag, a bat or a bar.
const std::string kText =
    "The prisoner was taken into custody on a charge of stealing a watch and other articles from tho house of a lady . "
    "He had a new baf in his hand when he was seen by tho officers and the men who had been sent to the house .";

TEST(ScanEvidence, FindsWordsAndTheirLetters) {
  const auto document = scan_of("tho cat sat", 0.5f, {{"tho", 2, "e", 0.8f}});
  const ScanEvidence scan(document);
  ASSERT_EQ(scan.words().size(), 3u);
  const WordEvidence* tho = scan.word_at({0, 3});
  ASSERT_NE(tho, nullptr);
  EXPECT_EQ(tho, scan.word_at({1, 2}));
  EXPECT_EQ(tho->letters.size(), 3u);
  EXPECT_EQ(scan.word_at({8, 11})->span, (text::Span{8, 11}));
  EXPECT_EQ(scan.word_at({2, 5}), nullptr) << "no word holds all of it";
  EXPECT_EQ(scan.word_at({11, 12}), nullptr);
  EXPECT_EQ(scan.word_at({500, 501}), nullptr);
}

TEST(ScanEvidence, LettersThatDoNotSpellTheWordAreNone) {
  auto document = scan_of("tho cat", 0.5f);
  auto& reading = document.pages[0].blocks[0].paragraphs[0].lines[0].words[0].readings[0];
  reading.characters.pop_back();
  const ScanEvidence scan(document);
  EXPECT_TRUE(scan.words()[0].letters.empty());
  EXPECT_FALSE(cost_of_reading("tho cat", scan.words()[0], {0, 3}, "the"));
  EXPECT_TRUE(other_readings("tho cat", scan.words()[0], {0, 3}).empty());
}

TEST(ScanEvidence, WordsMoveWithEditsAndThoseThatAreEditedAreLeftOut) {
  const auto document = scan_of("tho cat sat", 0.5f);
  edit::DecidedEdits edits(1);
  edits[0].edit.span = {0, 3};
  edits[0].edit.before = "tho";
  edits[0].edit.after = "there";
  edits[0].decision.verdict = edit::Verdict::kAccepted;
  const auto clean = edit::apply(document.raw.text(), edits);
  const ScanEvidence moved = ScanEvidence(document).moved(clean);
  ASSERT_EQ(moved.words().size(), 2u);
  for (const WordEvidence& word : moved.words()) {
    EXPECT_EQ(word.span.size(), 3u);
    EXPECT_EQ(word.letters.front().span.begin, word.span.begin);
    EXPECT_EQ(word.letters.back().span.end, word.span.end);
  }
  EXPECT_EQ(moved.words()[0].span.of(clean.text), "cat");
  EXPECT_EQ(moved.words()[1].span.of(clean.text), "sat");
}

TEST(ScanEvidence, DoubtFallsWithConfidenceAndIsBounded) {
  double last = doubt_of(0);
  EXPECT_GT(last, 1);
  EXPECT_LE(last, 2.5);
  for (int i = 1; i <= 100; ++i) {
    const double doubt = doubt_of(static_cast<float>(i) / 100);
    EXPECT_LE(doubt, last);
    last = doubt;
  }
  EXPECT_LT(last, -1);
  EXPECT_GE(last, -2.5);
  EXPECT_TRUE(std::isfinite(doubt_of(-1e30f)));
}

TEST(ScanEvidence, AReadingCostsWhatItsOtherLettersCost) {
  const auto document = scan_of("tho", 0.5f, {{"tho", 2, "e", 0.9f}, {"tho", 2, "c", 0.2f}, {"tho", 0, "T", 0.0f}});
  const std::string_view text = "tho";
  const WordEvidence word = ScanEvidence(document).words()[0];
  const auto cost = [&](std::string_view meant) { return cost_of_reading(text, word, {0, 3}, meant); };
  ASSERT_TRUE(cost("the") && cost("thc") && cost("The") && cost("tho"));
  EXPECT_LT(*cost("tho"), 0.2);
  EXPECT_LT(*cost("tho"), *cost("the"));
  EXPECT_LT(*cost("the"), *cost("thc"));
  EXPECT_LT(*cost("thc"), *cost("The"));
  EXPECT_FALSE(cost("tha")) << "not seen";
  EXPECT_FALSE(cost("TH0"));
  EXPECT_FALSE(cost("th"));
  EXPECT_FALSE(cost("thee"));
  EXPECT_FALSE(cost(""));

  const auto readings = other_readings(text, word, {0, 3});
  ASSERT_EQ(readings.size(), 2u) << "a letter in another case is no other letter";
  EXPECT_EQ(readings[0].text, "the");
  EXPECT_EQ(readings[1].text, "thc");
  EXPECT_NEAR(readings[0].cost, *cost("the"), 1e-6);
}

TEST(ScanEvidence, OtherReadingsAreFew) {
  std::vector<Seen> seen;
  const std::string word(200, 'x');
  for (std::size_t i = 0; i < word.size(); ++i)
    for (const char* other : {"a", "b", "c", "d", "e", "f"}) seen.push_back({word.c_str(), i, other, 0.9f});
  const auto document = scan_of(word, 0.1f, seen);
  EXPECT_LE(other_readings(word, ScanEvidence(document).words()[0], {0, word.size()}).size(), 700u);
}

TEST(ScanEvidence, AnotherLetterOfTheEnginesWins) {
  for (const auto& [other, meant] : {std::pair("g", "bag"), std::pair("t", "bat"), std::pair("r", "bar")}) {
    const auto document = scan_of(kText, 0.8f, {{"baf", 2, other, 0.9f}});
    const ScanEvidence scan(document);
    const auto edits = edits_of(document.raw.text(), &scan);
    const edit::Edit* edit = edit_of(edits, "baf");
    ASSERT_NE(edit, nullptr) << meant;
    EXPECT_EQ(edit->after, meant);
  }
}

TEST(ScanEvidence, AWordThatTheEngineIsSureOfIsKept) {
  const auto probability = [](float confidence) {
    const auto document = scan_of(kText, confidence, {{"baf", 2, "t", 0.9f}});
    const ScanEvidence scan(document);
    const auto edits = edits_of(document.raw.text(), &scan);
    const edit::Edit* edit = edit_of(edits, "baf");
    return edit == nullptr ? 0 : edit->probability;
  };
  EXPECT_GT(probability(0.3f), 0.1);
  EXPECT_LT(probability(0.99f), probability(0.3f) / 2);
}

TEST(ScanEvidence, PeopleAreToldWhatTheEngineSays) {
  const auto document = scan_of(kText, 0.41f, {{"tho", 2, "e", 0.32f}});
  const ScanEvidence scan(document);
  const auto edits = edits_of(document.raw.text(), &scan);
  const edit::Edit* edit = edit_of(edits, "tho");
  ASSERT_NE(edit, nullptr);
  EXPECT_EQ(edit->evidence.back().source, edit::kSaysEngine);
  EXPECT_EQ(edit->evidence.back().statement,
            "the engine was 41 % sure of this word; its second choice for the 3rd letter was “e” (32 %)");
  std::size_t told = 0;
  for (const edit::Candidate& candidate : edit->candidates)
    for (const edit::Evidence& said : candidate.says)
      if (said.source == edit::kSaysEngine) {
        ++told;
        if (candidate.is_text) {
          EXPECT_EQ(said.statement, "read so, 41 % sure");
        }
      }
  EXPECT_EQ(told, edit->candidates.size());
}

TEST(ScanEvidence, WhereThereIsNoneNothingChanges) {
  const document::Document empty;
  const ScanEvidence nothing(empty);
  const auto without = edits_of(kText, nullptr);
  const auto with = edits_of(kText, &nothing);
  ASSERT_FALSE(without.empty());
  ASSERT_EQ(without.size(), with.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    EXPECT_EQ(with[i].after, without[i].after);
    EXPECT_EQ(with[i].probability, without[i].probability);
    EXPECT_EQ(with[i].evidence.size(), without[i].evidence.size());
  }
}

}  // namespace
}  // namespace emend::correct
