#include "text/distance.h"

#include <algorithm>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace emend::text {
namespace {

// The textbook recurrence, to hold the quick one against.
std::size_t plain_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

TEST(EditDistance, KnownCases) {
  EXPECT_EQ(edit_distance(U"", U""), 0u);
  EXPECT_EQ(edit_distance(U"", U"abc"), 3u);
  EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3u);
  EXPECT_EQ(edit_distance(U"naïve", U"naive"), 1u);
}

TEST(EditDistance, AgreesWithThePlainMethod) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::u32string a, b;
    for (auto n = random() % 200; n > 0; --n) a += static_cast<char32_t>(U'a' + random() % 5);
    for (auto n = random() % 200; n > 0; --n) b += static_cast<char32_t>(U'a' + random() % 5);
    EXPECT_EQ(edit_distance(a, b), plain_distance(a, b));
  }
}

}  // namespace
}  // namespace emend::text
