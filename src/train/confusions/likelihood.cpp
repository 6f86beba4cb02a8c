#include "train/confusions/likelihood.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/utf8.h"

namespace emend::train {
namespace {

// What is not in the table: a character lost, one put in (half as often), or one taken for any of a hundred others. The
// value was best for newspapers among powers of two.
constexpr double kUnknown = 2.5e-3;
constexpr double kOthers = 100;
// Right is never out of the question, however many edits the table has for a run.
constexpr double kMostWrong = 0.9;
constexpr double kMostPutIn = 0.5;
// How far from the alignment a way may lead, in characters.
constexpr std::size_t kHalfBand = 5;
constexpr std::array kRates = {0.06, 0.12, 0.25, 0.5, 1.0, 2.0, 4.0};
constexpr std::size_t kPlainRate = 4;
// Before probabilities become too small for a double.
constexpr double kSmall = 1e-100;
constexpr double kNever = 1e-300;

}  // namespace

void Surprise::add(const Surprise& other) {
  bits += other.bits;
  bits_own_rate += other.bits_own_rate;
  characters += other.characters;
}

Foreteller::Foreteller(const correct::ConfusionModel& model) {
  for (const correct::Confusion& confusion : model.confusions())
    edits_[packed(text::to_code_points(confusion.meant))].push_back(
        {text::to_code_points(confusion.seen), confusion.probability()});
}

const std::vector<Foreteller::Edit>& Foreteller::edits(std::u32string_view meant) const {
  const auto found = edits_.find(packed(meant));
  return found == edits_.end() ? no_edits_ : found->second;
}

double Foreteller::bits(const correct::AlignedText& text, std::size_t first_step, std::size_t last_step,
                        double rate) const {
  const correct::AlignedStep& first = text.steps[first_step];
  const correct::AlignedStep& last = text.steps[last_step];
  const auto meant = std::u32string_view(text.meant).substr(first.meant_begin, last.meant_end - first.meant_begin);
  const auto seen = std::u32string_view(text.seen).substr(first.seen_begin, last.seen_end - first.seen_begin);

  // By border in `meant`: the borders in `seen` that may belong to it.
  std::vector<std::size_t> low(meant.size() + 1, seen.size());
  std::vector<std::size_t> high(meant.size() + 1, 0);
  for (std::size_t k = first_step; k <= last_step; ++k)
    for (std::size_t i = text.steps[k].meant_begin; i <= text.steps[k].meant_end; ++i) {
      std::size_t& least = low[i - first.meant_begin];
      std::size_t& most = high[i - first.meant_begin];
      least = std::min(least, text.steps[k].seen_begin - first.seen_begin);
      most = std::max(most, text.steps[k].seen_end - first.seen_begin);
    }
  std::vector<std::vector<double>> ways(meant.size() + 1);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    low[i] = low[i] > kHalfBand ? low[i] - kHalfBand : 0;
    high[i] = std::min(seen.size(), high[i] + kHalfBand);
    ways[i].assign(high[i] - low[i] + 1, 0);
  }
  ways[0][0] = 1;
  const auto give = [&](std::size_t i, std::size_t j, double probability) {
    if (i < ways.size() && j >= low[i] && j <= high[i]) ways[i][j - low[i]] += probability;
  };

  const std::vector<Edit>& put_in = edits(U"");
  double all_put_in = 0.5 * kUnknown;
  for (const Edit& edit : put_in) all_put_in += edit.probability;
  const double put_in_rate = std::min(rate, kMostPutIn / all_put_in);

  double log2_scale = 0;
  for (std::size_t i = 0; i <= meant.size(); ++i) {
    const std::size_t reach = std::min(meant.size(), i + correct::kLongestConfusion);
    double most = 0;
    for (std::size_t r = i; r <= reach; ++r) most = std::max(most, *std::max_element(ways[r].begin(), ways[r].end()));
    if (most > 0 && most < kSmall) {
      for (std::size_t r = i; r <= reach; ++r)
        for (double& way : ways[r]) way /= most;
      log2_scale += std::log2(most);
    }
    for (std::size_t j = low[i]; j <= high[i]; ++j) {
      const double here = ways[i][j - low[i]] * put_in_rate;
      if (here <= 0) continue;
      if (j < seen.size()) give(i, j + 1, here * 0.5 * kUnknown / kOthers);
      for (const Edit& edit : put_in)
        if (seen.substr(j, edit.seen.size()) == edit.seen) give(i, j + edit.seen.size(), here * edit.probability);
    }
    if (i == meant.size()) break;

    std::array<const std::vector<Edit>*, correct::kLongestConfusion> runs{};
    double all_wrong = 2 * kUnknown;
    for (std::size_t length = 1; length <= reach - i; ++length) {
      runs[length - 1] = &edits(meant.substr(i, length));
      for (const Edit& edit : *runs[length - 1]) all_wrong += edit.probability;
    }
    const double wrong_rate = std::min(rate, kMostWrong / all_wrong);
    const double right = 1 - all_wrong * wrong_rate;
    for (std::size_t j = low[i]; j <= high[i]; ++j) {
      const double here = ways[i][j - low[i]] * (1 - all_put_in * put_in_rate);
      if (here <= 0) continue;
      give(i + 1, j, here * kUnknown * wrong_rate);
      if (j < seen.size()) {
        give(i + 1, j + 1, here * kUnknown * wrong_rate / kOthers);
        if (seen[j] == meant[i]) give(i + 1, j + 1, here * right);
      }
      for (std::size_t length = 1; length <= reach - i; ++length)
        for (const Edit& edit : *runs[length - 1])
          if (seen.substr(j, edit.seen.size()) == edit.seen)
            give(i + length, j + edit.seen.size(), here * edit.probability * wrong_rate);
    }
  }
  return -log2_scale - std::log2(std::max(ways.back()[seen.size() - low.back()], kNever));
}

Surprise Foreteller::surprise(const correct::AlignedText& text) const {
  std::array<double, kRates.size()> bits_at{};
  Surprise all;
  for (std::size_t i = 0; i < text.steps.size();) {
    if (!text.is_trusted[i]) {
      ++i;
      continue;
    }
    std::size_t last = i;
    while (last + 1 < text.steps.size() && text.is_trusted[last + 1]) ++last;
    for (std::size_t r = 0; r < kRates.size(); ++r) bits_at[r] += bits(text, i, last, kRates[r]);
    all.characters += static_cast<double>(text.steps[last].meant_end - text.steps[i].meant_begin);
    i = last + 1;
  }
  all.bits = bits_at[kPlainRate];
  all.bits_own_rate = *std::min_element(bits_at.begin(), bits_at.end());
  return all;
}

}  // namespace emend::train
