#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/confusion/confusion_model.h"
#include "correct/lattice/calibration.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"
#include "train/confusions/sample_pairs.h"

namespace emend::testing {
namespace {

class Train : public ::testing::Test {
 protected:
  // A folder of pairs NAME.gt.txt, NAME.ocr.txt.
  std::string pairs(std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string name = "pairs/document" + std::to_string(i);
      folder.write(name + ".gt.txt", train::meant_paragraph(i));
      folder.write(name + ".ocr.txt", train::seen_paragraph(i));
    }
    return (folder / "pairs").string();
  }
  std::string out(const std::string& name) const { return (folder / name).string(); }

  const TemporaryFolder folder;
};

TEST_F(Train, ConfusionsFromAFolder) {
  const auto table = out("a.tsv");
  const Finished finished =
      run_emend({"train", "confusions", pairs(8), "-o", table, "--origin", "a test", "--hold-out"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(finished.out.find("bits per character held out"), std::string::npos) << finished.out;
  EXPECT_NE(finished.err.find("8 documents"), std::string::npos) << finished.err;
  const auto bytes = read_file(table);
  ASSERT_TRUE(bytes);
  EXPECT_NE(bytes->find("# a test\n"), std::string::npos);
  EXPECT_NE(bytes->find("\nli\th\t"), std::string::npos) << *bytes;
  EXPECT_TRUE(correct::ConfusionModel::parse(*bytes, table));
}

TEST_F(Train, TheNumberOfThreadsDoesNotShow) {
  const std::string folder_of_pairs = pairs(8);
  ASSERT_EQ(run_emend({"train", "confusions", folder_of_pairs, "-o", out("1.tsv"), "-j", "1"}).exit_code, 0);
  ASSERT_EQ(run_emend({"train", "confusions", folder_of_pairs, "-o", out("4.tsv"), "-j", "4"}).exit_code, 0);
  EXPECT_EQ(read_file(out("1.tsv")).value(), read_file(out("4.tsv")).value());
}

TEST_F(Train, PairsAndTwoFoldersGiveTheSame) {
  const std::string both = pairs(2);
  folder.write("truth/document0.gt.txt", train::meant_paragraph(0));
  folder.write("truth/document1.gt.txt", train::meant_paragraph(1));
  folder.write("read/document0/raw.txt", train::seen_paragraph(0));
  folder.write("read/document0/clean.txt", train::meant_paragraph(0));  // not what was read
  folder.write("read/document1.txt", train::seen_paragraph(1));
  ASSERT_EQ(run_emend({"train", "confusions", both, "-o", out("a.tsv")}).exit_code, 0);
  const Finished folders =
      run_emend({"train", "confusions", "--truth", out("truth"), "--text", out("read"), "-o", out("b.tsv")});
  EXPECT_EQ(folders.exit_code, 0) << folders.err;
  const Finished files = run_emend({"train", "confusions", both + "/document0.gt.txt", both + "/document0.ocr.txt",
                                    both + "/document1.gt.txt", both + "/document1.ocr.txt", "-o", out("c.tsv")});
  EXPECT_EQ(files.exit_code, 0) << files.err;
  const std::string first = read_file(out("a.tsv")).value();
  EXPECT_EQ(read_file(out("b.tsv")).value(), first);
  EXPECT_EQ(read_file(out("c.tsv")).value(), first);
}

TEST_F(Train, MeasuresATable) {
  const std::string both = pairs(4);
  ASSERT_EQ(run_emend({"train", "confusions", both, "-o", out("a.tsv")}).exit_code, 0);
  const Finished measured = run_emend({"train", "confusions", both, "--measure", out("a.tsv")});
  EXPECT_EQ(measured.exit_code, 0) << measured.err;
  EXPECT_NE(measured.out.find("bits per character"), std::string::npos);
  folder.write("broken.tsv", "# emend confusions 1\na\tb\tmany\t3\n");
  const Finished broken = run_emend({"train", "confusions", both, "--measure", out("broken.tsv")});
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_NE(broken.err.find("line 2"), std::string::npos) << broken.err;
}

TEST_F(Train, WrongCallsSayWhatToDo) {
  const std::string both = pairs(1);
  const struct {
    std::vector<std::string> arguments;
    int exit_code;
    const char* says;
  } cases[] = {
      {{"train", "confusions", both}, 2, "--output"},
      {{"train", "confusions", "-o", out("a.tsv")}, 2, "no pair of texts"},
      {{"train", "confusions", "--truth", both, "-o", out("a.tsv")}, 2, "both --truth and --text"},
      {{"train", "confusions", both + "/document0.gt.txt", "-o", out("a.tsv")}, 2, "in pairs"},
      {{"train", "confusions", out("no.gt.txt"), out("no.txt"), "-o", out("a.tsv")}, 2, "no.txt"},
      {{"train", "confusions", both, "-o", out("no/folder/a.tsv")}, 3, "a.tsv"},
      {{"train", "calibration", both}, 2, "--output"},
      {{"train", "calibration", both, "-o", out("a"), "--models-dir", out("nowhere")}, 2, "nowhere"},
      {{"train", "calibration", both, "-o", out("a")}, 2, "one half"},
  };
  for (const auto& one : cases) {
    const Finished finished = run_emend(one.arguments);
    EXPECT_EQ(finished.exit_code, one.exit_code) << one.says << "\n" << finished.err;
    EXPECT_NE(finished.err.find(one.says), std::string::npos) << finished.err;
  }
  EXPECT_FALSE(std::filesystem::exists(out("a.tsv")));
}

TEST_F(Train, ATruthWithoutATextIsNamed) {
  const std::string both = pairs(2);
  folder.write("pairs/lonely.gt.txt", "nothing was read");
  const Finished finished = run_emend({"train", "confusions", both, "-o", out("a.tsv")});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("lonely.gt.txt"), std::string::npos) << finished.err;
  EXPECT_TRUE(std::filesystem::exists(out("a.tsv")));
}

TEST_F(Train, TextsOfWildlyDifferentLengthAreRefused) {
  folder.write("pairs/book.gt.txt", std::string(600'000, 'a'));
  folder.write("pairs/book.ocr.txt", std::string(100'000, 'a'));
  const Finished finished = run_emend({"train", "confusions", out("pairs"), "-o", out("a.tsv")});
  EXPECT_EQ(finished.exit_code, 3) << finished.err;
  EXPECT_NE(finished.err.find("cannot be aligned"), std::string::npos) << finished.err;
}

TEST_F(Train, ACalibrationFromAFolder) {
  const std::string both = pairs(10);
  const Finished finished = run_emend({"train", "calibration", both, "-o", out("c"), "--origin", "a test", "-j", "1"});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  const std::string bytes = read_file(out("c")).value();
  EXPECT_NE(bytes.find("# a test\n"), std::string::npos);
  EXPECT_TRUE(correct::Calibration::parse(bytes, "c"));
  ASSERT_EQ(run_emend({"train", "calibration", both, "-o", out("d"), "--origin", "a test", "-j", "3"}).exit_code, 0);
  EXPECT_EQ(read_file(out("d")).value(), bytes);
}

}  // namespace
}  // namespace emend::testing
