// The weights of a logistic regression: how features become the probability that something is right.
//
// Newton's method (iteratively reweighted least squares) with a small ridge, so that features without evidence stay at
// 0. Cost: iterations times examples times the square of the number of features. Pure; the same examples in the same
// order give the same weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace emend::correct {

template <std::size_t kCount>
struct LogisticExample {
  std::array<double, kCount> features{};
  bool is_right = false;
};

template <std::size_t kCount>
std::array<double, kCount> fitted_logistic(const std::vector<LogisticExample<kCount>>& examples) {
  constexpr int kMostIterations = 40;
  constexpr double kRidge = 1.0;
  constexpr double kLeastStep = 1e-6;
  std::array<double, kCount> weights{};
  for (int iteration = 0; iteration < kMostIterations; ++iteration) {
    std::array<std::array<double, kCount + 1>, kCount> system{};  // Hessian | gradient
    for (const auto& example : examples) {
      double sum = 0;
      for (std::size_t i = 0; i < kCount; ++i) sum += weights[i] * example.features[i];
      const double p = 1 / (1 + std::exp(-sum));
      const double error = (example.is_right ? 1 : 0) - p;
      const double weight = std::max(p * (1 - p), 1e-6);
      for (std::size_t i = 0; i < kCount; ++i) {
        for (std::size_t j = 0; j < kCount; ++j) system[i][j] += weight * example.features[i] * example.features[j];
        system[i][kCount] += error * example.features[i];
      }
    }
    for (std::size_t i = 0; i < kCount; ++i) {
      system[i][i] += kRidge;
      system[i][kCount] -= kRidge * weights[i];
    }
    // Gauss and Jordan; the ridge keeps the matrix positive definite, so no pivots are looked for.
    for (std::size_t i = 0; i < kCount; ++i) {
      const double pivot = system[i][i];
      for (double& entry : system[i]) entry /= pivot;
      for (std::size_t row = 0; row < kCount; ++row) {
        if (row == i) continue;
        const double factor = system[row][i];
        for (std::size_t column = i; column <= kCount; ++column) system[row][column] -= factor * system[i][column];
      }
    }
    double largest = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
      weights[i] += system[i][kCount];
      largest = std::max(largest, std::abs(system[i][kCount]));
    }
    if (largest < kLeastStep) break;
  }
  return weights;
}

}  // namespace emend::correct
