// A half-open range of bytes in a text, on code point borders.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace emend::text {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool is_empty() const { return begin == end; }
  bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  // Whether the two share a byte. An empty span (an insertion) overlaps where it lies strictly inside the other.
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view whole) const { return whole.substr(begin, end - begin); }

  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace emend::text
