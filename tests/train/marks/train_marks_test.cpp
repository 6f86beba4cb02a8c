#include "train/marks/train_marks.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/marks/mark_repair.h"
#include "lexicon/make_lexicon.h"
#include "train/marks/mark_examples.h"
#include "train/marks/mark_pairs.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

const lexicon::Lexicon& english() {
  static const auto made = lexicon::make_lexicon({});
  EXPECT_TRUE(made) << made.error().what;
  return **made;
}

fs::path new_folder(const std::string& name) {
  const fs::path folder = fs::path(testing::TempDir()) / ("train_marks_" + name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::string prose() {
  std::string text = "==== one\n";
  for (int i = 0; i < 200; ++i)
    text +=
        "The man came in, and Mr. Brown went out of the house. When it rained, the man stayed in. The house was old, "
        "and the "
        "roof let the rain in. Did the man mind? He did not.\n\n";
  return text;
}

TEST(TrainedMarkContext, LearnsWhereMarksStand) {
  const TrainedMarkContext trained = trained_mark_context({prose()}, {});
  EXPECT_GT(trained.places, 5000u);
  EXPECT_GT(trained.held_out, trained.held_out_shares);
  const std::string text = "the man came in, and the man went out of the house. When it rained";
  const correct::MarkedText marked = correct::marked_text(text, text::tokenise(text));
  const auto features = trained.context.features_of(text, marked);
  const auto likely = [&](std::size_t gap, correct::Mark mark) {
    return trained.context.probabilities(features[gap])[index_of(mark)];
  };
  EXPECT_GT(likely(11, correct::Mark::kStop), 0.5);  // house. When
  EXPECT_GT(likely(9, correct::Mark::kNone), 0.8);   // of the
  const correct::WordNumber mr =
      trained.context.number_of("mr", {{0, 2}, text::TokenKind::kWord, text::Casing::kLower});
  EXPECT_GT(trained.context.habits(mr).abbreviation, 0.9);
}

TEST(CountMarks, CountsConfusions) {
  const TrainedMarkContext trained = trained_mark_context({prose()}, {});
  correct::MarkChannel counts;
  const MarkTextPair pair{"a", "The man came in. and Mr Brown went out The house was Old ' and the roof let",
                          "The man came in, and Mr. Brown went out. The house was old and the roof let"};
  ASSERT_TRUE(count_marks(pair, trained.context, counts));
  EXPECT_EQ(counts.marks[index_of(correct::Mark::kComma)][index_of(correct::Mark::kStop)], 1);
  EXPECT_EQ(counts.marks[correct::kAbbreviationPoint][index_of(correct::Mark::kNone)], 1);
  EXPECT_EQ(counts.marks[index_of(correct::Mark::kStop)][index_of(correct::Mark::kNone)], 1);
  EXPECT_EQ(counts.letters[correct::letter_index(U'o')][correct::kSmall][correct::kCapital], 1);
  EXPECT_EQ(counts.strays[0][static_cast<std::size_t>(correct::StraySign::kOddApostrophe)].removed, 1);
}

TEST(FittedCalibration, FollowsItsExamplesById) {
  std::vector<MarkExample> examples(80);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    examples[i].id = i < 40 ? correct::kLostMark : correct::kStrayMark;
    examples[i].features[0] = 1;
    examples[i].is_right = i < 40 ? i % 10 != 0 : i % 10 == 0;
  }
  const correct::MarkCalibration fitted = fitted_calibration(examples);
  EXPECT_NEAR(fitted.probability(correct::kLostMark, examples[0].features), 0.9, 0.05);
  EXPECT_NEAR(fitted.probability(correct::kStrayMark, examples[0].features), 0.1, 0.05);
}

TEST(TrainMarks, WritesTablesThatOpenAndTheSameOnesAgain) {
  const fs::path folder = new_folder("both");
  ASSERT_TRUE(write_file(folder / "prose.txt", prose()));
  ASSERT_TRUE(write_file(folder / "a.ocr.txt", prose().substr(9, 2000)));
  ASSERT_TRUE(write_file(folder / "a.gt.txt", prose().substr(9, 2000)));
  MarksOptions options;
  options.texts = {folder / "prose.txt"};
  options.pairs = {(folder / "a.ocr.txt").string() + ":" + (folder / "a.gt.txt").string()};
  options.context_origin = "a test";
  SilentProgress progress;
  const auto summary = train_marks(options, english(), folder, progress);
  ASSERT_TRUE(summary) << summary.error().what;
  EXPECT_EQ(summary->documents, 1u);
  EXPECT_EQ(summary->pairs, 1u);
  EXPECT_TRUE(correct::MarkRepair::open(folder));
  const auto first = read_file(folder / correct::kMarkContextName);
  ASSERT_TRUE(first);

  const fs::path again = new_folder("again");
  ASSERT_TRUE(train_marks(options, english(), again, progress));
  EXPECT_EQ(*read_file(again / correct::kMarkContextName), *first);
  EXPECT_EQ(*read_file(again / correct::kMarkCalibrationName), *read_file(folder / correct::kMarkCalibrationName));
}

TEST(TrainMarks, SaysWhatIsWrong) {
  const fs::path folder = new_folder("wrong");
  SilentProgress progress;
  EXPECT_EQ(train_marks({}, english(), folder, progress).error().kind, ErrorKind::kUsage);
  MarksOptions options;
  options.pairs = {"a.ocr.txt:a.gt.txt"};
  EXPECT_EQ(train_marks(options, english(), folder, progress).error().kind, ErrorKind::kMissing);  // no contexts yet
  options.texts = {folder / "nothing.txt"};
  EXPECT_EQ(train_marks(options, english(), folder, progress).error().kind, ErrorKind::kMissing);
  ASSERT_TRUE(write_file(folder / "prose.txt", prose()));
  options.texts = {folder / "prose.txt"};
  options.pairs = {"a.ocr.txt"};
  EXPECT_EQ(train_marks(options, english(), folder, progress).error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace emend::train
