#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "train/synth/machine.h"

namespace emend::train {
namespace {

constexpr float kPaper = 0.5F;  // less ink than this is paper

// Marks the paper that is connected with the frame around the letter.
std::vector<char> reached_from_outside(const Glyph& glyph) {
  const int width = glyph.width_px;
  const int height = glyph.height_px;
  std::vector<char> reached(glyph.ink.size(), 0);
  std::vector<int> open;
  const auto visit = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const auto at = static_cast<std::size_t>(y * width + x);
    if (reached[at] != 0 || glyph.ink[at] >= kPaper) return;
    reached[at] = 1;
    open.push_back(y * width + x);
  };
  for (int x = 0; x < width; ++x) {
    visit(x, 0);
    visit(x, height - 1);
  }
  for (int y = 0; y < height; ++y) {
    visit(0, y);
    visit(width - 1, y);
  }
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    visit(at % width - 1, at / width);
    visit(at % width + 1, at / width);
    visit(at % width, at / width - 1);
    visit(at % width, at / width + 1);
  }
  return reached;
}

}  // namespace

void clog_counters(Glyph& glyph, double amount) {
  if (amount <= 0 || glyph.ink.empty()) return;
  const std::vector<char> outside = reached_from_outside(glyph);
  const int width = glyph.width_px;
  const Glyph clean = glyph;
  // Dirt sits in the corners first: a pixel with ink nearby takes more than one in the middle of the hole.
  const int reach = std::max(2, width / 8);
  for (int y = 0; y < glyph.height_px; ++y)
    for (int x = 0; x < width; ++x) {
      const auto at = static_cast<std::size_t>(y * width + x);
      if (outside[at] != 0 || clean.ink[at] >= 1) continue;
      int nearest = reach;
      for (int d = 1; d < reach; ++d) {
        const auto has_ink = [&](int px, int py) {
          return px >= 0 && py >= 0 && px < width && py < glyph.height_px &&
                 clean.ink[static_cast<std::size_t>(py * width + px)] >= kPaper;
        };
        if (has_ink(x - d, y) || has_ink(x + d, y) || has_ink(x, y - d) || has_ink(x, y + d)) {
          nearest = d;
          break;
        }
      }
      const double share = amount * (1.0 - 0.4 * nearest / reach);
      glyph.ink[at] = std::max(glyph.ink[at], static_cast<float>(share));
    }
}

}  // namespace emend::train
