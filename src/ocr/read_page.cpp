#include "ocr/read_page.h"

#include <cmath>

namespace emend::ocr {
namespace {

// Takes what an engine measured in a variant back to the scan.
class WayBack {
 public:
  WayBack(const image::Transform& to_scan, int scan_width_px, int scan_height_px)
      : to_scan_(to_scan), scan_width_px_(scan_width_px), scan_height_px_(scan_height_px) {
    const image::Point origin = to_scan_({0, 0});
    const image::Point right = to_scan_({1, 0});
    const image::Point below = to_scan_({0, 1});
    across_ = std::hypot(right.x - origin.x, right.y - origin.y);
    down_ = std::hypot(below.x - origin.x, below.y - origin.y);
  }

  void map(document::Box& box) const { box = to_scan_(box, scan_width_px_, scan_height_px_); }

  void map(document::Baseline& baseline) const {
    map(baseline.x0, baseline.y0);
    map(baseline.x1, baseline.y1);
  }

  // Lengths along and across the lines of the variant.
  int along(int length_px) const { return static_cast<int>(std::lround(length_px * across_)); }
  float upright(float height_px) const { return static_cast<float>(static_cast<double>(height_px) * down_); }

 private:
  void map(int& x, int& y) const {
    const image::Point mapped = to_scan_({static_cast<double>(x), static_cast<double>(y)});
    x = static_cast<int>(std::lround(mapped.x));
    y = static_cast<int>(std::lround(mapped.y));
  }

  const image::Transform& to_scan_;
  int scan_width_px_;
  int scan_height_px_;
  double across_ = 1;
  double down_ = 1;
};

void map_word(document::Word& word, const WayBack& way_back) {
  way_back.map(word.box);
  for (document::Reading& reading : word.readings)
    for (document::CharacterReading& character : reading.characters) way_back.map(character.box);
}

void map_line(document::Line& line, const WayBack& way_back) {
  way_back.map(line.box);
  way_back.map(line.baseline);
  line.x_height_px = way_back.upright(line.x_height_px);
  for (document::Word& word : line.words) map_word(word, way_back);
}

void map_block(document::Block& block, const WayBack& way_back) {
  way_back.map(block.box);
  for (document::Paragraph& paragraph : block.paragraphs) {
    way_back.map(paragraph.box);
    paragraph.first_line_indent_px = way_back.along(paragraph.first_line_indent_px);
    for (document::Line& line : paragraph.lines) map_line(line, way_back);
  }
}

}  // namespace

Result<document::Page> read_variant(Engine& engine, const image::Variant& variant, int scan_width_px,
                                    int scan_height_px) {
  auto page = engine.read(variant.picture);
  if (!page) return fail(page.error());
  page->width_px = scan_width_px;
  page->height_px = scan_height_px;
  // Points are measured on the paper, so font sizes are the same in every variant.
  const WayBack way_back(variant.to_scan, scan_width_px, scan_height_px);
  for (document::Block& block : page->blocks) map_block(block, way_back);
  return page;
}

}  // namespace emend::ocr
