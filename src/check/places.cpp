#include "check/places.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace emend::check {
namespace {

// Bytes of a line that an excerpt shows on either side of the place; longer lines are books without line ends.
constexpr std::size_t kExcerptSide = 100;

// A mark stands about every so many bytes of a line that is longer.
constexpr std::size_t kMarkedEvery = 4096;

std::size_t border_before(std::string_view text, std::size_t offset) {
  while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) --offset;
  return offset;
}

}  // namespace

PlaceFinder::PlaceFinder(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    if (at + 1 < text.size()) starts_.push_back(at + 1);
  mark_long_lines();
}

void PlaceFinder::mark_long_lines() {
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : text_.size();
    for (std::size_t at = starts_[i] + kMarkedEvery; at < end; at += kMarkedEvery) {
      const std::size_t border = border_before(text_, at);
      marks_.push_back({border, place_of(border)});
    }
  }
}

std::string_view PlaceFinder::line(std::size_t number) const {
  const std::size_t begin = starts_[number - 1];
  const std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view line = text_.substr(begin, end - begin);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

FilePlace PlaceFinder::place_of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  FilePlace place;
  place.line = static_cast<std::size_t>(after - starts_.begin());
  const std::size_t begin = *std::prev(after);
  place.byte = offset - begin + 1;
  std::size_t from = begin;
  const auto behind = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                       [](std::size_t at, const Mark& mark) { return at < mark.offset; });
  if (behind != marks_.begin() && std::prev(behind)->offset > begin) {
    from = std::prev(behind)->offset;
    place.character = std::prev(behind)->place.character;
    place.utf16 = std::prev(behind)->place.utf16;
  }
  for (std::size_t i = from; i < offset;) {
    const text::Decoded decoded = text::decode_at(text_, i);
    i += decoded.size;
    ++place.character;
    place.utf16 += decoded.code_point > 0xFFFF ? 2 : 1;
  }
  return place;
}

void PlaceFinder::set_places(Finding& finding) const {
  finding.begin = place_of(finding.span.begin);
  finding.end = place_of(finding.span.end);
  const std::string_view whole = line(finding.begin.line);
  const std::size_t at = std::min(finding.begin.byte - 1, whole.size());
  const std::size_t end = finding.end.line == finding.begin.line ? std::min(finding.end.byte - 1, whole.size()) : at;
  const std::size_t from = at > kExcerptSide ? border_before(whole, at - kExcerptSide) : 0;
  const std::size_t to = std::min(whole.size(), border_before(whole, std::min(whole.size(), end + kExcerptSide)));
  finding.excerpt = whole.substr(from, to - from);
  finding.excerpt_begin = from;
}

void move_by(Finding& finding, std::size_t bytes, std::size_t lines) {
  finding.span.begin += bytes;
  finding.span.end += bytes;
  finding.begin.line += lines;
  finding.end.line += lines;
}

}  // namespace emend::check
