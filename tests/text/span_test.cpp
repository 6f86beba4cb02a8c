#include "text/span.h"

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(NarrowSpan, SaysWhatTheWideOneSays) {
  const std::size_t far = std::size_t{5} << 32;  // beyond four bytes
  for (const Span wide : {Span{0, 0}, Span{3, 7}, Span{far, far + 2}}) {
    const NarrowSpan narrow(wide);
    EXPECT_EQ(narrow, wide);
    EXPECT_EQ(narrow.size(), wide.size());
    EXPECT_EQ(narrow.is_empty(), wide.is_empty());
  }
  EXPECT_EQ(NarrowSpan(2, 4).of("whole"), "ol");
  EXPECT_FALSE(NarrowSpan(2, 4) == NarrowSpan(2, 5));
}

}  // namespace
}  // namespace emend::text
