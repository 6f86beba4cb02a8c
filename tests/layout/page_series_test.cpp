#include "layout/page_series.h"

#include <gtest/gtest.h>

namespace emend::layout {
namespace {

SeriesPage page(int in_name, const std::string& head, const std::string& section = "p") {
  SeriesPage page;
  page.section = section;
  page.number = in_name;
  EdgeBand band;
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t end = std::min(head.find(' ', begin), head.size());
    band.tokens.push_back(head.substr(begin, end - begin));
    begin = end + 1;
  }
  band.text = head;
  page.edges.top = {band};
  return page;
}

TEST(PageSeries, FindsTheConstantBetweenNameAndPage) {
  const PageSeries series(
      {page(8, "Io PREFACE"), page(17, "VOLUNTEERS 19"), page(24, "26 OHIO"), page(31, "VOLUNTEERS 33")});
  const auto expected = series.expected_number(0);
  ASSERT_TRUE(expected);
  EXPECT_EQ(expected->number, 10);
  EXPECT_EQ(expected->witnesses, 3u);
}

TEST(PageSeries, CountsInTens) {
  const PageSeries series(
      {page(80, "8 CHILE"), page(160, "16 CHILE"), page(230, "LISBON 23"), page(100, "x CONTENTS", "a")});
  EXPECT_EQ(series.expected_number(1)->number, 16);
  const auto front = series.expected_number(3);
  ASSERT_TRUE(front);
  EXPECT_EQ(front->number, 10);
  EXPECT_FALSE(front->is_of_section);
}

TEST(PageSeries, APageThatStandsAloneHasOnlyItsName) {
  const PageSeries series({page(20, "20 THE HARBOUR")});
  const auto expected = series.expected_number(0);
  ASSERT_TRUE(expected);
  EXPECT_EQ(expected->number, 20);
  EXPECT_EQ(expected->witnesses, 0u);
}

TEST(PageSeries, PagesThatDoNotAgreeCountNothing) {
  const PageSeries series({page(1, "12 A"), page(2, "40 B"), page(3, "7 C"), page(4, "119 D")});
  EXPECT_EQ(series.expected_number(0)->witnesses, 0u);
}

}  // namespace
}  // namespace emend::layout
