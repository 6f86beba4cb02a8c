// The order in which the parts of a page are read, where a file tells it apart from the order of its elements.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/layout/xml_tree.h"

namespace emend::store {

// Ids and their places in the order: the first mention counts.
using ReadingRanks = std::map<std::string, std::size_t, std::less<>>;

// Of the groups below `order` (<ReadingOrder> of ALTO 4.3 and PAGE), by their `reference` attribute ("REF",
// "regionRef"); members with an `index` come in its order.
ReadingRanks ranks_of(const XmlTree& tree, std::size_t order, std::string_view reference);

// The indices of items, sorted by rank; those that the order does not name come behind. Pure and stable.
std::vector<std::size_t> in_reading_order(const std::vector<std::optional<std::size_t>>& ranks);

}  // namespace emend::store
