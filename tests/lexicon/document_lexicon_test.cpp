#include "lexicon/document_lexicon.h"

#include <gtest/gtest.h>

namespace emend::lexicon {
namespace {

TEST(DocumentLexicon, KnowsFormsThatRepeat) {
  const DocumentLexicon lexicon("Shingaryov spoke. Shingaryov left; Shingaryov came. Milyukov, Milyukov.");
  EXPECT_TRUE(lexicon.has("Shingaryov"));
  EXPECT_EQ(lexicon.look_up("Shingaryov").source, "document");
  EXPECT_EQ(lexicon.look_up("Milyukov").verdict, Verdict::kNoOpinion);
  EXPECT_EQ(lexicon.count("Milyukov"), 2u);
  EXPECT_EQ(lexicon.count("milyukov"), 0u);
}

TEST(DocumentLexicon, TakesBothApostrophesForOne) {
  const DocumentLexicon lexicon("o’clock o'clock o’clock");
  EXPECT_TRUE(lexicon.has("o'clock"));
  EXPECT_TRUE(lexicon.has("o’clock"));
}

TEST(DocumentLexicon, SingleLettersAndNumbersAreNotItsWords) {
  const DocumentLexicon lexicon("l l l l 17 17 17 17 l9 l9 l9 l9");
  EXPECT_FALSE(lexicon.has("l"));
  EXPECT_FALSE(lexicon.has("17"));
  EXPECT_FALSE(lexicon.has("l9"));
}

TEST(DocumentLexicon, OverlongRunsCostNothing) {
  const DocumentLexicon lexicon(std::string(1'000'000, 'a'));
  EXPECT_FALSE(lexicon.has(std::string(1'000'000, 'a')));
}

}  // namespace
}  // namespace emend::lexicon
