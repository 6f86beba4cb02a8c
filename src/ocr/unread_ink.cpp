#include "ocr/unread_ink.h"

#include <algorithm>

namespace emend::ocr {
namespace {

// Less of a line's width than this under words makes it unread.
constexpr double kCovered = 0.3;
// Lines of small print and large titles count, too; marks far off the usual height are no lines.
constexpr double kLowest = 0.4;
constexpr double kHighest = 3;

int shared(int a_begin, int a_end, int b_begin, int b_end) {
  return std::max(0, std::min(a_end, b_end) - std::max(a_begin, b_begin));
}

double covered_share(const document::Box& line, const document::Page& page) {
  int covered = 0;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& read : paragraph.lines)
        for (const document::Word& word : read.words) {
          const int height = std::min(line.height, word.box.height);
          if (2 * shared(line.y, line.bottom(), word.box.y, word.box.bottom()) < height) continue;
          covered += shared(line.x, line.right(), word.box.x, word.box.right());
        }
  return line.width > 0 ? static_cast<double>(covered) / line.width : 1;
}

}  // namespace

std::vector<document::Box> unread_lines(const image::TextLines& lines, const image::Transform& to_scan,
                                        const document::Page& page) {
  std::vector<document::Box> unread;
  for (const image::TextLine& line : lines.lines) {
    if (!image::is_orderly(line)) continue;
    if (line.tall_px < kLowest * lines.tall_px || line.tall_px > kHighest * lines.tall_px) continue;
    const document::Box box = to_scan(line.box, page.width_px, page.height_px);
    if (covered_share(box, page) < kCovered) unread.push_back(box);
  }
  return unread;
}

}  // namespace emend::ocr
