// Words as symbols, so that they are aligned like characters.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace emend::measure {

// The words of a text in which one U+0020 parts two words (see viewed()). They borrow `text`.
std::vector<std::u32string_view> words_of(std::u32string_view text);

// Gives equal words equal numbers. Borrows the words. One thread.
class WordNumbers {
 public:
  // A symbol per word.
  std::u32string number(const std::vector<std::u32string_view>& words);

 private:
  std::unordered_map<std::u32string_view, char32_t> numbers_;
};

}  // namespace emend::measure
