#include "check/excerpt.h"

#include <algorithm>

namespace emend::check {
namespace {

// Bytes on either side: two lines, more than any rule and the language model look at.
constexpr std::size_t kAround = 120;

bool is_white(char c) { return c == ' ' || c == '\n'; }

}  // namespace

Excerpt::Excerpt(std::string_view text, const std::vector<text::Span>& places) : places_(places) {
  for (const text::Span place : places) {
    std::size_t begin = place.begin > kAround ? place.begin - kAround : 0;
    while (begin > 0 && begin < place.begin && !is_white(text[begin - 1])) ++begin;
    if (const std::size_t gap = text.substr(begin, place.begin - begin).rfind("\n\n"); gap != std::string_view::npos)
      begin += gap + 2;
    std::size_t end = std::min(text.size(), place.end + kAround);
    while (end < text.size() && end > place.end && !is_white(text[end])) --end;
    if (const std::size_t gap = text.substr(place.end, end - place.end).find("\n\n"); gap != std::string_view::npos)
      end = place.end + gap;
    if (!windows_.empty() && begin <= windows_.back().in_text.end)
      windows_.back().in_text.end = std::max(windows_.back().in_text.end, end);
    else
      windows_.push_back({{begin, end}, 0});
  }
  for (Window& window : windows_) {
    if (!excerpt_.empty()) excerpt_ += excerpt_.back() == '\n' ? "\n" : "\n\n";
    window.in_excerpt = excerpt_.size();
    excerpt_ += window.in_text.of(text);
  }
}

std::optional<text::Span> Excerpt::in_text(text::Span span) const {
  const auto after = std::partition_point(windows_.begin(), windows_.end(),
                                          [&](const Window& window) { return window.in_excerpt <= span.begin; });
  if (after == windows_.begin()) return std::nullopt;
  const Window& window = *std::prev(after);
  const std::size_t begin = span.begin - window.in_excerpt + window.in_text.begin;
  const std::size_t end = begin + span.size();
  if (end > window.in_text.end) return std::nullopt;
  // One byte on either side: a space beside the place belongs to it.
  const auto place =
      std::partition_point(places_.begin(), places_.end(), [&](text::Span p) { return p.end + 1 < begin; });
  const bool touches = place != places_.end() && place->begin <= end + 1;
  return touches ? std::optional(text::Span{begin, end}) : std::nullopt;
}

}  // namespace emend::check
