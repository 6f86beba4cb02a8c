#include "layout/furniture.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

// The limits of correct/structure/page_furniture.cpp.
constexpr double kTakenOut = 0.98;
constexpr double kProposed = 0.6;

// A line at an edge: its words between spaces, its letters without a number at either end.
EdgeBand band(const std::string& text, double y) {
  EdgeBand band;
  band.text = text;
  band.y = y;
  band.gap = 2;
  band.width = 0.5;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    band.tokens.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::copy_if(text.begin(), text.end(), std::back_inserter(band.letters), [](char c) { return c >= 'a' && c <= 'z'; });
  return band;
}

SeriesPage page(int in_name, const std::string& head, const std::string& foot = {}) {
  SeriesPage page;
  page.number = in_name;
  page.edges.top = {band(head, 0.05)};
  if (!foot.empty()) page.edges.bottom = {band(foot, 0.95)};
  return page;
}

double probability_of_head(const PageSeries& series, std::size_t index) {
  return find_furniture(series, index).at(0).probability();
}

TEST(Furniture, AHeadThatIsRepeatedOnNumberedPagesIsARunningHead) {
  const PageSeries numbered_head(
      {page(1, "1 the age of the fathers"), page(2, "the age of the fathers"), page(3, "3 the age of the fathers")});
  EXPECT_GT(probability_of_head(numbered_head, 1), kTakenOut) << "its own number was not read";
  const PageSeries numbered_foot(
      {page(1, "the great oil octopus", "1"), page(2, "the great oil octopus", "2"), page(3, "the indictment", "3")});
  for (std::size_t i = 0; i < 2; ++i) EXPECT_GT(probability_of_head(numbered_foot, i), kTakenOut);
}

// Two letters that lay in one folder lost their letterheads: the second sheets of the first one counted the pages.
TEST(Furniture, AHeadOfLettersIsNone) {
  const PageSeries letters({page(1, "office memorandum"), page(2, "-2-"), page(3, "-3-"), page(4, "office memorandum"),
                            page(5, "office memorandum")});
  ASSERT_EQ(letters.expected_number(3)->witnesses, 2u);
  for (const std::size_t i : {0u, 3u, 4u}) EXPECT_LT(probability_of_head(letters, i), kProposed) << i;
  EXPECT_GT(probability_of_head(letters, 1), kTakenOut) << "what counts the pages is no text";
}

TEST(Furniture, AHeadThatIsRepeatedWhereNothingCountsThePagesIsNone) {
  const PageSeries letters({page(1, "office memorandum"), page(2, "office memorandum"), page(9, "office memorandum")});
  EXPECT_LT(probability_of_head(letters, 1), kProposed);
}

}  // namespace
}  // namespace emend::layout
