#include "ocr/blackout_marks.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "document/baseline.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// In heights of small letters: a bar this narrow is a blot; one this far beside a line's last word is none of its
// words.
constexpr double kLeastWidth = 2.5;
constexpr double kFarthest = 6;
// A strip this low is an underline or the rim of a bar.
constexpr double kLeastHeight = 0.8;
// Punched holes and blots are about as wide as high.
constexpr double kOblong = 1.5;
// The middle of a line's small letters is this far above its baseline, in the same.
constexpr double kMiddleAbove = 0.5;
// Bars of one name lie in pieces.
constexpr double kOneBarGap = 1;
// A bar that one word covers for this share of its width stands over that word, which was read out of its edges.
constexpr double kUnderBar = 0.7;

int shared(int a_begin, int a_end, int b_begin, int b_end) {
  return std::max(0, std::min(a_end, b_end) - std::max(a_begin, b_begin));
}

bool has_text(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const Word& word) { return !word.best().text.empty(); });
}

// The bars of one line from left to right, pieces joined.
std::vector<document::Box> bars_in(const Line& line, const document::Page& page) {
  const auto x_height = static_cast<double>(line.x_height_px);
  std::vector<document::Box> bars;
  for (const document::Region& region : page.regions) {
    if (region.kind != document::RegionKind::kBlackout) continue;
    const document::Box& bar = region.box;
    if (bar.height < kLeastHeight * x_height || bar.width < kOblong * bar.height) continue;
    const double middle = document::y_at(line.baseline, bar.x + bar.width / 2.0) - kMiddleAbove * x_height;
    if (middle < bar.y || middle > bar.bottom()) continue;
    if (bar.x - line.box.right() > kFarthest * x_height || line.box.x - bar.right() > kFarthest * x_height) continue;
    bars.push_back(bar);
  }
  std::sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
  std::vector<document::Box> joined;
  for (const document::Box& bar : bars) {
    if (!joined.empty() && bar.x - joined.back().right() < kOneBarGap * x_height)
      joined.back() = document::united(joined.back(), bar);
    else
      joined.push_back(bar);
  }
  std::erase_if(joined, [&](const document::Box& bar) { return bar.width < kLeastWidth * x_height; });
  return joined;
}

}  // namespace

std::size_t mark_blackouts(document::Page& page, std::size_t witness) {
  std::size_t marks = 0;
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (Line& line : paragraph.lines) {
        if (!has_text(line) || line.x_height_px <= 0) continue;
        for (const document::Box& bar : bars_in(line, page)) {
          const bool is_over_words = std::any_of(line.words.begin(), line.words.end(), [&](const Word& word) {
            return !word.best().text.empty() &&
                   shared(word.box.x, word.box.right(), bar.x, bar.right()) > kUnderBar * bar.width;
          });
          if (is_over_words) continue;
          Word mark;
          mark.box = bar;
          mark.readings = {{witness, std::string(kBlackoutMark), 1, {}}};
          const auto after = std::find_if(line.words.begin(), line.words.end(), [&](const Word& word) {
            return word.box.x + word.box.width / 2 > bar.x + bar.width / 2;
          });
          line.words.insert(after, std::move(mark));
          ++marks;
        }
      }
  return marks;
}

}  // namespace emend::ocr
