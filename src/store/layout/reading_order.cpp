#include "store/layout/reading_order.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "store/layout/layout_builder.h"

namespace emend::store {
namespace {

// As deep as the tree at most (kDeepestElement).
void rank_members(const XmlTree& tree, std::size_t group, std::string_view reference, ReadingRanks& ranks) {
  std::vector<std::pair<double, std::size_t>> members;
  for (const std::size_t member : tree.children(group)) {
    const double last = members.empty() ? 0 : members.back().first;
    members.emplace_back(number_of(tree.attribute(member, "index")).value_or(last), member);
  }
  std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [index, member] : members) {
    if (const std::string id = tree.attribute(member, reference); !id.empty()) ranks.try_emplace(id, ranks.size());
    rank_members(tree, member, reference, ranks);
  }
}

}  // namespace

ReadingRanks ranks_of(const XmlTree& tree, std::size_t order, std::string_view reference) {
  ReadingRanks ranks;
  rank_members(tree, order, reference, ranks);
  return ranks;
}

std::vector<std::size_t> in_reading_order(const std::vector<std::optional<std::size_t>>& ranks) {
  std::vector<std::size_t> order(ranks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t item) { return ranks[item].value_or(std::numeric_limits<std::size_t>::max()); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

}  // namespace emend::store
