#include "image/damage.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "base/median.h"
#include "image/coloured_ink.h"
#include "image/letter_faults.h"
#include "image/letters.h"
#include "image/page_curl.h"
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
// Of the letters' pixels: the darker tenth is the ink's level, since edges are lighter.
constexpr double kInkShare = 0.1;
// Of the slopes at the letters' edges: the steeper quarter are those that the sampling hit.
constexpr double kSteepShare = 0.75;
// Darker than paper by these shares of the contrast, and no letter: what shines through.
constexpr double kLeastShine = 0.08;
constexpr double kMostShine = 0.35;
// Of the paper's light: rims and bars are darker, and so is ink in general.
constexpr double kBlackShare = 0.5;
constexpr double kInkOfPaper = 0.72;
// The rim of the picture, as a share of its longer side.
constexpr double kRimShare = 0.004;
// In heights of small letters: no stroke is thicker, no stroke of a letter is longer, and no rule thicker.
constexpr double kThick = 0.8;
constexpr double kLong = 3.5;
constexpr double kRuleThick = 0.3;
// ... and no letter is taller.
constexpr double kLargestLetter = 2.4;
// Colours are looked at in a picture of this many pixels at most.
constexpr double kColourPixels = 1'000'000;
constexpr double kMmPerInch = 25.4;

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
  const double paper = level_of_paper(grey);
  Measures figures{{"paper_level", paper}};
  const int area = cv::countNonZero(ink), rim = cv::countNonZero(edge);
  // Where no letters stand out, the darkest hundredth is what is written, if anything is.
  const double darkest = level_at_share(grey, 0.01);
  figures["ink_level"] = darkest;
  figures["contrast_share"] = (paper - darkest) / std::max(paper, 1.0);
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

// What is no letter, and what is no text at all. Of the reduced picture.
void add_other_ink(const Ground& ground, const Letters& found, double x_height, Measures& figures) {
  const cv::Mat& grey = ground.grey;
  const double paper = figures.at("paper_level");
  const cv::Mat black = grey < paper * kBlackShare, ink = grey < paper * kInkOfPaper;
  const int rim = std::max(2, static_cast<int>(std::lround(kRimShare * std::max(grey.cols, grey.rows))));
  const cv::Rect inner(rim, rim, grey.cols - 2 * rim, grey.rows - 2 * rim);
  if (inner.width <= 0 || inner.height <= 0) return;
  figures["dark_edge_share"] = (cv::countNonZero(black) - cv::countNonZero(black(inner))) /
                               static_cast<double>(static_cast<int>(grey.total()) - inner.area());
  const double all = std::max(1, cv::countNonZero(ink));
  cv::Mat letters;
  cv::dilate(ground.ink, letters, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
  double loose = cv::countNonZero(ink & ~letters);
  for (const cv::Rect& box : found.boxes)
    if (x_height > 0 && box.height > kLargestLetter * x_height) loose += cv::countNonZero(ground.ink(box));
  figures["loose_ink_share"] = std::min(1.0, loose / all);
  if (x_height <= 0) return;
  const auto opened = [](const cv::Mat& of, double width, double height) {
    cv::Mat out;
    const cv::Size size(std::max(2, static_cast<int>(std::lround(width))),
                        std::max(2, static_cast<int>(std::lround(height))));
    cv::morphologyEx(of, out, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, size));
    return out;
  };
  figures["thick_ink_share"] =
      cv::countNonZero(opened(black, kThick * x_height, kThick * x_height)) / static_cast<double>(grey.total());
  cv::Mat level;
  cv::morphologyEx(
      ink, level, cv::MORPH_OPEN,
      cv::getStructuringElement(cv::MORPH_RECT, cv::Size(static_cast<int>(std::lround(kLong * x_height)), 1)));
  figures["rule_share"] = cv::countNonZero(level & ~opened(level, 2, kRuleThick * x_height)) / all;
}

void add_colour(const Picture& page, Measures& figures) {
  if (page.channels() != 3) return;
  const cv::Mat colours = view(page);
  const double factor = std::min(1.0, std::sqrt(kColourPixels / static_cast<double>(colours.total())));
  cv::Mat small;
  // Every so many pixels and no means of them: those would mix the colours of thin strokes with the paper's.
  cv::resize(colours, small, cv::Size(), factor, factor, cv::INTER_NEAREST);
  figures["coloured_ink_share"] = find_coloured_ink(small).share;
}

// What the lines of text tell of one tile. In it a line is long enough to have a slope with this many pieces.
constexpr std::size_t kEnoughForSlope = 6;

