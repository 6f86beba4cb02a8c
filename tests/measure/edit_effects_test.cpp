#include "measure/edit_effects.h"

#include <gtest/gtest.h>

namespace emend::measure {
namespace {

// The edit that put the n-th "[after|before]" of a marked text there; the marks are taken out.
std::pair<std::string, std::vector<AppliedEdit>> unmarked(std::string_view marked) {
  std::string clean;
  std::vector<AppliedEdit> edits;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      clean += marked[i];
      continue;
    }
    const std::size_t bar = marked.find('|', i);
    const std::size_t end = marked.find(']', i);
    const std::size_t begin = clean.size();
    clean += marked.substr(i + 1, bar - i - 1);
    edits.push_back({{begin, clean.size()}, std::string(marked.substr(bar + 1, end - bar - 1))});
    i = end;
  }
  return {clean, edits};
}

TEST(EditEffects, NearerSameFarther) {
  const Effect n = Effect::kNearer, s = Effect::kSame, f = Effect::kFarther;
  const struct {
    const char *truth, *marked;
    std::vector<Effect> expected;
  } cases[] = {
      {"the old mill", "the [old|o1d] mill", {n}},
      {"the old mill", "the [odd|old] mill", {f}},
      {"the old mill", "the [odd|o1d] mill", {s}},
      {"the ‘old’ mill", "the [‘|']old[’|'] mill", {s, s}},
      {"in the house", "in[ |]the house", {n}},
      {"in the house", "in[|\n]the house", {f}},
      {"comrade and com", "com[|-\n]rade and com", {n}},
      {"a b c d e", "[a|4] b [x|c] d [e|3]", {n, f, n}},
      {"[I] asked", "[I|l] asked", {n}},
      {"", "[some|same] text", {s}},
      {"only one", "[|.]only one[|.]", {n, n}},
      {"x y z", "q[w|e] u i o p", {s}},
      {"the rest is lost", "the[ rest is lost|]", {n}},
      // The neighbours are wrong too; each edit is judged with the others standing.
      {"one two three four five", "one [tvo|tuuo] [three|thnee] fuor five", {n, n}},
  };
  for (const auto& c : cases) {
    const auto [clean, edits] = unmarked(c.marked);
    const auto effects = edit_effects(c.truth, clean, edits, {});
    ASSERT_TRUE(effects);
    EXPECT_EQ(*effects, c.expected) << c.marked;
  }
}

TEST(EditEffects, NoEditsNoEffects) { EXPECT_TRUE(edit_effects("a", "b", {}, {}).value().empty()); }

}  // namespace
}  // namespace emend::measure
