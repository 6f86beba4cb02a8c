#include "correct/lattice/capitals.h"

#include <cstddef>

namespace emend::correct {
namespace {

// So many words in capitals one after the other, at most so many others between two of them: a teletype or a long
// heading, no name.
constexpr std::size_t kLeastCapitalWords = 8;
constexpr std::size_t kMostOthersBetween = 1;

}  // namespace

bool is_capital_word(std::string_view seen) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : seen) {
    upper += c >= 'A' && c <= 'Z';
    lower += c >= 'a' && c <= 'z';
  }
  return upper >= 2 && upper > lower;
}

void mark_capitals(std::string_view text, std::vector<Unit>& units) {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the last word in capitals
  std::size_t words = 0;
  std::size_t others = 0;
  const auto close = [&] {
    if (words >= kLeastCapitalWords)
      for (std::size_t k = begin; k < end; ++k) units[k].is_in_capitals = units[k].kind == lm::LmTokenKind::kWord;
    words = others = 0;
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != lm::LmTokenKind::kWord || units[i].span.size() < 2) continue;
    if (is_capital_word(units[i].span.of(text))) {
      if (words == 0) begin = i;
      ++words;
      others = 0;
      end = i + 1;
    } else if (words > 0 && ++others > kMostOthersBetween) {
      close();
    }
  }
  close();
}

}  // namespace emend::correct
