#include "train/confusions/edit_estimate.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "text/utf8.h"
#include "train/confusions/differing_places.h"
#include "train/confusions/packed_run.h"

namespace emend::train {
namespace {

using correct::AlignedText;
using correct::kLongestConfusion;
using Probabilities = std::unordered_map<PackedConfusion, double, PackedConfusionHash>;

// A character that is as it was meant.
constexpr double kRight = 0.97;
// One for one, one too many or one lost, where nothing is known of it.
constexpr double kUnknownPart = 1e-4;
// One document may always say this much of a confusion.
constexpr double kAlwaysAllowed = 2;

class Counts {
 public:
  void add(const PackedConfusion& confusion, std::size_t document, double count) {
    std::vector<std::pair<std::size_t, double>>& cell = cells_[confusion];
    if (cell.empty() || cell.back().first != document) cell.push_back({document, 0});
    cell.back().second += count;
  }

  // By confusion, no document above its share.
  Probabilities capped(double most_of_one_document) const {
    Probabilities all;
    for (const auto& [confusion, cell] : cells_) {
      double sum = 0;
      for (const auto& [document, count] : cell) sum += count;
      const double most = std::max(kAlwaysAllowed, most_of_one_document * sum);
      double counted = 0;
      for (const auto& [document, count] : cell) counted += std::min(count, most);
      all[confusion] = counted;
    }
    return all;
  }

