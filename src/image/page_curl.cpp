#include "image/page_curl.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/median.h"
#include "image/opencv_view.h"

namespace emend::image {
namespace {

// What tells of a curl: lines of this many letters that cover this share of the page's width.
constexpr std::size_t kFewestLetters = 10;
constexpr double kLeastWidth = 0.2;
constexpr std::size_t kFewestLines = 5;
constexpr std::size_t kFewestLettersOfPage = 120;
// In heights of small letters: feet that are farther off than this count less and less.
constexpr double kNear = 0.08;
constexpr int kRounds = 8;
// Of a piece of ink among the letters of its line: smaller ones are commas, quotes and halves of broken letters.
constexpr double kLeastHeight = 0.7;
// Where the surface is looked at, to tell how deep it is.
constexpr int kLooks = 33;

constexpr std::size_t kTerms = PageCurl::kTerms;
using Terms = std::array<double, kTerms>;
// The terms behind it do not count for a model of straight lines.
constexpr std::size_t kStraightTerms = 2;

// Slopes first: of all lines, and steadily other ones from top to bottom.
Terms terms_at(double u, double v) {
  const double u2 = u * u, u3 = u2 * u, u4 = u2 * u2, u5 = u4 * u;
  return {u, v * u, u2, u3, u4, u5, v * u2, v * u3, v * u4};
}

struct Foot {
  double u = 0;
  double y = 0;
};

struct Row {
  std::vector<Foot> feet;
  double v = 0;
};

struct Fit {
  Terms weights{};
  double off_px = 0;
};

// Each row has a height of its own, which the means take out. With `count` terms.
Fit fit(const std::vector<Row>& rows, std::size_t count, double near_px) {
  Fit fitted;
  std::vector<double> offsets(rows.size(), 0);
  std::vector<double> distances;
  for (int round = 0; round < kRounds; ++round) {
    cv::Mat normal = cv::Mat::zeros(static_cast<int>(count), static_cast<int>(count), CV_64F);
    cv::Mat right = cv::Mat::zeros(static_cast<int>(count), 1, CV_64F);
    distances.clear();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const Row& row = rows[r];
      std::vector<double> trust(row.feet.size(), 1);
      double all = 0, mean_y = 0;
      Terms mean{};
      for (std::size_t i = 0; i < row.feet.size(); ++i) {
        const Terms terms = terms_at(row.feet[i].u, row.v);
        if (round > 0) {
          double off = row.feet[i].y - offsets[r];
          for (std::size_t k = 0; k < count; ++k) off -= fitted.weights[k] * terms[k];
          distances.push_back(std::abs(off));
          trust[i] = near_px / std::max(std::abs(off), near_px);
          trust[i] *= trust[i];
        }
        all += trust[i];
        mean_y += trust[i] * row.feet[i].y;
        for (std::size_t k = 0; k < count; ++k) mean[k] += trust[i] * terms[k];
      }
      mean_y /= all;
      for (double& value : mean) value /= all;
      for (std::size_t i = 0; i < row.feet.size(); ++i) {
        Terms terms = terms_at(row.feet[i].u, row.v);
        for (std::size_t k = 0; k < count; ++k) terms[k] -= mean[k];
        for (std::size_t k = 0; k < count; ++k) {
          for (std::size_t m = 0; m < count; ++m)
            normal.at<double>(static_cast<int>(k), static_cast<int>(m)) += trust[i] * terms[k] * terms[m];
          right.at<double>(static_cast<int>(k), 0) += trust[i] * terms[k] * (row.feet[i].y - mean_y);
        }
      }
    }
    // A breath of ridge, so that rows that tell nothing of a term leave it at 0.
    for (int k = 0; k < normal.rows; ++k) normal.at<double>(k, k) += 1e-3;
    cv::Mat solution;
    if (!cv::solve(normal, right, solution, cv::DECOMP_CHOLESKY)) break;
    for (std::size_t k = 0; k < count; ++k) fitted.weights[k] = solution.at<double>(static_cast<int>(k), 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::vector<double> rest;
      for (const Foot& foot : rows[r].feet) {
        const Terms terms = terms_at(foot.u, rows[r].v);
        double off = foot.y;
        for (std::size_t k = 0; k < count; ++k) off -= fitted.weights[k] * terms[k];
        rest.push_back(off);
      }
      offsets[r] = median(std::move(rest));
    }
  }
  fitted.off_px = median(std::move(distances));
  return fitted;
}

}  // namespace

double PageCurl::at(double x, double y) const {
  const double u = (std::clamp(x, left, std::max(left, right)) - middle_x) / half_width;
  const double v = std::clamp((y - middle_y) / half_height, -1.0, 1.0);
  const Terms terms = terms_at(u, v);
  double sum = 0;
  for (std::size_t k = 0; k < kTerms; ++k) sum += weights[k] * terms[k];
  return sum;
}

PageCurl measure_curl(const TextLines& found, int width_px, int height_px) {
  PageCurl curl;
  curl.middle_x = width_px / 2.0;
  curl.middle_y = height_px / 2.0;
  curl.half_width = std::max(width_px / 2.0, 1.0);
  curl.half_height = std::max(height_px / 2.0, 1.0);
  curl.x_height_px = found.letter_height_px;
  std::vector<Row> rows;
  double left = width_px, right = 0;
  for (const TextLine& line : found.lines) {
    if (line.letters < kFewestLetters || line.box.width < kLeastWidth * width_px) continue;
    Row row;
    for (const document::Box& piece : line.pieces)
      if (piece.height >= kLeastHeight * line.height_px)
        row.feet.push_back(
            {(piece.x + piece.width / 2.0 - curl.middle_x) / curl.half_width, static_cast<double>(piece.bottom())});
    if (row.feet.size() < kFewestLetters) continue;
    std::vector<double> heights;
    for (const Foot& foot : row.feet) heights.push_back(foot.y);
    row.v = std::clamp((median(std::move(heights)) - curl.middle_y) / curl.half_height, -1.0, 1.0);
    left = std::min(left, static_cast<double>(line.box.x));
    right = std::max(right, static_cast<double>(line.box.right()));
    curl.letters += row.feet.size();
    rows.push_back(std::move(row));
  }
  curl.lines = rows.size();
  if (rows.size() < kFewestLines || curl.letters < kFewestLettersOfPage || found.letter_height_px <= 0) return curl;
  const double near_px = std::max(kNear * found.letter_height_px, 0.5);
  const Fit straight = fit(rows, kStraightTerms, near_px), curled = fit(rows, kTerms, near_px);
  curl.off_straight_px = straight.off_px;
  curl.off_curl_px = curled.off_px;
  curl.weights = curled.weights;
  curl.left = left;
  curl.right = right;
  // Along the first, the middle and the last line.
  for (const double v : {rows.front().v, 0.0, rows.back().v}) {
    const double y = curl.middle_y + v * curl.half_height;
    double low = curl.at(left, y), high = low;
    double from = low, to = curl.at(right, y), least = 0, most = 0;
    for (int i = 0; i < kLooks; ++i) {
      const double along = static_cast<double>(i) / (kLooks - 1), value = curl.at(left + along * (right - left), y);
      low = std::min(low, value);
      high = std::max(high, value);
      least = std::min(least, value - from - along * (to - from));
      most = std::max(most, value - from - along * (to - from));
    }
    curl.depth_px = std::max(curl.depth_px, high - low);
    curl.bend_px = std::max(curl.bend_px, most - least);
  }
  return curl;
}

}  // namespace emend::image
