#include "correct/confusion/aligned_text.h"

#include <gtest/gtest.h>

#include "correct/confusion/counted_text.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

TEST(CountedText, MakesAlikeWhatIsNoMisreading) {
  const struct {
    const char* text;
    const char32_t* counted;
  } cases[] = {
      {"", U""},
      {"to-\nday", U"today"},
      {"to- \r\n  day", U"today"},
      {"well-known", U"well-known"},   // within a line it is a hyphen
      {"1914-\n1918", U"1914- 1918"},  // numbers are not broken
      {"a -\nb", U"a - b"},            // a dash
      {"one\n\n  two\t", U"one two"},  // white space
      {"“don’t”", U"\"don't\""},       // quotes
      {"a—b", U"a--b"},                // dashes
      {"\xFF"
       "a",
       U"\uFFFD"
       U"a"},               // broken bytes
      {"end-\n", U"end-"},  // nothing follows
  };
  for (const auto& one : cases)
    EXPECT_EQ(text::to_utf8(counted_text(one.text)), text::to_utf8(one.counted)) << one.text;
}

double trusted_share_of(const AlignedText& text, std::u32string_view meant) {
  const std::size_t begin = text.meant.find(meant);
  double steps = 0;
  double trusted = 0;
  for (std::size_t i = 0; i < text.steps.size(); ++i) {
    if (text.steps[i].meant_begin < begin || text.steps[i].meant_end > begin + meant.size()) continue;
    ++steps;
    trusted += text.is_trusted[i];
  }
  return trusted / steps;
}

TEST(AlignedText, DoesNotTrustWhatOneTextLacks) {
  const std::string before = "The committee met in the house of the mayor and heard the report of the treasurer. ";
  const std::string after = "It was then resolved to print five hundred copies and to send them to all members.";
  const AlignedText same = aligned_text(before + after, before + after);
  for (const bool is_trusted : same.is_trusted) EXPECT_TRUE(is_trusted);

  // A running head that the truth leaves out: not a character of it is an insertion of its own.
  const AlignedText head = aligned_text(before + "THE CATHOLIC CHURCH AND HISTORY 31 " + after, before + after);
  for (std::size_t i = 0; i < head.steps.size(); ++i)
    EXPECT_TRUE(head.steps[i].is_equal || !head.is_trusted[i])
        << text::to_utf8(head.seen.substr(head.steps[i].seen_begin, head.steps[i].seen_end - head.steps[i].seen_begin));
  EXPECT_GT(trusted_share_of(head, U"committee met in the house"), 0.9);

  // Misreadings are trusted.
  const AlignedText misread = aligned_text("The cornrnittee rnet in tbe liouse of the mayor and heard it",
                                           "The committee met in the house of the mayor and heard it");
  for (const bool is_trusted : misread.is_trusted) EXPECT_TRUE(is_trusted);
}

TEST(AlignedText, TakesTextsWithNothingInIt) {
  EXPECT_TRUE(aligned_text("", "").steps.empty());
  EXPECT_FALSE(aligned_text("", "a").steps.empty());
  EXPECT_FALSE(aligned_text("a", "").steps.empty());
}

TEST(Alignment, TellsItsMemoryBefore) {
  EXPECT_LT(alignment_bytes(1000, 1000), 1'000'000u);
  EXPECT_LE(alignment_bytes(100'000, 0), 100'001u);
  EXPECT_GT(alignment_bytes(1'000'000, 500'000), std::size_t{1} << 35);
}

}  // namespace
}  // namespace emend::correct
