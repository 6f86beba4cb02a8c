#include "ocr/typewriter/characters_per_inch.h"

#include <array>
#include <cmath>
#include <vector>

#include "base/median.h"

namespace emend::ocr {
namespace {

constexpr std::array<double, 3> kUsual = {10, 12, 15};
// Scans stretch and shrink by a few parts in a hundred.
constexpr double kOff = 0.04;
// Line feeds in sixths of an inch, the usual ones first.
constexpr std::array<double, 4> kLineFeeds = {1, 2, 1.5, 3};
constexpr double kFeedOff = 0.03;
// Letters that tell whether lines stand below each other.
constexpr std::size_t kFewestLetters = 8;
// Feeds that agree: so many, and such a share of all; others are of paragraphs and stray lines.
constexpr std::size_t kFewestFeeds = 5;
constexpr double kUsualFeeds = 0.4;
constexpr double kAgree = 0.06;

}  // namespace

double characters_per_inch(const PageGrid& grid, int resolution_dpi) {
  if (grid.pitch_px <= 0) return 0;
  if (resolution_dpi > 0)
    for (const double usual : kUsual)
      if (std::abs(resolution_dpi / grid.pitch_px / usual - 1) < kOff) return usual;

  // From the middle of one line's grid upright to the next one's baseline.
  std::vector<double> feeds;
  const LineGrid* before = nullptr;
  for (const auto& line : grid.lines) {
    if (!line || line->letters < kFewestLetters) continue;
    if (before != nullptr) {
      const image::Point place = before->frame.at(before->cells[before->cells.size() / 2].middle_px, 0);
      const double feed = line->frame.above(place);
      if (feed > grid.pitch_px) feeds.push_back(feed / grid.pitch_px);
    }
    before = &*line;
  }
  if (feeds.size() < kFewestFeeds) return 0;
  const double usual_feed = median(feeds);
  double sum = 0, count = 0;
  for (const double feed : feeds)
    if (std::abs(feed / usual_feed - 1) < kAgree) {
      sum += feed;
      ++count;
    }
  if (count < kFewestFeeds || count < kUsualFeeds * static_cast<double>(feeds.size())) return 0;
  const double cells = sum / count;
  for (const double feed : kLineFeeds)
    for (const double usual : kUsual)
      if (std::abs(cells / (usual / 6 * feed) - 1) < kFeedOff) return usual;
  return 0;
}

}  // namespace emend::ocr
