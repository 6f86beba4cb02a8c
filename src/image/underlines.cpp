#include "image/underlines.h"

#include "document/baseline.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace emend::image {
namespace {

// All in x-heights of the line. Typewriters strike the underscore 0.2 to 0.5 below the feet; sheets lie a little askew
// and engines' baselines a little off.
constexpr double kHighest = 0.12;
constexpr double kLowest = 0.9;
constexpr double kMostThickness = 0.3;
// Between two strokes of the key, and where the ribbon was worn.
constexpr double kWidestGap = 0.45;
// Beyond the words that it covers; a rule runs on.
constexpr double kMostBeyond = 1.6;

constexpr double kLeastCover = 0.75;   // of a word
constexpr double kMostBelow = 0.25;    // of a stroke, how much has ink right below it
constexpr double kMostHanging = 0.05;  // of its columns, from how many something hangs
constexpr double kLeastInk = 0.7;      // of a stroke, its gaps left out

constexpr std::uint8_t kInkBelow = 128;  // of a binarised picture: 0 is ink

struct Stroke {
  int left = 0, right = 0;  // right is behind it
  int below = 0;            // rows below the baseline
};

class UnderLine {
 public:
  UnderLine(const Picture& ink, const document::Line& line, double shortest)
      : ink_(ink), line_(line), x_height_(line.x_height_px), shortest_(shortest) {}

  std::vector<bool> words() const {
    std::vector<bool> found(line_.words.size(), false);
    if (x_height_ < 4 || line_.baseline.x1 <= line_.baseline.x0) return found;
    const int first = std::max(2, static_cast<int>(std::lround(kHighest * x_height_)));
    const int last = static_cast<int>(std::lround(kLowest * x_height_));
    for (int below = first; below <= last; ++below)
      for (const Stroke& stroke : strokes_at(below)) mark(stroke, found);
    return found;
  }

 private:
  double baseline_at(double x) const { return document::y_at(line_.baseline, x); }

  bool is_ink(int x, int y) const {
    return x >= 0 && y >= 0 && x < ink_.width_px() && y < ink_.height_px() && ink_.row(y)[x] < kInkBelow;
  }

  // A stroke wanders by a row.
  bool is_inked(int x, int below) const {
    const int y = static_cast<int>(std::lround(baseline_at(x))) + below;
    return is_ink(x, y) || is_ink(x, y - 1) || is_ink(x, y + 1);
  }

  std::vector<Stroke> strokes_at(int below) const {
    const int reach = static_cast<int>(std::ceil(6 * x_height_));
    const int begin = std::max(0, line_.box.x - reach), end = std::min(ink_.width_px(), line_.box.right() + reach);
    std::vector<Stroke> strokes;
    int inked = 0, last = 0;
    Stroke stroke{0, 0, below};
    const auto close = [&] {
      const int width = stroke.right - stroke.left;
      if (inked > 0 && width >= shortest_ * x_height_ && inked >= kLeastInk * width && is_thin(stroke) &&
          is_free(stroke))
        strokes.push_back(stroke);
      inked = 0;
    };
    for (int x = begin; x < end; ++x) {
      if (!is_inked(x, below)) continue;
      if (inked > 0 && x - last > kWidestGap * x_height_) close();
      if (inked == 0) stroke.left = x;
      stroke.right = x + 1;
      last = x;
      ++inked;
    }
    close();
    return strokes;
  }

  // By the middle one of its columns, so that descenders and letters that touch it do no harm.
  bool is_thin(const Stroke& stroke) const {
    std::vector<int> heights;
    const int most = static_cast<int>(std::lround(2 * x_height_));
    for (int x = stroke.left; x < stroke.right; ++x) {
      int y = static_cast<int>(std::lround(baseline_at(x))) + stroke.below;
      if (!is_ink(x, y)) y += is_ink(x, y - 1) ? -1 : 1;
      if (!is_ink(x, y)) continue;
      int height = 1;
      for (int up = y - 1; height < most && is_ink(x, up); --up) ++height;
      for (int down = y + 1; height < most && is_ink(x, down); ++down) ++height;
      heights.push_back(height);
    }
    if (heights.empty()) return false;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle <= std::max(3.0, kMostThickness * x_height_);
  }

  // There is paper below it. Below the tops of letters there are stems, which hang from them as nothing hangs from a
  // stroke but descenders that come through it.
  bool is_free(const Stroke& stroke) const {
    const int near = std::max(3, static_cast<int>(std::lround(kMostThickness * x_height_)));
    const int width = stroke.right - stroke.left;
    int inked = 0, hanging = 0;
    for (int x = stroke.left; x < stroke.right; ++x) {
      int y = static_cast<int>(std::lround(baseline_at(x))) + stroke.below;
      inked += is_ink(x, y + near + 1) || is_ink(x, y + near + 2);
      if (!is_ink(x, y)) y += is_ink(x, y + 1) ? 1 : -1;
      if (!is_ink(x, y)) continue;
      int down = 0, up = 0;
      while (down <= near && is_ink(x, y + down)) ++down;
      while (up <= near && is_ink(x, y - up)) ++up;
      hanging += down > near && up <= near;
    }
    return inked <= kMostBelow * width && hanging <= kMostHanging * width;
  }

  // The words above a stroke, unless it runs on beyond them.
  void mark(const Stroke& stroke, std::vector<bool>& found) const {
    std::vector<std::size_t> covered;
    int left = 0, right = 0;
    for (std::size_t w = 0; w < line_.words.size(); ++w) {
      const document::Box& box = line_.words[w].box;
      const int common = std::min(stroke.right, box.right()) - std::max(stroke.left, box.x);
      if (box.width <= 0 || common < kLeastCover * box.width) continue;
      left = covered.empty() ? box.x : std::min(left, box.x);
      right = covered.empty() ? box.right() : std::max(right, box.right());
      covered.push_back(w);
    }
    if (covered.empty()) return;
    const double beyond = kMostBeyond * x_height_;
    if (left - stroke.left > beyond || stroke.right - right > beyond) return;
    for (const std::size_t w : covered) found[w] = true;
  }

  const Picture& ink_;
  const document::Line& line_;
  double x_height_;
  double shortest_;
};

}  // namespace

std::vector<bool> underlined_words(const Picture& ink, const document::Line& line, double shortest) {
  return UnderLine(ink, line, shortest).words();
}

}  // namespace emend::image
