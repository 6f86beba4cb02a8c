#include "layout/note_numbers.h"

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

TEST(NoteNumbers, APageBeginsAtOne) {
  const NoteNumbers numbers = number_notes({{{"", "?", "®"}, {"1", "?", ""}, 12}}, 0);
  EXPECT_EQ(numbers.marks, (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(numbers.labels, (std::vector<int>{1, 2, 3}));
  EXPECT_FALSE(numbers.counts_on);
}

TEST(NoteNumbers, ALostMarkLeavesItsNumberFree) {
  const NoteNumbers numbers = number_notes({{{"1", "3"}, {"1", "2", "3"}, 12}}, 0);
  EXPECT_EQ(numbers.marks, (std::vector<int>{1, 3}));
  EXPECT_EQ(numbers.labels, (std::vector<int>{1, 2, 3}));
}

TEST(NoteNumbers, ABookThatCountsOn) {
  const std::vector<NoteReadings> pages = {{{"1"}, {"1"}, 3},  {{"?"}, {"2"}, 4},  {{"’", ""}, {"I", "‘"}, 6},
                                           {{"’"}, {"8"}, 7},  {{}, {}, 9},        {{""}, {"‘"}, 10},
                                           {{"’"}, {"7"}, 11}, {{"®"}, {"®"}, 16}, {{"?"}, {"9"}, 18}};
  EXPECT_EQ(number_notes(pages, 2).labels, (std::vector<int>{3, 4}));
  EXPECT_EQ(number_notes(pages, 3).labels, (std::vector<int>{5}));
  EXPECT_EQ(number_notes(pages, 8).marks, (std::vector<int>{9}));
  EXPECT_TRUE(number_notes(pages, 8).counts_on);
}

TEST(NoteNumbers, NumbersEndBelowTheHighest) {
  std::vector<NoteReadings> pages;
  for (int page = 0; page < 70; ++page) {
    std::vector<std::string> read;
    for (int i = 1; i <= 3; ++i) read.push_back(std::to_string(3 * page + i));
    pages.push_back({read, read, page + 1});
  }
  for (std::size_t p : {std::size_t{0}, std::size_t{65}, std::size_t{69}})
    EXPECT_EQ(number_notes(pages, p).marks.size(), 3U) << p;
  const std::vector<std::string> many(200, "1");
  EXPECT_TRUE(number_notes({{many, many, 1}}, 0).marks.empty());
}

TEST(NoteNumbers, NoNotesNoNumbers) {
  const NoteNumbers numbers = number_notes({{{}, {}, 1}}, 0);
  EXPECT_TRUE(numbers.marks.empty());
  EXPECT_TRUE(numbers.labels.empty());
}

}  // namespace
}  // namespace emend::layout
