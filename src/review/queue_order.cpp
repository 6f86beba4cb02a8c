#include "review/queue_order.h"

#include <algorithm>
#include <map>

namespace emend::review {

std::vector<store::ChangeRecord> in_queue_order(std::vector<store::ChangeRecord> records,
                                                const document::Document& document) {
  std::map<int, float> rates;  // by the number of the page
  for (const document::Page& page : document.pages) rates[page.number] = page.expected_error_rate;
  const auto rate_of = [&](const store::ChangeRecord& record) {
    const auto found = rates.find(record.page);
    return found == rates.end() ? -1.0F : found->second;
  };
  std::stable_sort(records.begin(), records.end(),
                   [&](const auto& a, const auto& b) { return rate_of(a) > rate_of(b); });
  return records;
}

}  // namespace emend::review
