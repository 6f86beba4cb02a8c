#include "image/damage.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "image/letters.h"
#include "image/text_lines.h"

namespace emend::image {
namespace {

// Enough to tell a shadow along a margin from the page, few enough to be read by people.
constexpr int kColumns = 4;
constexpr int kRows = 5;
constexpr int kSmallestTilePx = 16;
// Specks are looked for in the middle of each tile, at the full resolution.
constexpr int kSpeckWindowPx = 256;
constexpr int kSpeckContrast = 80;
constexpr double kPaperShare = 0.6;
// Of the letters' pixels: the darker tenth is the ink's level, since edges are lighter.
constexpr double kInkShare = 0.1;
// Of the slopes at the letters' edges: the steeper quarter are those that the sampling hit.
constexpr double kSteepShare = 0.75;
// Darker than paper by these shares of the contrast, and no letter: what shines through.
constexpr double kLeastShine = 0.08;
constexpr double kMostShine = 0.35;

// The share of pixels that are darker or lighter than all their neighbours by kSpeckContrast.
double speck_share(const cv::Mat& grey) {
  static const cv::Mat kNeighbours = (cv::Mat_<std::uint8_t>(3, 3) << 1, 1, 1, 1, 0, 1, 1, 1, 1);
  cv::Mat lightest, darkest, above, below;
  cv::dilate(grey, lightest, kNeighbours, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
  cv::erode(grey, darkest, kNeighbours, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
  cv::subtract(grey, lightest, above);
  cv::subtract(darkest, grey, below);
  return cv::countNonZero((above > kSpeckContrast) | (below > kSpeckContrast)) / static_cast<double>(grey.total());
}

double at_share(std::vector<float>& values, double share) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

struct Ground {
  cv::Mat grey;    // reduced
  cv::Mat ink;     // 255 where letters are
  cv::Mat edge;    // 255 at the rim of the letters, inside
  cv::Mat around;  // 255 on letters and beside them
  cv::Mat slope;   // levels a pixel
  double reduction = 1;
};

Ground ground_of(const cv::Mat& grey, const Letters& letters) {
  Ground ground;
  ground.reduction = letters.reduction;
  cv::resize(grey, ground.grey, letters.ink.size(), 0, 0, cv::INTER_AREA);
  ground.ink = letters.ink;
  const cv::Mat cross = cv::getStructuringElement(cv::MORPH_CROSS, cv::Size(3, 3));
  cv::Mat inner;
  cv::erode(ground.ink, inner, cross);
  ground.edge = ground.ink & ~inner;
  cv::dilate(ground.ink, ground.around, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(5, 5)));
  cv::Mat across, down;
  cv::Sobel(ground.grey, across, CV_32F, 1, 0, 3, 1.0 / 8);
  cv::Sobel(ground.grey, down, CV_32F, 0, 1, 3, 1.0 / 8);
  cv::magnitude(across, down, ground.slope);
  return ground;
}

using Measures = std::map<std::string, double>;

// Four digits: more would only make files larger.
double rounded(double value) {
  if (value == 0 || !std::isfinite(value)) return 0;
  const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

Measures figures_of(const Ground& ground, const cv::Rect& part) {
  const cv::Mat grey = ground.grey(part), ink = ground.ink(part), edge = ground.edge(part);
  const double paper = level_at_share(grey, kPaperShare);
  Measures figures{{"paper_level", paper}};
  const int area = cv::countNonZero(ink), rim = cv::countNonZero(edge);
  if (area == 0 || rim == 0) return figures;
  std::vector<float> levels, slopes;
  for (int y = 0; y < part.height; ++y)
    for (int x = 0; x < part.width; ++x) {
      if (ink.at<std::uint8_t>(y, x) != 0) levels.push_back(grey.at<std::uint8_t>(y, x));
      if (edge.at<std::uint8_t>(y, x) != 0) slopes.push_back(ground.slope(part).at<float>(y, x));
    }
  const double ink_level = at_share(levels, kInkShare);
  const double contrast = std::max(paper - ink_level, 1.0);
  const double steep = std::max(at_share(slopes, kSteepShare), 1.0);
  const cv::Mat shines =
      (grey < paper - kLeastShine * contrast) & (grey > paper - kMostShine * contrast) & ~ground.around(part);
  figures["stroke_width_px"] = 2.0 * area / rim * ground.reduction;
  // The slope is taken over two pixels, so a sharp edge seems to be two wide.
  figures["edge_width_px"] = std::max(1.0, contrast / steep - 1) * ground.reduction;
  figures["ink_level"] = ink_level;
  figures["contrast_share"] = contrast / std::max(paper, 1.0);
  figures["show_through_share"] = cv::countNonZero(shines) / static_cast<double>(part.area());
  return figures;
}

cv::Rect window_in(const cv::Size& size, int column, int row) {
  const int width = size.width / kColumns, height = size.height / kRows;
  const cv::Size window(std::min(width, kSpeckWindowPx), std::min(height, kSpeckWindowPx));
  return {column * width + (width - window.width) / 2, row * height + (height - window.height) / 2, window.width,
          window.height};
}

}  // namespace

document::Damage measure_damage(const Picture& page) {
  document::Damage damage;
  if (page.width_px() < kColumns * kSmallestTilePx || page.height_px() < kRows * kSmallestTilePx) return damage;
  const cv::Mat grey = grey_view(page);
  const Letters letters = find_letters(page);
  const Ground ground = ground_of(grey, letters);
  damage.page = figures_of(ground, cv::Rect({}, ground.grey.size()));

  damage.tile_columns = kColumns;
  damage.tile_rows = kRows;
  const auto tiles = static_cast<std::size_t>(kColumns * kRows);
  double specks = 0, lightest = 0, darkest = 255;
  for (int row = 0; row < kRows; ++row)
    for (int column = 0; column < kColumns; ++column) {
      const auto index = static_cast<std::size_t>(row * kColumns + column);
      const cv::Rect part(ground.grey.cols * column / kColumns, ground.grey.rows * row / kRows,
                          ground.grey.cols / kColumns, ground.grey.rows / kRows);
      Measures figures = figures_of(ground, part);
      figures["speck_share"] = speck_share(grey(window_in(grey.size(), column, row)));
      specks += figures["speck_share"] / static_cast<double>(tiles);
      lightest = std::max(lightest, figures["paper_level"]);
      darkest = std::min(darkest, figures["paper_level"]);
      for (const auto& [name, value] : figures) {
        std::vector<double>& values = damage.tiles[name];
        values.resize(tiles, 0);
        values[index] = rounded(value);
      }
    }
  const TextLines lines = find_text_lines(letters);
  damage.page["speck_share"] = specks;
  damage.page["paper_slope_levels"] = lightest - darkest;
  damage.page["skew_degrees"] = lines.skew_degrees;
  damage.page["bend_px"] = lines.bend_px;
  damage.page["x_height_px"] = lines.letter_height_px;
  damage.page["pitch_px"] = lines.pitch_px;
  for (auto& [name, value] : damage.page) value = rounded(value);
  return damage;
}

}  // namespace emend::image
