#include "correct/arbiter.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "edit/apply.h"

namespace emend::correct {
namespace {

// Whether `a` is to be preferred; a total order over proposals that differ.
bool is_stronger(const edit::Edit& a, const edit::Edit& b) {
  const auto rank = [](const edit::Edit& e) {
    return std::make_tuple(e.applicability != edit::Applicability::kAutomatic, -e.probability,
                           -static_cast<double>(e.span.size()), e.span.begin, std::string_view(e.rule),
                           std::string_view(e.after));
  };
  return rank(a) < rank(b);
}

constexpr std::string_view kSpaces = " \t\r\n\f";

// A place that is taken, and whether the space that it begins or ends with goes.
struct Taken {
  text::Span span;
  bool loses_first_space = false;
  bool loses_last_space = false;
};

Taken taken_by(const edit::Edit& edit) {
  if (edit.before.empty() || edit.after.find_first_of(kSpaces) != std::string::npos) return {edit.span};
  return {edit.span, kSpaces.find(edit.before.front()) != std::string_view::npos,
          kSpaces.find(edit.before.back()) != std::string_view::npos};
}

// Two insertions at one place cannot both be applied either: nothing says which comes first. Side by side, one edit
// that closes the space before a mark and one that takes out the mark with the space behind it would make one word of
// two.
bool are_in_conflict(const Taken& a, const Taken& b) {
  if (a.span.overlaps(b.span) || (a.span == b.span && a.span.is_empty())) return true;
  const auto join_words = [](const Taken& first, const Taken& second) {
    return first.span.end == second.span.begin && first.loses_first_space && second.loses_last_space;
  };
  return join_words(a, b) || join_words(b, a);
}

bool is_told(const edit::Edit& edit, const edit::Evidence& evidence) {
  return std::any_of(edit.evidence.begin(), edit.evidence.end(), [&](const edit::Evidence& told) {
    return told.source == evidence.source && told.statement == evidence.statement;
  });
}

// `edits` are sorted by place, so that equal proposals are neighbours. The strongest takes the evidence of the others.
std::vector<edit::Edit> merge_equal(std::vector<edit::Edit> edits) {
  std::vector<edit::Edit> merged;
  for (edit::Edit& edit : edits) {
    if (merged.empty() || merged.back().span != edit.span || merged.back().after != edit.after) {
      merged.push_back(std::move(edit));
      continue;
    }
    edit::Edit& kept = merged.back();
    if (is_stronger(edit, kept)) std::swap(kept, edit);
    if (kept.candidates.empty()) kept.candidates = std::move(edit.candidates);
    for (edit::Evidence& evidence : edit.evidence)
      if (!is_told(kept, evidence)) kept.evidence.push_back(std::move(evidence));
  }
  return merged;
}

}  // namespace

// Takes the strongest first and every further one that meets none of those taken: O(n log n).
std::vector<edit::Edit> arbitrate(std::vector<edit::Edit> proposals) {
  std::erase_if(proposals, [](const edit::Edit& edit) { return edit.before == edit.after; });
  edit::sort_by_place(proposals);
  proposals = merge_equal(std::move(proposals));
  std::sort(proposals.begin(), proposals.end(), is_stronger);

  const auto by_place = [](const Taken& a, const Taken& b) { return a.span < b.span; };
  std::set<Taken, decltype(by_place)> taken(by_place);
  std::vector<edit::Edit> winners;
  for (edit::Edit& proposal : proposals) {
    // Those taken do not meet each other, so only the two neighbours can meet the proposal.
    const Taken place = taken_by(proposal);
    const auto next = taken.lower_bound(place);
    if (next != taken.end() && are_in_conflict(*next, place)) continue;
    if (next != taken.begin() && are_in_conflict(*std::prev(next), place)) continue;
    taken.insert(next, place);
    winners.push_back(std::move(proposal));
  }
  edit::sort_by_place(winners);
  return winners;
}

}  // namespace emend::correct
