#include "image/binarise.h"

#include <algorithm>
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

void threshold_row(const std::vector<Column>& columns, const std::uint8_t* row, int rows, int half, std::uint8_t* out) {
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
    const double variance = std::max(0.0, static_cast<double>(squares) / count - mean * mean);
    const double threshold = mean * (1 + kSensitivity * (std::sqrt(variance) / kRangeOfDeviation - 1));
    out[x] = row[x] < threshold ? 0 : 255;
  }
}

}  // namespace

Picture binarised(const Picture& picture, int window_px) {
  if (picture.is_empty()) return picture;
  const Picture grey = to_grey(picture);
  const int half = std::clamp(window_px, 3, kLargestWindowPx) / 2;
  const int height = grey.height_px();
  std::vector<Column> columns(static_cast<std::size_t>(grey.width_px()));
  std::vector<std::uint8_t> out(grey.row_bytes() * static_cast<std::size_t>(height));
  for (int y = 0; y < std::min(half, height); ++y) add_row(columns, grey.row(y), 1);
  for (int y = 0; y < height; ++y) {
    if (y + half < height) add_row(columns, grey.row(y + half), 1);
    if (y - half - 1 >= 0) add_row(columns, grey.row(y - half - 1), -1);
    const int rows = std::min(y + half, height - 1) - std::max(y - half, 0) + 1;
    threshold_row(columns, grey.row(y), rows, half, out.data() + static_cast<std::size_t>(y) * grey.row_bytes());
  }
  return Picture(grey.width_px(), height, 1, std::move(out), grey.resolution_dpi());
}

int binarisation_window_px(const Picture& picture) {
  const LetterHeight height = measure_letter_height(find_letters(picture));
  if (height.confidence < kSureHeight) return kUsualWindowPx;
  return std::clamp(static_cast<int>(std::lround(height.x_height_px * kLettersAcross)), 15, kLargestWindowPx) | 1;
}

}  // namespace emend::image
