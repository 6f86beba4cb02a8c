#include "text/unicode.h"

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(Casing, ChangesLettersOfAnyScriptAndNothingElse) {
  EXPECT_EQ(to_lower("The U.S.S.R. [@Z{`"), "the u.s.s.r. [@z{`");
  EXPECT_EQ(to_upper("don't, 1st [@z{`"), "DON'T, 1ST [@Z{`");
  EXPECT_EQ(to_lower("RÉGIME Σ"), "régime σ");
  EXPECT_EQ(to_upper("régime ß"), "RÉGIME SS");
  EXPECT_EQ(to_lower(""), "");
}

}  // namespace
}  // namespace emend::text
