#include "image/condition.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace emend::image {
namespace {

std::string spaced(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string range_of(const Condition& condition) {
  if (!std::isfinite(condition.most)) return fmt::format("from {:g}", condition.least);
  if (!std::isfinite(condition.least)) return fmt::format("up to {:g}", condition.most);
  return fmt::format("from {:g} to {:g}", condition.least, condition.most);
}

}  // namespace

bool holds_any(std::span<const Condition> conditions, const document::Damage& damage) {
  if (conditions.empty()) return true;
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    const auto figure = damage.page.find(std::string(condition.figure));
    return figure != damage.page.end() && figure->second >= condition.least && figure->second <= condition.most;
  });
}

std::string described(std::span<const Condition> conditions) {
  std::string out;
  std::string_view before;
  for (const Condition& condition : conditions) {
    if (!out.empty()) out += " or ";
    if (condition.figure != before) out += spaced(condition.figure) + " ";
    out += range_of(condition);
    before = condition.figure;
  }
  return out;
}

std::string measured(std::span<const Condition> conditions, const document::Damage& damage) {
  std::string out;
  std::string_view before;
  for (const Condition& condition : conditions) {
    const auto figure = damage.page.find(std::string(condition.figure));
    if (condition.figure == before || figure == damage.page.end()) continue;
    if (!out.empty()) out += ", ";
    out += fmt::format("{} {:.3g}", spaced(condition.figure), figure->second);
    before = condition.figure;
  }
  return out;
}

}  // namespace emend::image
