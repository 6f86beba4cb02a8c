// A line's own coordinates: how far along its baseline, how far above it. So a line of a turned or tilted page is like
// any other.
//
// Pure functions.
#pragma once

#include "document/page.h"
#include "image/transform.h"

namespace emend::ocr {

class LineFrame {
 public:
  // Where the engine tells no baseline, the foot of the line's box.
  explicit LineFrame(const document::Line& line);

  // In pixels of the scan; 0 at the left end of the baseline.
  double along(image::Point point) const { return (point.x - x_) * along_x_ + (point.y - y_) * along_y_; }
  // In pixels of the scan, from the baseline towards the letters' heads.
  double above(image::Point point) const { return (point.x - x_) * along_y_ - (point.y - y_) * along_x_; }
  double along_middle(const document::Box& box) const;
  // In pixels of the scan, towards the letters' heads.
  image::Point at(double along_px, double above_px) const {
    return {x_ + along_px * along_x_ + above_px * along_y_, y_ + along_px * along_y_ - above_px * along_x_};
  }
  // The upright box around a stretch of the line.
  document::Box box_of(double from_px, double to_px, double below_px, double above_px) const;

 private:
  double x_ = 0, y_ = 0;
  double along_x_ = 1, along_y_ = 0;  // of length 1
};

}  // namespace emend::ocr
