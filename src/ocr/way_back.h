// Takes what an engine measured in a picture back to the picture that it was made of.
//
// Pure; borrows nothing.
#pragma once

#include "document/page.h"
#include "image/transform.h"

namespace emend::ocr {

class WayBack {
 public:
  // Boxes are clipped to a target of this size.
  WayBack(const image::Transform& to_target, int target_width_px, int target_height_px);

  // Boxes, baselines and lengths of everything below.
  void map(document::Block& block) const;
  void map(document::Line& line) const;

 private:
  void map(document::Box& box) const { box = to_target_(box, width_px_, height_px_); }
  void map(int& x, int& y) const;
  void map(document::Word& word) const;
  // Lengths along and across the lines.
  int along(int length_px) const;
  float upright(float height_px) const { return static_cast<float>(static_cast<double>(height_px) * down_); }

  image::Transform to_target_;
  int width_px_;
  int height_px_;
  double across_ = 1;
  double down_ = 1;
};

}  // namespace emend::ocr
