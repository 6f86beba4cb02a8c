#include "correct/lattice/change_company.h"

#include <algorithm>
#include <functional>
#include <map>
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

double weight_of(const Change& change) {
  return change.posterior < kLeastPosterior || change.is_left_alone || change.is_among_old_spellings ? 0
                                                                                                     : change.posterior;
}

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

std::vector<Misreading> misreadings_of(std::string_view text, const std::vector<Change>& changes) {
  std::vector<Misreading> all;
  std::map<std::string_view, std::size_t> places;
  for (const Change& change : changes) {
    const std::string_view form = change.span.of(text);
    const auto [place, is_new] = places.try_emplace(form, all.size());
    if (is_new) all.push_back({std::string(form), change.after, 0, is_plain(change)});
    double& weight = all[place->second].weight;
    weight = std::max(weight, weight_of(change));
  }
  return all;
}

double misread_share(const FirstLook& look) {
  double plain = 0;
  for (const Misreading& one : look.misreadings)
    if (one.is_plain) plain += one.weight;
  return look.words == 0 ? 0 : std::max(plain - kSlips, 0.0) / static_cast<double>(look.words);
}

void judge_company(std::string_view text, std::size_t words, const std::vector<Misreading>& repaired,
                   std::vector<Change>& changes) {
  std::vector<Misreading> all = misreadings_of(text, changes);
  std::map<std::string, double, std::less<>> forms;
  for (const Misreading& one : all) forms[one.seen] = one.weight;
  std::vector<Misreading> others;
  for (const Misreading& one : repaired)
    if (!forms.contains(one.seen)) others.push_back(one);
  all.insert(all.end(), others.begin(), others.end());

  std::map<Confused, double> counts;
  double plain = 0;
  for (const Misreading& one : all) {
    for (Confused& confused : confused_in(one.seen, one.meant)) counts[std::move(confused)] += one.weight;
    if (one.is_plain) plain += one.weight;
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change& change = changes[i];
    const std::string_view form = change.span.of(text);
    const double own = forms.find(form)->second;
    const std::vector<Confused> confused = confused_in(form, change.after);
    Company& company = change.company;
    company = {};
    const double rest = std::max(plain - (is_plain(change) ? own : 0) - kSlips, 0.0);
    if (words > 0) company.share = rest / static_cast<double>(words);
    for (const Confused& one : confused)
      if (const auto found = counts.find(one); found != counts.end())
        company.alike += std::max(found->second - own, 0.0);
    if (!confused.empty()) company.alike /= static_cast<double>(confused.size());
    while (changes[first].span.end + kNear < change.span.begin) ++first;
    for (std::size_t k = first; k < changes.size() && changes[k].span.begin < change.span.end + kNear; ++k)
      if (k != i) company.near += changes[k].posterior;
  }
}

}  // namespace emend::correct