Measures lines_in(const TextLines& found, const cv::Rect& tile) {
  std::vector<double> slopes, bends, heights, pitches;
  for (const TextLine& line : found.lines) {
    if (!is_orderly(line)) continue;
    const double slope = (line.baseline_right - line.baseline_left) / std::max(line.box.width, 1);
    std::vector<const document::Box*> inside;
    for (const document::Box& piece : line.pieces)
      if (tile.contains(cv::Point(piece.x + piece.width / 2, piece.y + piece.height / 2))) inside.push_back(&piece);
    for (const document::Box* piece : inside)
      bends.push_back(piece->bottom() - line.baseline_left - slope * (piece->x - line.box.x));
    heights.insert(heights.end(), inside.size(), line.height_px);
    for (std::size_t i = 1; i < inside.size(); ++i)
      pitches.push_back(inside[i]->x + inside[i]->width / 2.0 - inside[i - 1]->x - inside[i - 1]->width / 2.0);
    if (inside.size() < kEnoughForSlope) continue;
    const std::size_t apart = inside.size() / 2;
    for (std::size_t i = 0; i + apart < inside.size(); ++i) {
      const document::Box &a = *inside[i], &b = *inside[i + apart];
      if (b.x > a.x) slopes.push_back(static_cast<double>(b.bottom() - a.bottom()) / (b.x - a.x));
    }
  }
  return {{"skew_degrees", std::atan(median(std::move(slopes))) * 180 / std::numbers::pi},
          {"bend_px", median(std::move(bends))},
          {"x_height_px", median(std::move(heights))},
          {"pitch_px", median(std::move(pitches))}};
}

// The difference between the lightest and the darkest of the four quarters' paper.
double slope_in(const cv::Mat& grey) {
  double lightest = 0, darkest = 255;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const int width = grey.cols / 2, height = grey.rows / 2;
    const double paper = level_of_paper(grey({quarter % 2 * width, quarter / 2 * height, width, height}));
    lightest = std::max(lightest, paper);
    darkest = std::min(darkest, paper);
  }
  return lightest - darkest;
}

cv::Rect window_in(const cv::Size& size, int column, int row) {
  const int width = size.width / kColumns, height = size.height / kRows;
  const cv::Size window(std::min(width, kSpeckWindowPx), std::min(height, kSpeckWindowPx));
  return {column * width + (width - window.width) / 2, row * height + (height - window.height) / 2, window.width,
          window.height};
}

void add_lines(const Letters& letters, const TextLines& lines, const Picture& page, Measures& figures) {
  const double x_height = lines.letter_height_px;
  figures["skew_degrees"] = lines.skew_degrees;
  figures["x_height_px"] = x_height;
  figures["pitch_px"] = lines.pitch_px;
  if (page.resolution_dpi() > 0) figures["x_height_mm"] = x_height / page.resolution_dpi() * kMmPerInch;
  if (figures.contains("edge_width_px")) figures["blur_share"] = figures["edge_width_px"] / x_height;
  std::size_t in_lines = 0;
  for (const TextLine& line : lines.lines) in_lines += is_orderly(line) ? line.letters : 0;
  figures["lines_share"] = static_cast<double>(in_lines) / std::max(1.0, static_cast<double>(letters.boxes.size()));
  const PageCurl curl = measure_curl(lines, page.width_px(), page.height_px());
  figures["bend_px"] = curl.bend_px;
  figures["bend_share"] = curl.bend_px / x_height;
  const LetterFaults faults = find_letter_faults(letters, x_height);
  figures["broken_share"] = faults.broken_share;
  figures["filled_share"] = faults.filled_share;
}

}  // namespace

document::Damage measure_damage(const Picture& page) {
  document::Damage damage;
  if (page.width_px() < kColumns * kSmallestTilePx || page.height_px() < kRows * kSmallestTilePx) return damage;
  const cv::Mat grey = grey_view(page);
  const Letters letters = find_letters(page);
  const Ground ground = ground_of(grey, letters);
  const TextLines lines = find_text_lines(letters);
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
      figures["paper_slope_levels"] = slope_in(ground.grey(part));
      figures.merge(lines_in(lines, {grey.cols * column / kColumns, grey.rows * row / kRows, grey.cols / kColumns + 1,
                                     grey.rows / kRows + 1}));
      specks += figures["speck_share"] / static_cast<double>(tiles);
      lightest = std::max(lightest, figures["paper_level"]);
      darkest = std::min(darkest, figures["paper_level"]);
      for (const auto& [name, value] : figures) {
        std::vector<double>& values = damage.tiles[name];
        values.resize(tiles, 0);
        values[index] = rounded(value);
      }
    }
  Measures& figures = damage.page;
  figures["speck_share"] = specks;
  figures["paper_slope_levels"] = lightest - darkest;
  figures["letters"] = static_cast<double>(letters.boxes.size());
  add_other_ink(ground, letters, lines.letter_height_px / letters.reduction, figures);
  add_colour(page, figures);
  if (lines.letter_height_px > 0) add_lines(letters, lines, page, figures);
  for (auto& [name, value] : damage.page) value = rounded(value);
  return damage;
}

}  // namespace emend::image
