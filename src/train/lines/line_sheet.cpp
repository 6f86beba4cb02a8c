#include "train/lines/line_sheet.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace emend::train {
namespace {

// Between two lines.
constexpr int kGapPx = 6;
constexpr int kResolutionDpi = 300;

std::string with_single_blanks(std::string_view text) {
  std::string single;
  for (const char c : text)
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  if (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

}  // namespace

void LineSheet::add(Plane strip, std::string_view text) {
  lines_.push_back({std::move(strip), with_single_blanks(text)});
}

int LineSheet::width_px() const {
  int width_px = 0;
  for (const Line& line : lines_) width_px = std::max(width_px, line.strip.width_px());
  return width_px + 2 * kGapPx;
}

int LineSheet::height_px() const {
  int height_px = kGapPx;
  for (const Line& line : lines_) height_px += line.strip.height_px() + kGapPx;
  return height_px;
}

image::Picture LineSheet::picture() const {
  const auto width = static_cast<std::size_t>(width_px());
  std::vector<std::uint8_t> pixels(width * static_cast<std::size_t>(height_px()), 255);
  int top = kGapPx;
  for (const Line& line : lines_) {
    for (int y = 0; y < line.strip.height_px(); ++y)
      for (int x = 0; x < line.strip.width_px(); ++x)
        pixels[static_cast<std::size_t>(top + y) * width + static_cast<std::size_t>(kGapPx + x)] =
            static_cast<std::uint8_t>(std::clamp(line.strip.row(y)[x], 0.0F, 1.0F) * 255 + 0.5F);
    top += line.strip.height_px() + kGapPx;
  }
  return {width_px(), height_px(), 1, std::move(pixels), kResolutionDpi};
}

std::string LineSheet::boxes() const {
  std::string boxes;
  const int height = height_px();
  int top = kGapPx;
  for (const Line& line : lines_) {
    const int left = kGapPx + kEnginePaddingPx;
    const int right = std::max(left + 1, kGapPx + line.strip.width_px() - kEnginePaddingPx);
    const int upper = height - top - kEnginePaddingPx;
    const int lower = std::min(upper - 1, height - top - line.strip.height_px() + kEnginePaddingPx);
    boxes += fmt::format("WordStr {} {} {} {} 0 #{}\n", left, lower, right, upper, line.text);
    boxes += fmt::format("\t {} {} {} {} 0\n", right, lower, right + 1, upper);
    top += line.strip.height_px() + kGapPx;
  }
  return boxes;
}

}  // namespace emend::train
