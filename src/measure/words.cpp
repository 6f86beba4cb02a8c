#include "measure/words.h"

#include <algorithm>

namespace emend::measure {

std::vector<std::u32string_view> words_of(std::u32string_view text) {
  std::vector<std::u32string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(U' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::u32string WordNumbers::number(const std::vector<std::u32string_view>& words) {
  std::u32string symbols;
  symbols.reserve(words.size());
  for (const std::u32string_view word : words)
    symbols += numbers_.try_emplace(word, static_cast<char32_t>(numbers_.size())).first->second;
  return symbols;
}

}  // namespace emend::measure
