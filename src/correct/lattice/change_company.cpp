#include "correct/lattice/change_company.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "correct/confusion/alignment.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// A change counts as company as far as it is sure; below this not at all.
constexpr double kLeastPosterior = 0.8;
// Names and figures are changed for worse reasons, known words for subtler ones.
bool is_plain(const Change& change) { return !change.was_known && !change.is_capitalised && !change.has_digit; }
// So many slips any text may have.
constexpr double kSlips = 1;

double weight_of(const Change& change) { return change.posterior < kLeastPosterior ? 0 : change.posterior; }

// How far apart changes are side by side, in bytes.
constexpr std::size_t kNear = 150;

using Confused = std::pair<std::u32string, std::u32string>;  // seen, meant

std::vector<Confused> confused_in(std::string_view before, std::string_view after) {
  const std::u32string seen = text::to_code_points(before);
  const std::u32string meant = text::to_code_points(after);
  std::vector<Confused> all;
  for (const AlignedStep& step : align(seen, meant))
    if (!step.is_equal)
      all.emplace_back(seen.substr(step.seen_begin, step.seen_end - step.seen_begin),
                       meant.substr(step.meant_begin, step.meant_end - step.meant_begin));
  return all;
}

}  // namespace

void judge_company(std::string_view text, std::size_t words, std::vector<Change>& changes) {
  // What stands in the text again and again is one witness: an abbreviation, a name, a refrain.
  std::map<std::string_view, double> forms;
  for (const Change& change : changes) {
    double& weight = forms[change.span.of(text)];
    weight = std::max(weight, weight_of(change));
  }
  std::vector<std::vector<Confused>> confused;
  std::map<Confused, double> counts;
  std::set<std::string_view> counted;
  double plain = 0;
  for (const Change& change : changes) {
    const std::string_view form = change.span.of(text);
    confused.push_back(confused_in(form, change.after));
    if (!counted.insert(form).second) continue;
    for (const Confused& one : confused.back()) counts[one] += forms[form];
    if (is_plain(change)) plain += forms[form];
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change& change = changes[i];
    const double own = forms[change.span.of(text)];
    Company& company = change.company;
    company = {};
    const double others = std::max(plain - (is_plain(change) ? own : 0) - kSlips, 0.0);
    if (words > 0) company.share = others / static_cast<double>(words);
    for (const Confused& one : confused[i]) company.alike += std::max(counts[one] - own, 0.0);
    if (!confused[i].empty()) company.alike /= static_cast<double>(confused[i].size());
    while (changes[first].span.end + kNear < change.span.begin) ++first;
    for (std::size_t k = first; k < changes.size() && changes[k].span.begin < change.span.end + kNear; ++k)
      if (k != i) company.near += changes[k].posterior;
  }
}

}  // namespace emend::correct
