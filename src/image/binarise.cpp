#include "image/binarise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "image/encode.h"
#include "image/letters.h"

namespace emend::image {
namespace {

// The paper's k is 0.5; with lower values less of faint strokes is lost.
constexpr double kSensitivity = 0.3;
constexpr double kRangeOfDeviation = 128;
// As published.
constexpr double kWolfSensitivity = 0.5;
// Windows of this many small letters hold paper as well as ink, wherever they are.
constexpr double kLettersAcross = 2.5;
constexpr double kSureHeight = 0.3;
// About two and a half letters at 300 dots per inch.
constexpr int kUsualWindowPx = 61;
constexpr int kLargestWindowPx = 401;

// Sums of the window's rows, one for each column; with them a window slides along a row in constant time. They stand
// for two integral images of the whole page, at a thousandth of the memory.
struct Column {
  std::int64_t sum = 0;
  std::int64_t squares = 0;
};

void add_row(std::vector<Column>& columns, const std::uint8_t* row, int sign) {
  for (std::size_t x = 0; x < columns.size(); ++x) {
    const int value = row[x];
    columns[x].sum += sign * value;
    columns[x].squares += sign * value * value;
  }
}

// What a window holds.
struct Local {
  double mean = 0;
  double deviation = 0;
};

// Tells `use(x, local)` of each pixel of a row, whose window's rows are in `columns`.
template <typename Use>
void walk_row(const std::vector<Column>& columns, int rows, int half, Use&& use) {
  const int width = static_cast<int>(columns.size());
  std::int64_t sum = 0;
  std::int64_t squares = 0;
  const auto at = [&](int x) -> const Column& { return columns[static_cast<std::size_t>(x)]; };
  for (int x = 0; x < std::min(half, width); ++x) {
    sum += at(x).sum;
    squares += at(x).squares;
  }
  for (int x = 0; x < width; ++x) {
    if (x + half < width) {
      sum += at(x + half).sum;
      squares += at(x + half).squares;
    }
    if (x - half - 1 >= 0) {
      sum -= at(x - half - 1).sum;
      squares -= at(x - half - 1).squares;
    }
    const double count = static_cast<double>(std::min(x + half, width - 1) - std::max(x - half, 0) + 1) * rows;
    const double mean = static_cast<double>(sum) / count;
    use(x, Local{mean, std::sqrt(std::max(0.0, static_cast<double>(squares) / count - mean * mean))});
  }
}

// Tells `use(x, y, local)` of each pixel of a grey picture.
template <typename Use>
void walk(const Picture& grey, int window_px, Use&& use) {
  const int half = std::clamp(window_px, 3, kLargestWindowPx) / 2;
  const int height = grey.height_px();
  std::vector<Column> columns(static_cast<std::size_t>(grey.width_px()));
  for (int y = 0; y < std::min(half, height); ++y) add_row(columns, grey.row(y), 1);
  for (int y = 0; y < height; ++y) {
    if (y + half < height) add_row(columns, grey.row(y + half), 1);
    if (y - half - 1 >= 0) add_row(columns, grey.row(y - half - 1), -1);
    const int rows = std::min(y + half, height - 1) - std::max(y - half, 0) + 1;
    walk_row(columns, rows, half, [&](int x, const Local& local) { use(x, y, local); });
  }
}

// `threshold(local)` is where ink begins.
template <typename Threshold>
Picture thresholded(const Picture& grey, int window_px, Threshold&& threshold) {
  std::vector<std::uint8_t> out(grey.row_bytes() * static_cast<std::size_t>(grey.height_px()));
  walk(grey, window_px, [&](int x, int y, const Local& local) {
    out[static_cast<std::size_t>(y) * grey.row_bytes() + static_cast<std::size_t>(x)] =
        grey.row(y)[x] < threshold(local) ? 0 : 255;
  });
  return Picture(grey.width_px(), grey.height_px(), 1, std::move(out), grey.resolution_dpi());
}

// The first level from either end that so many pixels have reached.
constexpr double kStraysShare = 0.001;
using Histogram = std::array<std::int64_t, 256>;

double darkest_level(const Histogram& histogram, double strays) {
  std::int64_t seen = 0;
  for (int level = 0; level < 256; ++level)
    if (static_cast<double>(seen += histogram[static_cast<std::size_t>(level)]) > strays) return level;
  return 255;
}

double largest_level(const Histogram& histogram, double strays) {
  std::int64_t seen = 0;
  for (int level = 255; level >= 0; --level)
    if (static_cast<double>(seen += histogram[static_cast<std::size_t>(level)]) > strays) return level;
  return 0;
}

}  // namespace

Picture binarised(const Picture& picture, int window_px) {
  if (picture.is_empty()) return picture;
  return thresholded(to_grey(picture), window_px, [](const Local& local) {
    return local.mean * (1 + kSensitivity * (local.deviation / kRangeOfDeviation - 1));
  });
}

Picture wolf_binarised(const Picture& picture, int window_px) {
  if (picture.is_empty()) return picture;
  const Picture grey = to_grey(picture);
  Histogram levels{}, deviations{};
  walk(grey, window_px, [&](int x, int y, const Local& local) {
    ++levels[grey.row(y)[x]];
    ++deviations[static_cast<std::size_t>(std::min(local.deviation, 255.0))];
  });
  const double strays = kStraysShare * static_cast<double>(grey.width_px()) * grey.height_px();
  const double darkest = darkest_level(levels, strays);
  const double largest = std::max(largest_level(deviations, strays), 1.0);
  return thresholded(grey, window_px, [=](const Local& local) {
    return local.mean - kWolfSensitivity * (1 - std::min(local.deviation / largest, 1.0)) * (local.mean - darkest);
  });
}

std::span<const Binarisation> binarisations() {
  static constexpr std::array<Binarisation, 2> kAll = {{{"sauvola", binarised}, {"wolf", wolf_binarised}}};
  return kAll;
}

int binarisation_window_px(const Picture& picture) {
  const LetterHeight height = measure_letter_height(find_letters(picture));
  if (height.confidence < kSureHeight) return kUsualWindowPx;
  return std::clamp(static_cast<int>(std::lround(height.x_height_px * kLettersAcross)), 15, kLargestWindowPx) | 1;
}

}  // namespace emend::image
