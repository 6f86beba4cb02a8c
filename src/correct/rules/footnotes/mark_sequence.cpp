#include "correct/rules/footnotes/mark_sequence.h"

#include <array>
#include <cmath>

#include "base/check.h"

namespace emend::correct {
namespace {

// The number of the last mark; 0 before the first.
using Weights = std::array<double, kHighestMark + 1>;

// How probable the ways of counting are, as weights beside 1 for "the next number in order". Judged, not fitted: open
// data with misread bracketed marks do not exist.
constexpr double kInOrder = 2.7;         // a number that fits its neighbour supports both
constexpr double kFirstIsOne = 2.7;      // counting begins at 1 ...
constexpr double kFirstIsAnother = 0.4;  // ... except where the text is a part of a longer one
constexpr double kUnreadFirst = 0.05;    // an illegible mark before all legible ones
constexpr double kOneLost = 0.03;        // a mark between two others that is not among the candidates
constexpr double kManyLost = 0.003;
constexpr double kRestart = 0.15;  // counting begins again, on a new page or chapter
constexpr double kMisread = 0.35;  // legible digits that are not the mark's: "21" for "[4]"

double transition(int last, int next, const MarkCandidate& candidate) {
  const bool is_read = candidate.number.has_value();
  if (is_read && *candidate.number != next) {
    // Only loose digits are ever misread as others; then the mark counts as illegible.
    if (candidate.glyphs != MarkCandidate::Glyphs::kDigits || last == 0) return 0;
    return next == last + 1 ? kMisread * kInOrder : 0;
  }
  if (last == 0) return next == 1 ? (is_read ? kFirstIsOne : kUnreadFirst) : (is_read ? kFirstIsAnother : 0);
  if (next == last + 1) return kInOrder;
  if (next == last + 2) return kOneLost;
  if (!is_read) return 0;
  if (next == 1) return kRestart;
  return next > last ? kManyLost : 0;
}

// The numbers that a candidate can take behind `last`.
template <typename Visit>
void for_each_next(int last, const MarkCandidate& candidate, Visit visit) {
  const auto offer = [&](int next) {
    if (next < 1 || next > kHighestMark) return;
    const double weight = transition(last, next, candidate);
    if (weight > 0) visit(next, weight * std::exp(candidate.log_odds));
  };
  offer(last + 1);
  if (candidate.number && *candidate.number != last + 1) offer(*candidate.number);
  if (!candidate.number) offer(last + 2);
}

void normalise(Weights& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  EMEND_ASSUME(sum > 0, "some way to read the marks is left");
  for (double& weight : weights) weight /= sum;
}

// What must be skipped costs nothing, except that a mark as it should be is never skipped lightly.
double skip_weight(const MarkCandidate& candidate) { return candidate.is_mark() ? 0.01 : 1; }

}  // namespace

std::vector<MarkNumber> number_marks(const std::vector<MarkCandidate>& candidates) {
  const std::size_t count = candidates.size();
  EMEND_ASSUME(count <= kMostMarkCandidates, "the number of candidates is limited");
  // forward[i]: weight of all readings of the first i candidates, by the last mark's number.
  std::vector<Weights> forward(count + 1, Weights{});
  forward[0][0] = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const MarkCandidate& candidate = candidates[i];
    Weights& next_weights = forward[i + 1];
    for (int last = 0; last <= kHighestMark; ++last) {
      const double weight = forward[i][last];
      if (weight <= 0) continue;
      next_weights[last] += weight * skip_weight(candidate);
      for_each_next(last, candidate, [&](int next, double step) { next_weights[next] += weight * step; });
    }
    normalise(next_weights);
  }

  std::vector<MarkNumber> numbers(count);
  Weights backward;
  backward.fill(1);
  for (std::size_t i = count; i-- > 0;) {
    const MarkCandidate& candidate = candidates[i];
    Weights earlier{};
    Weights as_number{};  // weight of "this candidate is the mark n"
    double all = 0;
    for (int last = 0; last <= kHighestMark; ++last) {
      earlier[last] = skip_weight(candidate) * backward[last];
      for_each_next(last, candidate, [&](int next, double step) {
        earlier[last] += step * backward[next];
        as_number[next] += forward[i][last] * step * backward[next];
      });
      all += forward[i][last] * earlier[last];
    }
    for (int number = 1; number <= kHighestMark; ++number)
      if (as_number[number] > numbers[i].probability) numbers[i] = {number, as_number[number]};
    numbers[i].probability = all > 0 ? numbers[i].probability / all : 0;
    normalise(earlier);
    backward = earlier;
  }
  return numbers;
}

}  // namespace emend::correct
