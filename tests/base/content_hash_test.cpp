#include "base/content_hash.h"

#include <string>

#include <gtest/gtest.h>

namespace emend {
namespace {

// Keys of decisions are made of it, so it must stay the same for good. Values of the XXH3 reference implementation.
TEST(ContentHash, NeverChanges) {
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(content_hash("emend").size(), 32u);
}

TEST(ContentHash, EveryByteCounts) {
  const std::string text(1000, 'a');
  const std::string hash = content_hash(text);
  for (const std::size_t place : {0u, 499u, 999u}) {
    std::string other = text;
    other[place] = '\0';
    EXPECT_NE(content_hash(other), hash) << place;
  }
  EXPECT_NE(content_hash(text + '\0'), hash);
}

}  // namespace
}  // namespace emend
