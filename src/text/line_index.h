// From byte offsets to lines and columns, and back.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::text {

struct LineColumn {
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in code points
};

// Borrows the text; read-only after construction, so it may be shared between threads.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // Lines end at "\n"; a final "\n" does not begin another line.
  std::size_t line_count() const { return starts_.size(); }
  // The line's bytes without its "\n"; `line` counts from 0.
  Span line_span(std::size_t line) const;
  // The 0-based line that holds `offset`; the end of the text belongs to the last line.
  std::size_t line_of(std::size_t offset) const;
  LineColumn position_of(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace emend::text
