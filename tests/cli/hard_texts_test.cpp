// Texts that are no pages, with everything that corrects switched on: they end, in bounded memory, and nothing is lost.
// Nothing is timed; the sizes are such that what is not nearly linear would not end within the limit of a test.
#include <gtest/gtest.h>

#include "support/noisy_prose.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

constexpr std::size_t kMillion = 1'000'000;
// The models are mapped, the text and its lattice are small; most is taken by 250,000 edits with all their evidence.
#ifdef EMEND_SANITIZED  // which take some twice as much
constexpr long kMostMemoryKb = 4'000'000;
#else
constexpr long kMostMemoryKb = 2'000'000;
#endif

std::string repeated(std::string_view part, std::size_t size) {
  std::string out;
  while (out.size() < size) out += part;
  return out;
}

struct HardText {
  const char* name;
  std::string (*text)();
  bool stays = false;  // nothing in it can be known to be wrong
};

const HardText kTexts[] = {
    {"Nothing", [] { return std::string(); }, true},
    {"OneWord", [] { return std::string("Tbe\n"); }, true},
    {"OneLetter", [] { return std::string("x"); }, true},
    {"NoLetters", [] { return repeated("12 4567 -- 8/9 = 3,5 ... ", kMillion); }},
    {"NoLettersAtAll", [] { return repeated("=*#+", kMillion); }},
    {"OneLineOfWords", [] { return repeated("tbe cat sat on tho mat andthe rat was in the ho use ", kMillion); }},
    {"OneLineOfUnknownWords", [] { return repeated("wqx zzkrp vbnlt mmwqp ", kMillion); }},
    {"OneLineOfProse",
     [] {
       std::string prose = support::noisy_prose(7, 0.05);
       for (char& c : prose)
         if (c == '\n') c = ' ';
       return repeated(prose, kMillion);
     }},
    {"OneLetterAMillionTimes", [] { return std::string(kMillion, 'a'); }, true},
    {"LettersApart", [] { return repeated("t b e ", kMillion); }},
    {"HyphensAndLines", [] { return repeated("con-\n", kMillion); }},
    {"NoSentenceEnds", [] { return repeated("tbe\n", kMillion); }},
    {"OneWordOfMarks", [] { return "tbe" + std::string(kMillion, '^') + "cat"; }},
    {"OtherScripts", [] { return repeated("Привет, мир! 東京都 の тbe ofтhe Ελλάδα שלום ", kMillion); }},
    {"CombiningMarks", [] { return "e" + repeated("\u0301", kMillion); }},
};

class HardTexts : public ::testing::TestWithParam<HardText> {};
INSTANTIATE_TEST_SUITE_P(Of, HardTexts, ::testing::ValuesIn(kTexts),
                         [](const auto& text) { return std::string(text.param.name); });

TEST_P(HardTexts, ComeThrough) {
  const std::string text = GetParam().text();
  const Finished finished = run_emend({"fix"}, text);
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_LT(finished.peak_memory_kb, kMostMemoryKb);
  // Repairs are small: of a text of any size nearly all is still there.
  EXPECT_GE(finished.out.size(), text.size() - text.size() / 4);
  EXPECT_TRUE(finished.out == text || !GetParam().stays);
}

}  // namespace
}  // namespace emend::testing
