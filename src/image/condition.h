// Where a cleaning step is of use: a figure of the measured damage (damage.h), and the range of it.
//
// Pure functions over plain values.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "document/page.h"

namespace emend::image {

struct Condition {
  std::string_view figure;  // of the page: "speck_share"
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

// Whether any of them holds; none at all holds everywhere. A figure that was not measured is in no range.
bool holds_any(std::span<const Condition> conditions, const document::Damage& damage);

// For people: "speck share from 0.004" and "skew degrees up to -0.3 or from 0.3".
std::string described(std::span<const Condition> conditions);
// The figures as they were measured: "speck share 0.0001, contrast share 0.8". Those that were not are left out.
std::string measured(std::span<const Condition> conditions, const document::Damage& damage);

}  // namespace emend::image
