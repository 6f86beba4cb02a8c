// A probability from features, beyond what a weighted sum of them can say: small decision trees, each of which mends
// what the ones before it left (gradient boosting, Friedman 2001, with Newton steps for the answers).
//
// Trees are complete to their depth, so a tree is a list of questions in the order of a heap and a list of answers.
// Fitting sorts the values of each feature into bins of about equal size once; its cost is trees times depth times
// examples times features. Pure; the same examples in the same order give the same trees.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "correct/logistic_fit.h"

namespace emend::correct {

inline constexpr std::size_t kTreeDepth = 3;
inline constexpr std::size_t kTreeQuestions = (std::size_t{1} << kTreeDepth) - 1;
inline constexpr std::size_t kTreeAnswers = std::size_t{1} << kTreeDepth;
// Stands for a question that is not asked: no value is above it.
inline constexpr double kNeverAbove = 1e9;

struct Tree {
  std::array<std::size_t, kTreeQuestions> feature{};
  std::array<double, kTreeQuestions> above{};  // the right branch is for values above this
  std::array<double, kTreeAnswers> answer{};   // what it adds to the logarithm of the odds

  template <std::size_t kCount>
  double value(const std::array<double, kCount>& features) const {
    std::size_t node = 0;
    while (node < kTreeQuestions) node = 2 * node + (features[feature[node]] > above[node] ? 2 : 1);
    return answer[node - kTreeQuestions];
  }
};

struct BoostingOptions {
  std::size_t trees = 100;
  double rate = 0.08;         // of each tree's answers so much is taken
  double ridge = 8;           // against answers from few examples
  double least_examples = 4;  // on either side of a question; examples that are nearly certain count less
};

// Trees that mend log-odds which something else gave the examples.
template <std::size_t kCount>
class TreeFitter {
 public:
  TreeFitter(const std::vector<LogisticExample<kCount>>& examples, std::vector<double> log_odds,
             const BoostingOptions& options = {})
      : examples_(examples),
        log_odds_(std::move(log_odds)),
        options_(options),
        moments_(examples.size()),
        place_(examples.size()) {
    for (std::size_t feature = 0; feature < kCount; ++feature) sort_into_bins(feature);
  }

  std::vector<Tree> fit() {
    std::vector<Tree> trees;
    for (std::size_t i = 0; i < options_.trees; ++i) trees.push_back(next_tree());
    return trees;
  }

 private:
  static constexpr std::size_t kBins = 32;
  // Of some examples: the slope of the log loss, and its curvature.
  struct Moments {
    double slope = 0;
    double curvature = 0;
    void add(const Moments& more) {
      slope += more.slope;
      curvature += more.curvature;
    }
  };
  using Histogram = std::array<std::array<Moments, kBins>, kCount>;
  struct Question {
    std::size_t feature = 0;
    std::size_t last_bin = kBins;  // the left branch is up to this one
  };

  void sort_into_bins(std::size_t feature) {
    std::vector<double> values;
    for (const auto& example : examples_) values.push_back(example.features[feature]);
    std::sort(values.begin(), values.end());
    std::vector<double>& borders = borders_[feature];
    for (std::size_t bin = 1; bin < kBins && !values.empty(); ++bin) {
      const double border = values[bin * values.size() / kBins];
      if (border < values.back() && (borders.empty() || border > borders.back())) borders.push_back(border);
    }
    for (const auto& example : examples_) {
      const auto border = std::lower_bound(borders.begin(), borders.end(), example.features[feature]);
      bins_[feature].push_back(static_cast<std::uint8_t>(border - borders.begin()));
    }
  }

  Tree next_tree() {
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const double p = 1 / (1 + std::exp(-log_odds_[i]));
      moments_[i] = {(examples_[i].is_right ? 1 : 0) - p, std::max(p * (1 - p), 1e-6)};
    }
    Tree tree;
    std::fill(place_.begin(), place_.end(), 0);
    for (std::size_t first = 0, count = 1; first < kTreeQuestions; first += count, count *= 2)
      grow_level(first, count, tree);
    std::array<Moments, kTreeAnswers> leaves;
    for (std::size_t i = 0; i < examples_.size(); ++i) leaves[place_[i] - kTreeQuestions].add(moments_[i]);
    for (std::size_t leaf = 0; leaf < kTreeAnswers; ++leaf)
      tree.answer[leaf] = options_.rate * leaves[leaf].slope / (leaves[leaf].curvature + options_.ridge);
    for (std::size_t i = 0; i < examples_.size(); ++i) log_odds_[i] += tree.answer[place_[i] - kTreeQuestions];
    return tree;
  }

  // Asks the best question at each node from `first` on, and moves the examples to the nodes below.
  void grow_level(std::size_t first, std::size_t count, Tree& tree) {
    std::vector<Histogram> histograms(count);
    for (std::size_t i = 0; i < examples_.size(); ++i)
      for (std::size_t feature = 0; feature < kCount; ++feature)
        histograms[place_[i] - first][feature][bins_[feature][i]].add(moments_[i]);
    std::vector<Question> questions;
    for (std::size_t n = 0; n < count; ++n) {
      const Question question = best_question(histograms[n]);
      questions.push_back(question);
      tree.feature[first + n] = question.feature;
      tree.above[first + n] = question.last_bin == kBins ? kNeverAbove : borders_[question.feature][question.last_bin];
    }
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Question& question = questions[place_[i] - first];
      place_[i] = 2 * place_[i] + (bins_[question.feature][i] > question.last_bin ? 2 : 1);
    }
  }

  Question best_question(const Histogram& histogram) const {
    Question best;
    double best_gain = 1e-9;
    const auto worth = [&](const Moments& of) { return of.slope * of.slope / (of.curvature + options_.ridge); };
    for (std::size_t feature = 0; feature < kCount; ++feature) {
      Moments all;
      for (const Moments& bin : histogram[feature]) all.add(bin);
      Moments left;
      for (std::size_t bin = 0; bin < borders_[feature].size(); ++bin) {
        left.add(histogram[feature][bin]);
        const Moments right{all.slope - left.slope, all.curvature - left.curvature};
        if (std::min(left.curvature, right.curvature) < options_.least_examples) continue;
        const double gain = worth(left) + worth(right) - worth(all);
        if (gain <= best_gain) continue;
        best_gain = gain;
        best = {feature, bin};
      }
    }
    return best;
  }

  const std::vector<LogisticExample<kCount>>& examples_;
  std::vector<double> log_odds_;
  BoostingOptions options_;
  std::array<std::vector<double>, kCount> borders_;  // a value is in the first bin whose border is not below it
  std::array<std::vector<std::uint8_t>, kCount> bins_;
  std::vector<Moments> moments_;
  std::vector<std::size_t> place_;  // the node of each example
};

}  // namespace emend::correct
