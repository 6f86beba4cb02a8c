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

// A span in ten bytes, for what a text has as many of as it has words. Texts are shorter than 2^40 bytes.
//
// Packed, as bit-fields would else take the alignment of their type; GCC and Clang know the attribute.
struct [[gnu::packed]] NarrowSpan {
  std::size_t begin : 40 = 0;
  std::size_t end : 40 = 0;

  constexpr NarrowSpan() = default;
  constexpr NarrowSpan(std::size_t from, std::size_t to) : begin(from & kMost), end(to & kMost) {}
  constexpr explicit NarrowSpan(Span span) : NarrowSpan(span.begin, span.end) {}
  constexpr operator Span() const { return {begin, end}; }  // NOLINT(google-explicit-constructor): loses nothing

  std::size_t size() const { return end - begin; }
  bool is_empty() const { return begin == end; }
  std::string_view of(std::string_view whole) const { return whole.substr(begin, end - begin); }

  friend bool operator==(const NarrowSpan& a, const NarrowSpan& b) { return a.begin == b.begin && a.end == b.end; }

 private:
  static constexpr std::size_t kMost = (std::size_t{1} << 40) - 1;
};
static_assert(sizeof(NarrowSpan) == 10);

}  // namespace emend::text
