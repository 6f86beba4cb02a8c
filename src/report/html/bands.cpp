#include "report/html/bands.h"

#include <string>

namespace emend::report::html {

std::string_view band_class(edit::Verdict verdict) {
  switch (verdict) {
    case edit::Verdict::kAccepted: return "applied";
    case edit::Verdict::kRejected: return "rejected";
    case edit::Verdict::kOpen: break;
  }
  return "open";
}

std::string_view band_name(edit::Verdict verdict) {
  switch (verdict) {
    case edit::Verdict::kAccepted: return "Applied";
    case edit::Verdict::kRejected: return "Rejected";
    case edit::Verdict::kOpen: break;
  }
  return "Proposed";
}

void Totals::count(edit::Verdict verdict) {
  switch (verdict) {
    case edit::Verdict::kAccepted: ++applied; break;
    case edit::Verdict::kRejected: ++rejected; break;
    case edit::Verdict::kOpen: ++open; break;
  }
}

Totals totals_of(const std::vector<store::ChangeRecord>& records) {
  Totals totals;
  for (const store::ChangeRecord& record : records) totals.count(record.change.decision.verdict);
  return totals;
}

std::string with_commas(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  return with_commas(count) + " " + std::string(count == 1 ? singular : plural);
}

}  // namespace emend::report::html
