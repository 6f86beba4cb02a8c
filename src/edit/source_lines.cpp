#include <algorithm>
#include <tuple>

#include "edit/source_map.h"

namespace emend::edit {

SourceLines::SourceLines(const document::Document& document) : size_(document.raw.text().size()) {
  const std::string_view raw = document.raw.text();
  if (!document.raw.places().empty()) {
    using Line = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;  // page, block, paragraph, line
    Line last{};
    for (const document::WordPlace& place : document.raw.places()) {
      const Line line{place.page, place.block, place.paragraph, place.line};
      if (!starts_.empty() && line == last) continue;
      const bool is_same_page = !starts_.empty() && std::get<0>(line) == std::get<0>(last);
      const std::size_t number = is_same_page ? starts_.back().place.line + 1 : 1;
      starts_.push_back({starts_.empty() ? 0 : place.span.begin, {document.pages.at(place.page).number, number}});
      last = line;
    }
    return;
  }
  const bool has_pages = raw.find('\f') != std::string_view::npos;
  Place place{has_pages ? 1 : 0, 1};
  starts_.push_back({0, place});
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\f') {
      place = {place.page + 1, 1};
    } else if (raw[i] == '\n' && i + 1 < raw.size() && raw[i + 1] != '\f') {
      ++place.line;
    } else {
      continue;
    }
    if (raw[i] == '\f' && starts_.back().raw == i) starts_.pop_back();
    starts_.push_back({raw[i] == '\f' ? i : i + 1, place});
  }
}

SourceLines::Place SourceLines::at(std::size_t raw_offset) const {
  if (starts_.empty()) return {};
  const auto behind =
      std::partition_point(starts_.begin(), starts_.end(), [&](const Start& start) { return start.raw <= raw_offset; });
  return behind == starts_.begin() ? starts_.front().place : std::prev(behind)->place;
}

std::size_t SourceLines::next_border(std::size_t raw_offset) const {
  const auto behind =
      std::partition_point(starts_.begin(), starts_.end(), [&](const Start& start) { return start.raw <= raw_offset; });
  return behind == starts_.end() ? size_ : behind->raw;
}

}  // namespace emend::edit
