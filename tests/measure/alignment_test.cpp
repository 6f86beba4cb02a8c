#include "measure/alignment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/distance.h"

namespace emend::measure {
namespace {

// The textbook's matrix and the way back that align() promises.
Alignment plain_align(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0)
        d[i][j] = i + j;
      else
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    }
  Alignment alignment{d[a.size()][b.size()], {}};
  std::size_t i = a.size();
  std::size_t j = b.size();
  while (i > 0 || j > 0) {
    const bool is_equal = i > 0 && j > 0 && a[i - 1] == b[j - 1];
    if (i > 0 && j > 0 && d[i][j] == d[i - 1][j - 1] + (is_equal ? 0 : 1)) {
      alignment.steps.push_back(is_equal ? Step::kMatch : Step::kReplaced);
      --i, --j;
    } else if (i > 0 && (j == 0 || d[i][j] == d[i - 1][j] + 1)) {
      alignment.steps.push_back(Step::kMissing);
      --i;
    } else {
      alignment.steps.push_back(Step::kExtra);
      --j;
    }
  }
  std::reverse(alignment.steps.begin(), alignment.steps.end());
  return alignment;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>((state_ >> 33) % bound);
  }

 private:
  std::uint64_t state_;
};

std::u32string random_text(Random& random, std::size_t size, std::size_t symbols) {
  std::u32string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char32_t>(U'a' + random.below(symbols));
  return text;
}

std::u32string damaged(Random& random, const std::u32string& text, std::size_t one_in, std::size_t symbols) {
  std::u32string out;
  for (const char32_t c : text) {
    const std::size_t dice = random.below(one_in * 3);
    if (dice == 0) continue;
    if (dice == 1) out += static_cast<char32_t>(U'a' + random.below(symbols));
    out += dice == 2 ? static_cast<char32_t>(U'a' + random.below(symbols)) : c;
  }
  return out;
}

void expect_equal(const std::u32string& a, const std::u32string& b) {
  const Alignment expected = plain_align(a, b);
  const auto found = align(a, b);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->distance, expected.distance);
  EXPECT_TRUE(found->steps == expected.steps) << a.size() << " and " << b.size() << " symbols";
  EXPECT_EQ(distance(a, b).value(), expected.distance);
}

TEST(Alignment, TheSameWayAsAPlainMatrix) {
  Random random(1);
  for (const std::size_t symbols : {1, 2, 4, 30, 1000})
    for (const std::size_t size : {0, 1, 2, 3, 63, 64, 65, 127, 128, 129, 300}) {
      const std::u32string a = random_text(random, size, symbols);
      expect_equal(a, random_text(random, size, symbols));
      expect_equal(a, random_text(random, random.below(200), symbols));
      expect_equal(a, damaged(random, a, 10, symbols));
      expect_equal(a, a);
      expect_equal(a, {});
    }
}

// Longer than the first guess of the distance, so that the band is narrow, grows and hits both of its borders.
TEST(Alignment, TheSameWayWhereTheBandIsNarrow) {
  Random random(2);
  for (const std::size_t symbols : {2, 40}) {
    const std::u32string a = random_text(random, 1800, symbols);
    expect_equal(a, damaged(random, a, 8, symbols));
    expect_equal(a, damaged(random, a, 2, symbols));
    expect_equal(a, random_text(random, 1500, symbols));
    expect_equal(a, a.substr(900) + a.substr(0, 900));
    expect_equal(a.substr(0, 100), a);
    expect_equal(a, a.substr(1700));
    expect_equal(a, random_text(random, 700, symbols) + a);
    expect_equal(a.substr(0, 500) + a.substr(1300), a);
  }
}

TEST(Alignment, ABookIsAlignedInBoundedMemory) {
  Random random(3);
  const std::u32string a = random_text(random, 30000, 3000);
  const std::u32string b = damaged(random, a, 20, 3000);
  const auto found = align(a, b);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->distance, distance(a, b).value());
  EXPECT_EQ(found->distance, text::edit_distance(a, b));
  EXPECT_EQ(static_cast<std::size_t>(std::count_if(found->steps.begin(), found->steps.end(),
                                                   [](Step step) { return step != Step::kMatch; })),
            found->distance);
}

TEST(Alignment, TooLongAndTooDifferentIsAnErrorAtOnce) {
  const std::u32string truth(8'000'000, U'a');
  const std::u32string output(3'000'000, U'b');
  EXPECT_EQ(distance(truth, truth).value(), 0u);
  const auto failed = align(truth, output);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace emend::measure
