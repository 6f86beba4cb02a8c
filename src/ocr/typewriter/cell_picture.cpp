#include "ocr/typewriter/cell_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace emend::ocr {
namespace {

// Paper is the brightness that this share of the pixels around a cell does not reach; ink the same of the line.
constexpr double kPaperShare = 0.75;
constexpr double kInkShare = 0.02;
// Cells on either side whose pixels tell what the paper is there.
constexpr std::ptrdiff_t kPaperReach = 4;
// Grey levels; a line with less between paper and ink is no writing, and its noise is not blown up.
constexpr double kLeastContrast = 24;

int grey_at(const image::Picture& picture, image::Point at) {
  const int x = std::clamp(static_cast<int>(at.x), 0, picture.width_px() - 1);
  const int y = std::clamp(static_cast<int>(at.y), 0, picture.height_px() - 1);
  const std::uint8_t* pixel = picture.row(y) + static_cast<std::ptrdiff_t>(x) * picture.channels();
  if (picture.channels() == 1) return pixel[0];
  return (29 * pixel[0] + 150 * pixel[1] + 77 * pixel[2]) >> 8;  // luminance, as ITU-R BT.601 weighs it
}

double share_of(std::vector<float> values, double share) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return static_cast<double>(*place);
}

using GreyCell = std::array<float, static_cast<std::size_t>(kWideColumns) * kWideRows>;

// Mean brightness of each square of the raster: as many samples a side as it has pixels.
GreyCell grey_cell(const LineGrid& line, double middle_px, const image::Picture& scan) {
  const double square_px = line.pitch_px / kColumnsOfPitch;
  const int samples = std::clamp(static_cast<int>(std::ceil(square_px)) + 1, 2, 6);
  GreyCell cell{};
  for (int row = 0; row < kWideRows; ++row)
    for (int column = 0; column < kWideColumns; ++column) {
      double sum = 0;
      for (int i = 0; i < samples; ++i)
        for (int k = 0; k < samples; ++k) {
          const double across = column + (k + 0.5) / samples - kWideColumns / 2.0;
          const double above = kRowsAboveBaseline + kRoom - row - (i + 0.5) / samples;
          sum += grey_at(scan, line.frame.at(middle_px + across * square_px, above * square_px));
        }
      cell[static_cast<std::size_t>(row * kWideColumns + column)] = static_cast<float>(sum / (samples * samples));
    }
  return cell;
}

}  // namespace

std::vector<CellPicture> cell_pictures_of(const LineGrid& line, const image::Picture& scan) {
  std::vector<GreyCell> grey;
  for (const GridCell& cell : line.cells) grey.push_back(grey_cell(line, cell.middle_px, scan));
  std::vector<double> paper(grey.size());
  std::vector<float> below_paper;
  const auto count = static_cast<std::ptrdiff_t>(grey.size());
  for (std::ptrdiff_t k = 0; k < count; ++k) {
    std::vector<float> near;
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, k - kPaperReach); i <= std::min(count - 1, k + kPaperReach);
         ++i)
      near.insert(near.end(), grey[static_cast<std::size_t>(i)].begin(), grey[static_cast<std::size_t>(i)].end());
    const auto at = static_cast<std::size_t>(k);
    paper[at] = share_of(std::move(near), kPaperShare);
    for (const float value : grey[at]) below_paper.push_back(static_cast<float>(paper[at]) - value);
  }
  std::vector<CellPicture> pictures(grey.size());
  if (grey.empty()) return pictures;
  const double contrast = std::max(kLeastContrast, share_of(std::move(below_paper), 1 - kInkShare));
  for (std::size_t k = 0; k < grey.size(); ++k)
    for (std::size_t i = 0; i < grey[k].size(); ++i) {
      const double ink = (paper[k] - static_cast<double>(grey[k][i])) / contrast;
      pictures[k].ink[i] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(ink, 0.0, 1.0)));
    }
  return pictures;
}

}  // namespace emend::ocr
