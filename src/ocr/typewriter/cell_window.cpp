#include "ocr/typewriter/cell_window.h"

namespace emend::ocr {
namespace {

// Eight sums side by side, so that the compiler may use the machine's vectors; always added up in the same order.
using Lanes = std::array<float, 8>;

float sum_of(const Lanes& lanes) {
  return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

}  // namespace

CellWindow window_of(const CellPicture& cell, CellMove move) {
  CellWindow window{};
  std::size_t i = 0;
  for (int row = 0; row < kCellRows; ++row) {
    const std::uint8_t* from = cell.at(move.columns, row + move.rows);
    for (int column = 0; column < kCellColumns; ++column) window[i++] = static_cast<float>(from[column]) / 255.0F;
  }
  return window;
}

CellWindow nearest_window(const CellPicture& cell, const CellWindow& to) {
  CellWindow nearest = window_of(cell, {});
  float least = squared_distance(nearest, to);
  for_each_move([&](CellMove move) {
    const CellWindow window = window_of(cell, move);
    if (const float distance = squared_distance(window, to); distance < least) {
      least = distance;
      nearest = window;
    }
  });
  return nearest;
}

float product(const float* a, const float* b, std::size_t count) {
  Lanes lanes{};
  for (std::size_t i = 0; i < count; i += 8)
    for (std::size_t k = 0; k < 8; ++k) lanes[k] += a[i + k] * b[i + k];
  return sum_of(lanes);
}

float squared_distance(const CellWindow& a, const CellWindow& b) {
  Lanes lanes{};
  for (std::size_t i = 0; i < kPaddedWindowSize; i += 8)
    for (std::size_t k = 0; k < 8; ++k) lanes[k] += (a[i + k] - b[i + k]) * (a[i + k] - b[i + k]);
  return sum_of(lanes);
}

}  // namespace emend::ocr
