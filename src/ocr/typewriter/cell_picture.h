// What a cell of a line looks like: its ink, on a raster that is the same for every size of scan.
//
// Pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "image/picture.h"
#include "ocr/typewriter/page_grid.h"

namespace emend::ocr {

// A cell is 12 columns wide. Around what is compared there is room to move it by two.
inline constexpr int kColumnsOfPitch = 12;
inline constexpr int kCellColumns = 14;
inline constexpr int kCellRows = 22;
inline constexpr int kRowsAboveBaseline = 16;  // capitals and full heads of letters
inline constexpr int kRoom = 2;
inline constexpr int kWideColumns = kCellColumns + 2 * kRoom;
inline constexpr int kWideRows = kCellRows + 2 * kRoom;

// Rows from the top; 0 is paper, 255 is the line's blackest ink.
struct CellPicture {
  std::array<std::uint8_t, static_cast<std::size_t>(kWideColumns) * kWideRows> ink{};

  const std::uint8_t* at(int column, int row) const {
    return &ink[static_cast<std::size_t>(row * kWideColumns + column)];
  }
};

// Of every cell of the line, in their order. `scan` is the picture that the page's boxes are pixels of.
std::vector<CellPicture> cell_pictures_of(const LineGrid& line, const image::Picture& scan);

}  // namespace emend::ocr
