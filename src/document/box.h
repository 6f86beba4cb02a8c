// A rectangle on the paper, in pixels of the original scan (never of a cleaned variant).
#pragma once

#include <algorithm>

namespace emend::document {

struct Box {
  int x = 0;  // left edge; the origin is the top left corner of the scan
  int y = 0;
  int width = 0;
  int height = 0;

  int right() const { return x + width; }    // first column behind it
  int bottom() const { return y + height; }  // first row below it
  bool is_empty() const { return width <= 0 || height <= 0; }
  friend bool operator==(const Box&, const Box&) = default;
};

// The smallest box around both; an empty box adds nothing.
inline Box united(Box a, Box b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  const int x = std::min(a.x, b.x);
  const int y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace emend::document
