#include "train/lines/line_strip.h"

#include <algorithm>
#include <cmath>

#include "image/encode.h"

namespace emend::train {
namespace {

// Steps finer than a pixel of the page would only repeat it, coarser ones would skip ink: each pixel of a smaller strip
// is the mean of this many samples a pixel of the page.
int samples_across(double scale) { return std::max(1, static_cast<int>(std::lround(1 / scale))); }

double baseline_y(const std::vector<image::Point>& points, double x) {
  std::size_t right = 1;
  while (right + 1 < points.size() && points[right].x < x) ++right;
  const image::Point& a = points[right - 1];
  const image::Point& b = points[right];
  return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);  // continued straight beyond the ends
}

}  // namespace

Plane light_of(const image::Picture& picture) {
  const image::Picture grey = image::to_grey(picture);
  Plane light(grey.width_px(), grey.height_px(), 1);
  for (int y = 0; y < grey.height_px(); ++y)
    for (int x = 0; x < grey.width_px(); ++x) light.row(y)[x] = static_cast<float>(grey.row(y)[x]) / 255.0F;
  return light;
}

Plane strip_along(const Plane& page, const std::vector<image::Point>& baseline, const StripMargins& margins,
                  double scale) {
  const double left = baseline.front().x - margins.left_px;
  const double right = baseline.back().x + margins.right_px;
  const int width_px = std::max(1, static_cast<int>(std::lround((right - left) * scale)));
  const int height_px = std::max(1, static_cast<int>(std::lround((margins.above_px + margins.below_px) * scale)));
  const int samples = samples_across(scale);
  Plane strip(width_px, height_px, 1);
  for (int x = 0; x < width_px; ++x)
    for (int y = 0; y < height_px; ++y) {
      float sum = 0;
      for (int i = 0; i < samples; ++i) {
        const double page_x = left + (x + (i + 0.5) / samples) / scale;
        const double top = baseline_y(baseline, page_x) - margins.above_px;
        for (int j = 0; j < samples; ++j)
          sum += value_at(page, page_x - 0.5, top + (y + (j + 0.5) / samples) / scale - 0.5, 1);
      }
      strip.row(y)[x] = sum / static_cast<float>(samples * samples);
    }
  return strip;
}

}  // namespace emend::train
