// Whether a word is one of a short list.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace emend {

template <class List>
bool is_among(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace emend
