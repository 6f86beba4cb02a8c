#include "correct/lattice/foreign_words.h"

#include <gtest/gtest.h>

#include <string_view>

namespace emend::correct {
namespace {

TEST(ForeignWords, AreThoseThatEverySentenceHas) {
  for (const std::string_view word :
       {"und", "nicht", "dans", "avec", "quod", "sunt", "della", "porque", "voor", "être"})
    EXPECT_TRUE(is_foreign_word(word)) << word;
  for (const std::string_view word : {"", "the", "with", "and", "Und", "house", "tbe", "unde1"})
    EXPECT_FALSE(is_foreign_word(word)) << word;
}

}  // namespace
}  // namespace emend::correct
