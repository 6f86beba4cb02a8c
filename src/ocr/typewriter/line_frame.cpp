#include "ocr/typewriter/line_frame.h"

#include <algorithm>
#include <cmath>

namespace emend::ocr {

LineFrame::LineFrame(const document::Line& line) : x_(line.baseline.x0), y_(line.baseline.y0) {
  const double across = line.baseline.x1 - line.baseline.x0, down = line.baseline.y1 - line.baseline.y0;
  const double length = std::hypot(across, down);
  if (length >= 1) {
    along_x_ = across / length;
    along_y_ = down / length;
  } else {
    x_ = line.box.x;
    y_ = line.box.bottom();
  }
}

double LineFrame::along_middle(const document::Box& box) const {
  return along({box.x + box.width / 2.0, box.y + box.height / 2.0});
}

document::Box LineFrame::box_of(double from_px, double to_px, double below_px, double above_px) const {
  double left = 0, right = 0, top = 0, bottom = 0;
  bool is_first = true;
  for (const double along_px : {from_px, to_px})
    for (const double height_px : {below_px, above_px}) {
      const image::Point corner = at(along_px, height_px);
      left = is_first ? corner.x : std::min(left, corner.x);
      right = is_first ? corner.x : std::max(right, corner.x);
      top = is_first ? corner.y : std::min(top, corner.y);
      bottom = is_first ? corner.y : std::max(bottom, corner.y);
      is_first = false;
    }
  const auto floor = [](double value) { return static_cast<int>(std::floor(value)); };
  return {floor(left), floor(top), std::max(1, floor(right) - floor(left)), std::max(1, floor(bottom) - floor(top))};
}

}  // namespace emend::ocr
