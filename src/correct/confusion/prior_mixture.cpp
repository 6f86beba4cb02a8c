#include "correct/confusion/prior_mixture.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "correct/confusion/confusion_counter.h"

namespace emend::correct {
namespace {

constexpr int kIterations = 10;
// The starting weights count as so many confusions: a page's worth of sure corrections outweighs them.
constexpr double kStartingConfusions = 10;
// Of all confusions, so many are ones that a prior does not have; they are spread evenly over as many kinds.
constexpr double kUnseenShare = 0.05;
constexpr double kUnseenKinds = 5000;
// A run is meant in vain at most so often, whatever is mixed.
constexpr double kMostConfused = 0.9;

using Runs = std::pair<std::string_view, std::string_view>;  // meant, seen

double total_of(const ConfusionModel& model) {
  double total = 0;
  for (const Confusion& confusion : model.confusions()) total += confusion.count;
  return total;
}

// Of how many characters the model was counted. One that never saw a character too many does not tell; then its most
// frequent run stands for them, which is never far off by more than a constant.
double places_of(const ConfusionModel& model) {
  double most = model.places();
  if (most > 0) return most;
  for (const Confusion& confusion : model.confusions()) most = std::max(most, confusion.of);
  return most;
}

// The probability that a confusion of this prior is the given one.
class Shares {
 public:
  explicit Shares(const ConfusionModel& model) {
    const double total = total_of(model);
    for (const Confusion& confusion : model.confusions())
      shares_[{confusion.meant, confusion.seen}] = (1 - kUnseenShare) * confusion.count / total;
  }
  double of(const Runs& runs) const {
    const auto found = shares_.find(runs);
    return (found == shares_.end() ? 0 : found->second) + kUnseenShare / kUnseenKinds;
  }

 private:
  std::map<Runs, double> shares_;
};

void make_sum_one(std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
}

}  // namespace

ConfusionModel mixed(const std::vector<Prior>& priors, const std::vector<double>& weights) {
  const double places = places_of(priors[0].model);
  const double confusions = total_of(priors[0].model);
  double weight_sum = 0;
  std::map<Runs, double> counts;
  struct Meant {
    double share = 0;   // of the places at which the run is meant, weighted
    double weight = 0;  // of the priors that know it
  };
  std::map<std::string_view, Meant> meant;
  for (std::size_t k = 0; k < priors.size(); ++k) {
    if (!(weights[k] > 0)) continue;
    const ConfusionModel& model = priors[k].model;
    const double total = total_of(model);
    const double own_places = places_of(model);
    weight_sum += weights[k];
    std::string_view last;
    bool is_first = true;
    for (const Confusion& confusion : model.confusions()) {
      counts[{confusion.meant, confusion.seen}] += weights[k] * confusion.count / total;
      if (is_first || confusion.meant != last) {
        Meant& run = meant[confusion.meant];
        run.share += weights[k] * confusion.of / own_places;
        run.weight += weights[k];
        last = confusion.meant;
        is_first = false;
      }
    }
  }
  if (confusions <= 0 || weight_sum <= 0) return {};
  std::vector<Confusion> all;
  for (const auto& [runs, share] : counts) {
    const Meant& run = meant.at(runs.first);
    const double of = places * (runs.first.empty() ? 1 : std::min(run.share / run.weight, 1.0));
    const double count = std::min(confusions * share / weight_sum, kMostConfused * of);
    all.push_back({std::string(runs.second), std::string(runs.first), count, of});
  }
  return ConfusionModel(std::move(all));
}

PriorChoice choose_prior(const std::vector<Prior>& priors, SourceKind source, const std::vector<SeenAndMeant>& words) {
  std::vector<double> start;
  for (const Prior& prior : priors)
    start.push_back(source == SourceKind::kScan ? prior.entry.scan_weight : prior.entry.text_weight);
  make_sum_one(start);

  ConfusionCounter counter;
  for (const SeenAndMeant& word : words) counter.add(word.seen, word.meant);
  const std::vector<Confusion> seen = counter.confused();
  std::vector<Shares> shares;
  for (const Prior& prior : priors) shares.emplace_back(prior.model);

  std::vector<double> weights = start;
  for (int iteration = 0; iteration < kIterations; ++iteration) {
    std::vector<double> next;
    for (const double weight : start) next.push_back(kStartingConfusions * weight);
    for (const Confusion& confusion : seen) {
      std::vector<double> parts;
      for (std::size_t k = 0; k < priors.size(); ++k)
        parts.push_back(weights[k] * shares[k].of({confusion.meant, confusion.seen}));
      const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
      for (std::size_t k = 0; k < priors.size(); ++k) next[k] += confusion.count * parts[k] / sum;
    }
    make_sum_one(next);
    weights = std::move(next);
  }
  return {weights, mixed(priors, weights)};
}

}  // namespace emend::correct
