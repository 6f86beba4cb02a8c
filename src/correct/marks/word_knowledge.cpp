#include "correct/marks/word_knowledge.h"

#include <algorithm>

namespace emend::correct {
namespace {

// Enough to tell how bad a text is; dictionaries are slow.
constexpr std::size_t kMostWords = 5000;
// Shorter forms are known whatever they are.
constexpr std::size_t kShortestBytes = 3;

}  // namespace

bool WordKnowledge::is_known(std::size_t word) {
  const MarkedWord& marked = marked_.words[word];
  const std::string_view form = marked.span.of(text_);
  if (marked.kind == text::TokenKind::kNumber || form.size() == 1) return true;
  if (context_.is_listed(numbers_[word])) return true;
  const auto [found, is_new] = known_.emplace(form, false);
  if (is_new) found->second = lexicon_.has(form);
  return found->second;
}

double WordKnowledge::unknown_share() {
  std::size_t words = 0;
  std::size_t unknown = 0;
  for (std::size_t i = 0; i < marked_.words.size() && words < kMostWords; ++i) {
    const MarkedWord& word = marked_.words[i];
    if (word.casing != text::Casing::kLower || word.span.size() < kShortestBytes) continue;
    ++words;
    unknown += !is_known(i);
  }
  return words == 0 ? 0 : static_cast<double>(unknown) / static_cast<double>(words);
}

}  // namespace emend::correct
