#include "ocr/typewriter/discriminant.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace emend::ocr {
namespace {

// How much of the covariance is taken from its mean variance.
constexpr double kShrinkage = 0.2;
// Rounds of moving the strikes onto their mean; it is sharp after the first.
constexpr int kRounds = 2;
// Directions shorter than this are rounding errors.
constexpr double kNoLength = 1e-3;

using Vector = std::vector<double>;  // of kWindowSize

CellWindow mean_of(const std::vector<CellWindow>& windows) {
  CellWindow mean{};
  for (const CellWindow& window : windows)
    for (std::size_t i = 0; i < kWindowSize; ++i) mean[i] += window[i];
  for (float& value : mean) value /= static_cast<float>(windows.size());
  return mean;
}

// A lower triangle, row by row.
class Triangle {
 public:
  double* row(std::size_t i) { return &values_[i * (i + 1) / 2]; }
  const double* row(std::size_t i) const { return &values_[i * (i + 1) / 2]; }
  std::vector<double>& values() { return values_; }

 private:
  std::vector<double> values_ = std::vector<double>(kWindowSize * (kWindowSize + 1) / 2, 0);
};

Triangle covariance_of(const std::vector<Strikes>& letters) {
  Triangle covariance;
  double count = 0;
  for (const Strikes& strikes : letters) {
    // Of few strikes the mean is too near.
    const auto n = static_cast<double>(strikes.windows.size());
    const double unbiased = n / std::max(1.0, n - 1);
    for (const CellWindow& window : strikes.windows) {
      CellWindow off;
      for (std::size_t i = 0; i < kWindowSize; ++i) off[i] = window[i] - strikes.mean[i];
      for (std::size_t i = 0; i < kWindowSize; ++i) {
        const double value = static_cast<double>(off[i]) * unbiased;
        double* row = covariance.row(i);
        for (std::size_t k = 0; k <= i; ++k) row[k] += value * static_cast<double>(off[k]);
      }
    }
    count += n;
  }
  for (double& value : covariance.values()) value /= count;
  double variance = 0;
  for (std::size_t i = 0; i < kWindowSize; ++i) variance += covariance.row(i)[i] / static_cast<double>(kWindowSize);
  for (double& value : covariance.values()) value *= 1 - kShrinkage;
  // A hair more than nothing, for letters that are all alike.
  for (std::size_t i = 0; i < kWindowSize; ++i) covariance.row(i)[i] += kShrinkage * variance + 1e-6;
  return covariance;
}

// The inverse of Cholesky's factor: what makes the covariance plain.
Triangle whitening_of(Triangle matrix) {
  for (std::size_t i = 0; i < kWindowSize; ++i)
    for (std::size_t k = 0; k <= i; ++k) {
      const double* a = matrix.row(i);
      const double* b = matrix.row(k);
      double sum = a[k];
      for (std::size_t j = 0; j < k; ++j) sum -= a[j] * b[j];
      matrix.row(i)[k] = i == k ? std::sqrt(std::max(sum, 1e-9)) : sum / b[k];
    }
  Triangle inverse;
  for (std::size_t i = 0; i < kWindowSize; ++i) {
    double* row = inverse.row(i);
    row[i] = 1;
    for (std::size_t j = 0; j < i; ++j) {
      const double factor = matrix.row(i)[j];
      for (std::size_t k = 0; k <= j; ++k) row[k] -= factor * inverse.row(j)[k];
    }
    for (std::size_t k = 0; k <= i; ++k) row[k] /= matrix.row(i)[i];
  }
  return inverse;
}

Vector whitened(const Triangle& whitening, const CellWindow& window) {
  Vector point(kWindowSize, 0);
  for (std::size_t i = 0; i < kWindowSize; ++i)
    for (std::size_t k = 0; k <= i; ++k) point[i] += whitening.row(i)[k] * static_cast<double>(window[k]);
  return point;
}

// The directions in which the points differ: orthonormal, fewer than there are points (Gram and Schmidt).
std::vector<Vector> directions_of(std::vector<Vector> points) {
  Vector mean(kWindowSize, 0);
  for (const Vector& point : points)
    for (std::size_t i = 0; i < kWindowSize; ++i) mean[i] += point[i] / static_cast<double>(points.size());
  std::vector<Vector> directions;
  for (Vector& point : points) {
    for (std::size_t i = 0; i < kWindowSize; ++i) point[i] -= mean[i];
    for (const Vector& direction : directions) {
      const double part = std::inner_product(point.begin(), point.end(), direction.begin(), 0.0);
      for (std::size_t i = 0; i < kWindowSize; ++i) point[i] -= part * direction[i];
    }
    const double length = std::sqrt(std::inner_product(point.begin(), point.end(), point.begin(), 0.0));
    if (length < kNoLength) continue;
    for (double& value : point) value /= length;
    directions.push_back(point);
  }
  return directions;
}

}  // namespace

Strikes strikes_of(const std::vector<const CellPicture*>& pictures) {
  Strikes strikes;
  for (const CellPicture* picture : pictures) strikes.windows.push_back(window_of(*picture, {}));
  strikes.mean = mean_of(strikes.windows);
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < pictures.size(); ++i) strikes.windows[i] = nearest_window(*pictures[i], strikes.mean);
    strikes.mean = mean_of(strikes.windows);
  }
  return strikes;
}

std::vector<float> discriminant_of(const std::vector<Strikes>& letters) {
  const Triangle whitening = whitening_of(covariance_of(letters));
  std::vector<Vector> points;
  for (const Strikes& strikes : letters) points.push_back(whitened(whitening, strikes.mean));
  const std::vector<Vector> directions = directions_of(std::move(points));
  std::vector<float> rows(directions.size() * kPaddedWindowSize, 0);
  for (std::size_t d = 0; d < directions.size(); ++d) {
    Vector row(kWindowSize, 0);
    for (std::size_t i = 0; i < kWindowSize; ++i)
      for (std::size_t k = 0; k <= i; ++k) row[k] += directions[d][i] * whitening.row(i)[k];
    for (std::size_t k = 0; k < kWindowSize; ++k) rows[d * kPaddedWindowSize + k] = static_cast<float>(row[k]);
  }
  return rows;
}

}  // namespace emend::ocr
