#include "correct/confusion/prior_list.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/confusion/confusion_model.h"

namespace emend::correct {
namespace {

constexpr const char* kHead = "# emend priors 1\n";

TEST(PriorList, ReadsItsLines) {
  const auto list = parse_prior_list(
      std::string(kHead) + "# a remark\nprint\tconfusions-print.tsv\t0.5\t0\n\ntypescript\tt.tsv\t0.25\t1", "a.list");
  ASSERT_TRUE(list) << list.error().what;
  ASSERT_EQ(list->size(), 2u);
  EXPECT_EQ((*list)[0].name, "print");
  EXPECT_EQ((*list)[0].file, "confusions-print.tsv");
  EXPECT_EQ((*list)[0].text_weight, 0.5);
  EXPECT_EQ((*list)[0].scan_weight, 0);
  EXPECT_EQ((*list)[1].scan_weight, 1);
}

TEST(PriorList, RefusesHostileLines) {
  const char* const bad[] = {
      "",                                         // no prior
      "print\tp.tsv\t0.5\n",                      // a field is missing
      "print\tp.tsv\t0.5\t0.5\t\n",               // one too many
      "Print\tp.tsv\t0.5\t0.5\n",                 // capitals
      "\tp.tsv\t0.5\t0.5\n",                      // no name
      "print\t../p.tsv\t0.5\t0.5\n",              // out of the folder
      "print\t/etc/passwd\t0.5\t0.5\n",           //
      "print\t.hidden\t0.5\t0.5\n",               //
      "print\t\t0.5\t0.5\n",                      // no file
      "print\tp.tsv\tmuch\t0.5\n",                // no number
      "print\tp.tsv\t-1\t0.5\n",                  // out of range
      "print\tp.tsv\tnan\t0.5\n",                 //
      "print\tp.tsv\t0.5\t1.5\n",                 //
      "print\tp.tsv\t0\t0.5\n",                   // none for texts
      "print\tp.tsv\t0.5\t0\n",                   // none for scans
      "a\tp.tsv\t0.5\t0.5\na\tq.tsv\t0.5\t0.5\n"  // twice
  };
  for (const char* lines : bad) {
    const auto list = parse_prior_list(std::string(kHead) + lines, "a.list");
    ASSERT_FALSE(list) << lines;
    EXPECT_EQ(list.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(list.error().subject, "a.list");
  }
  EXPECT_FALSE(parse_prior_list("", "a.list"));
  EXPECT_FALSE(parse_prior_list("print\tp.tsv\t0.5\t0.5\n", "a.list"));
}

TEST(PriorList, WhatShipsIsThere) {
  const std::filesystem::path models = std::filesystem::path(EMEND_SOURCE_DIR) / "models";
  const auto list = parse_prior_list(*read_file(models / kPriorListName), "confusions.list");
  ASSERT_TRUE(list) << list.error().what;
  EXPECT_EQ(list->front().name, "print");
  for (const PriorEntry& entry : *list) {
    const auto bytes = read_file(models / entry.file);
    ASSERT_TRUE(bytes) << entry.file;
    const auto model = ConfusionModel::parse(*bytes, entry.file);
    ASSERT_TRUE(model) << model.error().what;
    EXPECT_GT(model->confusions().size(), 20u) << entry.file;
    EXPECT_GT(model->places(), 10'000) << entry.file;
  }
}

}  // namespace
}  // namespace emend::correct