 private:
  // Documents come one after another, so the last one of a cell is the one that is counted.
  std::unordered_map<PackedConfusion, std::vector<std::pair<std::size_t, double>>, PackedConfusionHash> cells_;
};

// How often each run was meant, and between how many characters nothing was.
class Occurrences {
 public:
  explicit Occurrences(const std::vector<AlignedText>& documents) {
    for (const AlignedText& text : documents) {
      for (std::size_t i = 0; i < text.steps.size(); ++i) {
        if (!text.is_trusted[i]) continue;
        ++places_;
        for (std::size_t at = text.steps[i].meant_begin; at < text.steps[i].meant_end; ++at)
          for (std::size_t length = 1; length <= kLongestConfusion && at + length <= text.meant.size(); ++length)
            ++runs_[packed(std::u32string_view(text.meant).substr(at, length))];
      }
    }
  }
  double of(PackedRun meant) const {
    if (meant == 0) return places_;
    const auto found = runs_.find(meant);
    return found == runs_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<PackedRun, double> runs_;
  double places_ = 0;
};

// Every way from one run to another by edits; the steps in an order in which all ways to a cell come before those from
// it.
struct Step {
  std::size_t meant = 0, seen = 0;  // where it begins
  std::size_t meant_length = 0, seen_length = 0;
  PackedConfusion confusion;
  bool is_right = false;
};

template <typename Take>
void each_step(std::u32string_view meant, std::u32string_view seen, const Take& take) {
  for (std::size_t i = 0; i <= meant.size(); ++i)
    for (std::size_t j = 0; j <= seen.size(); ++j)
      for (std::size_t m = 0; m <= kLongestConfusion && i + m <= meant.size(); ++m)
        for (std::size_t s = 0; s <= kLongestConfusion && j + s <= seen.size(); ++s) {
          if (m + s == 0) continue;
          const std::u32string_view a = meant.substr(i, m);
          const std::u32string_view b = seen.substr(j, s);
          const bool is_right = a == b;
          if (is_right && m > 1) continue;
          take(Step{i, j, m, s, {packed(a), packed(b)}, is_right});
        }
}

double probability_of(const Step& step, const Probabilities& known) {
  if (step.is_right) return kRight;
  const auto found = known.find(step.confusion);
  const double probability = found == known.end() ? 0 : found->second;
  return step.meant_length <= 1 && step.seen_length <= 1 ? std::max(probability, kUnknownPart) : probability;
}

// The likeliest way to make the run of shorter edits.
double by_parts(const PackedConfusion& confusion, const Probabilities& known) {
  const std::u32string meant = unpacked(confusion.meant);
  const std::u32string seen = unpacked(confusion.seen);
  std::vector<double> best((meant.size() + 1) * (seen.size() + 1), 0);
  best[0] = 1;
  each_step(meant, seen, [&](const Step& step) {
    if (step.confusion == confusion) return;
    const double here = best[step.meant * (seen.size() + 1) + step.seen];
    double& there = best[(step.meant + step.meant_length) * (seen.size() + 1) + step.seen + step.seen_length];
    there = std::max(there, here * probability_of(step, known));
  });
  return best.back();
}

void count_plainly(const DifferingPlace& place, Counts& counts) {
  for (const correct::AlignedStep& step : place.steps) {
    const auto meant = std::u32string_view(place.meant).substr(step.meant_begin, step.meant_end - step.meant_begin);
    const auto seen = std::u32string_view(place.seen).substr(step.seen_begin, step.seen_end - step.seen_begin);
    if (meant.size() != seen.size()) {
      counts.add({packed(meant), packed(seen)}, place.document, 1);
      continue;
    }
    for (std::size_t i = 0; i < meant.size(); ++i)
      if (meant[i] != seen[i]) counts.add({packed(meant.substr(i, 1)), packed(seen.substr(i, 1))}, place.document, 1);
  }
}

// Runs that hold a difference and a neighbour: an equal character, or the next difference.
void count_runs(const DifferingPlace& place, Counts& counts) {
  // The borders that the alignment knows, between equal characters and around differences.
  std::vector<std::pair<std::size_t, std::size_t>> borders = {{0, 0}};  // meant, seen
  const auto walk_to = [&](std::size_t meant, std::size_t seen) {
    auto [m, s] = borders.back();
    while (m < meant && s < seen) borders.push_back({++m, ++s});
  };
  for (const correct::AlignedStep& step : place.steps) {
    walk_to(step.meant_begin, step.seen_begin);
    if (step.meant_end - step.meant_begin == step.seen_end - step.seen_begin)
      walk_to(step.meant_end, step.seen_end);
    else
      borders.push_back({step.meant_end, step.seen_end});
  }
  walk_to(place.meant.size(), place.seen.size());
  for (std::size_t from = 0; from < borders.size(); ++from)
    for (std::size_t to = from + 2; to < borders.size(); ++to) {
      const auto [m, s] = borders[from];
      const std::size_t meant_length = borders[to].first - m;
      const std::size_t seen_length = borders[to].second - s;
      if (meant_length > kLongestConfusion || seen_length > kLongestConfusion) break;
      const auto meant = std::u32string_view(place.meant).substr(m, meant_length);
      const auto seen = std::u32string_view(place.seen).substr(s, seen_length);
      // Words are searched between spaces, so a neighbour that is a space would only hide what a word is read as.
      const auto spaces = [](std::u32string_view run) { return std::count(run.begin(), run.end(), U' '); };
      if (spaces(seen) == spaces(meant) && spaces(seen) > 0) continue;
      if (meant != seen) counts.add({packed(meant), packed(seen)}, place.document, 1);
    }
}

Probabilities probabilities_of(const Probabilities& counts, const Occurrences& occurrences, double discount) {
  Probabilities all;
  for (const auto& [confusion, count] : counts) {
    const double of = occurrences.of(confusion.meant);
    if (count > discount && of > 0) all[confusion] = std::min((count - discount) / of, 1.0);
  }
  return all;
}

// Adds the runs that say more than their parts, short ones first, as they are parts of longer ones.
void add_runs(const Probabilities& counts, const Occurrences& occurrences, const EstimateOptions& options,
              Probabilities& known) {
  struct Run {
    std::size_t length;
    PackedConfusion confusion;
    double probability;
  };
  std::vector<Run> runs;
  for (const auto& [confusion, count] : counts) {
    const double of = occurrences.of(confusion.meant);
    if (count < options.least_run_count || count <= options.discount || of <= 0 || known.contains(confusion)) continue;
    runs.push_back({unpacked(confusion.meant).size() + unpacked(confusion.seen).size(), confusion,
                    std::min((count - options.discount) / of, 1.0)});
  }
  // Runs of one length are no parts of each other, so their order does not matter.
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.length < b.length; });
  for (const Run& run : runs)
    if (run.probability >= options.least_run_gain * by_parts(run.confusion, known))
      known[run.confusion] = run.probability;
}

}  // namespace

correct::ConfusionModel estimated_confusions(const std::vector<AlignedText>& documents,
                                             const EstimateOptions& options) {
  std::vector<DifferingPlace> places;
  for (std::size_t i = 0; i < documents.size(); ++i)
    for (DifferingPlace& place : differing_places(documents[i], i)) places.push_back(std::move(place));
  const Occurrences occurrences(documents);
  const double most =
      documents.empty() ? 1 : std::max(options.most_of_one_document, 2.0 / static_cast<double>(documents.size()));

  Counts plain;
  Counts runs;
  for (const DifferingPlace& place : places) {
    count_plainly(place, plain);
    count_runs(place, runs);
  }
  Probabilities known = probabilities_of(plain.capped(most), occurrences, options.discount);
  add_runs(runs.capped(most), occurrences, options, known);

  std::vector<correct::Confusion> confusions;
  for (const auto& [confusion, probability] : known) {
    const double of = occurrences.of(confusion.meant);
    confusions.push_back(
        {text::to_utf8(unpacked(confusion.seen)), text::to_utf8(unpacked(confusion.meant)), probability * of, of});
  }
  return correct::ConfusionModel(std::move(confusions));
}

}  // namespace emend::train
