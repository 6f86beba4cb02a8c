#include "text/line_index.h"

#include <algorithm>

#include "text/utf8.h"

namespace emend::text {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '\n') starts_.push_back(i + 1);
}

Span LineIndex::line_span(std::size_t line) const {
  const std::size_t begin = starts_[line];
  std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
  if (end > begin && text_[end - 1] == '\n') --end;
  return {begin, end};
}

std::size_t LineIndex::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

LineColumn LineIndex::position_of(std::size_t offset) const {
  const std::size_t line = line_of(offset);
  const std::size_t begin = starts_[line];
  return {line + 1, count_code_points(text_.substr(begin, offset - begin)) + 1};
}

}  // namespace emend::text
