// The part of a cell's picture that is compared, as numbers, moved as it fits best.
//
// Pure functions.
#pragma once

#include <array>
#include <cstddef>

#include "ocr/typewriter/cell_picture.h"

namespace emend::ocr {

inline constexpr std::size_t kWindowSize = static_cast<std::size_t>(kCellColumns) * kCellRows;
// A multiple of eight, for the machine's vectors.
inline constexpr std::size_t kPaddedWindowSize = (kWindowSize + 7) / 8 * 8;

// 0 is paper, 1 is ink; what is behind kWindowSize is 0.
using CellWindow = std::array<float, kPaddedWindowSize>;

struct CellMove {
  int columns = kRoom, rows = kRoom;  // 0 to 2 kRoom; kRoom is where the grid has the cell

  int squared() const { return (columns - kRoom) * (columns - kRoom) + (rows - kRoom) * (rows - kRoom); }
};

CellWindow window_of(const CellPicture& cell, CellMove move);

// use(move) for every move that there is.
template <typename Use>
void for_each_move(Use&& use) {
  for (int rows = 0; rows <= 2 * kRoom; ++rows)
    for (int columns = 0; columns <= 2 * kRoom; ++columns) use(CellMove{columns, rows});
}

// The window that is nearest to another.
CellWindow nearest_window(const CellPicture& cell, const CellWindow& to);

// The sum of products, and of squared differences.
float product(const float* a, const float* b, std::size_t count);  // `count` is a multiple of 8
float squared_distance(const CellWindow& a, const CellWindow& b);

}  // namespace emend::ocr
