// Many lines on one tall picture, with the file of boxes that Tesseract's training reads beside it: one process then
// takes hundreds of lines.
//
// A LineSheet belongs to one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "image/picture.h"
#include "train/synth/plane.h"

namespace emend::train {

// Tesseract cuts its boxes with so much around them, so a strip holds it already and its box leaves it out.
inline constexpr int kEnginePaddingPx = 4;

class LineSheet {
 public:
  // `text` is what the strip says, on one line. Engines tell no number of blanks, so runs of them become one.
  void add(Plane strip, std::string_view text);

  std::size_t line_count() const { return lines_.size(); }
  bool is_empty() const { return lines_.empty(); }
  image::Picture picture() const;
  // For each line "WordStr LEFT BOTTOM RIGHT TOP 0 #TEXT" and a tab with a box, which ends it. y grows upwards.
  std::string boxes() const;

 private:
  struct Line {
    Plane strip;
    std::string text;
  };
  int width_px() const;
  int height_px() const;

  std::vector<Line> lines_;
};

}  // namespace emend::train
