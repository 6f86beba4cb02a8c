#include "pipeline/page_selection.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace emend::pipeline {
namespace {

constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();

std::optional<std::size_t> page_number(std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number == 0) return std::nullopt;
  return number;
}

}  // namespace

Result<PageSelection> PageSelection::parse(std::string_view text) {
  PageSelection selection;
  selection.text_ = text;
  const auto wrong = [&](std::string_view part) {
    return fail(ErrorKind::kUsage, "--pages " + std::string(text),
                "'" + std::string(part) + "' is no page or range of pages", "write it like 1,3,7-9,12-");
  };
  while (true) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string_view part = text.substr(0, comma);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);

    Range range;
    const std::size_t dash = part.find('-');
    const auto first = dash == 0 ? std::optional<std::size_t>(1) : page_number(part.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first
                      : dash + 1 == part.size()      ? std::optional<std::size_t>(kNoEnd)
                                                     : page_number(part.substr(dash + 1));
    if (part == "-" || !first || !last || *first > *last) return wrong(part);
    range = {*first, *last};
    selection.ranges_.push_back(range);
    if (comma == text.size()) return selection;
    text.remove_prefix(comma + 1);
  }
}

bool PageSelection::contains(std::size_t number) const {
  return ranges_.empty() || std::any_of(ranges_.begin(), ranges_.end(), [&](const Range& range) {
           return range.first <= number && number <= range.last;
         });
}

std::vector<std::size_t> PageSelection::indices(std::size_t page_count) const {
  std::vector<std::size_t> wanted;
  for (std::size_t index = 0; index < page_count; ++index)
    if (contains(index + 1)) wanted.push_back(index);
  return wanted;
}

}  // namespace emend::pipeline
