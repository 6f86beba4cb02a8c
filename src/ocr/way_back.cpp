#include "ocr/way_back.h"

#include <cmath>

namespace emend::ocr {

WayBack::WayBack(const image::Transform& to_target, int target_width_px, int target_height_px)
    : to_target_(to_target), width_px_(target_width_px), height_px_(target_height_px) {
  const image::Point origin = to_target_({0, 0});
  const image::Point right = to_target_({1, 0});
  const image::Point below = to_target_({0, 1});
  across_ = std::hypot(right.x - origin.x, right.y - origin.y);
  down_ = std::hypot(below.x - origin.x, below.y - origin.y);
}

void WayBack::map(int& x, int& y) const {
  const image::Point mapped = to_target_({static_cast<double>(x), static_cast<double>(y)});
  x = static_cast<int>(std::lround(mapped.x));
  y = static_cast<int>(std::lround(mapped.y));
}

void WayBack::map(document::Word& word) const {
  map(word.box);
  for (document::Reading& reading : word.readings)
    for (document::CharacterReading& character : reading.characters) map(character.box);
}

void WayBack::map(document::Line& line) const {
  map(line.box);
  map(line.baseline.x0, line.baseline.y0);
  map(line.baseline.x1, line.baseline.y1);
  line.x_height_px = upright(line.x_height_px);
  for (document::Word& word : line.words) map(word);
}

int WayBack::along(int length_px) const { return static_cast<int>(std::lround(length_px * across_)); }

void WayBack::map(document::Block& block) const {
  map(block.box);
  for (document::Paragraph& paragraph : block.paragraphs) {
    map(paragraph.box);
    paragraph.first_line_indent_px = along(paragraph.first_line_indent_px);
    for (document::Line& line : paragraph.lines) map(line);
  }
}

}  // namespace emend::ocr
