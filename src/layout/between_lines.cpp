#include "layout/between_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "base/median.h"
#include "document/baseline.h"
#include "text/caret.h"

namespace emend::layout {
namespace {

// Of the page's usual distance from line to line.
constexpr double kNearest = 0.25;   // nearer is the same line
constexpr double kFarthest = 0.78;  // farther is a line of its own
constexpr double kClearAbove = 0.25;
constexpr double kWidestPlace = 1.4;  // between the lines above and below it; the last line of a paragraph has more
// More words are a line of small type.
constexpr std::size_t kMostWords = 6;
// Of the line that they belong to.
constexpr double kWidest = 0.5;
// Of its x-height: what was put in is set in the machine's own type, or a little smaller.
constexpr double kSmallest = 0.7;
constexpr double kLargest = 1.3;
// Lines that tell the usual distance.
constexpr std::size_t kFewestLines = 6;

struct Placed {
  LineOfPage at;
  const document::Line* line = nullptr;
  double foot = 0;
};

bool has_letters(const document::Line& line) {
  for (const document::Word& word : line.words)
    for (const char c : word.best().text)
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
  return false;
}

std::vector<Placed> placed_lines(const document::Page& page) {
  std::vector<Placed> lines;
  for (std::size_t b = 0; b < page.blocks.size(); ++b)
    for (std::size_t g = 0; g < page.blocks[b].paragraphs.size(); ++g)
      for (std::size_t l = 0; l < page.blocks[b].paragraphs[g].lines.size(); ++l) {
        const document::Line& line = page.blocks[b].paragraphs[g].lines[l];
        if (line.words.empty() || line.box.is_empty() || line.x_height_px <= 0) continue;
        lines.push_back({{b, g, l}, &line, (line.baseline.y0 + line.baseline.y1) / 2.0});
      }
  return lines;
}

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

// The usual distance between lines that follow each other down the page; 0 where there are too few.
double usual_pitch(std::vector<Placed> lines) {
  if (lines.size() < kFewestLines) return 0;
  std::sort(lines.begin(), lines.end(), [](const Placed& a, const Placed& b) { return a.foot < b.foot; });
  std::vector<double> steps;
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].foot - lines[i - 1].foot > lines[i].line->x_height_px)
      steps.push_back(lines[i].foot - lines[i - 1].foot);
  if (steps.size() + 1 < kFewestLines) return 0;
  return median(std::move(steps));
}

// Before which word of the line something goes that stands above it: at its caret, or else in the gap next to its
// middle.
std::size_t word_behind(const document::Line& line, const document::Box& above) {
  const double middle = middle_of(above);
  for (std::size_t w = 0; w < line.words.size(); ++w)
    if (text::is_caret(line.words[w].best().text) &&
        std::abs(middle_of(line.words[w].box) - middle) < 1.5 * above.width + 20)
      return w;
  std::size_t best = 0;
  double nearest = std::abs(line.words.front().box.x - middle);
  for (std::size_t w = 1; w <= line.words.size(); ++w) {
    const double gap = w == line.words.size() ? line.words.back().box.right()
                                              : (line.words[w - 1].box.right() + line.words[w].box.x) / 2.0;
    if (std::abs(gap - middle) >= nearest) continue;
    nearest = std::abs(gap - middle);
    best = w;
  }
  return best;
}

}  // namespace

std::vector<WordsBetweenLines> find_words_between_lines(const document::Page& page) {
  std::vector<WordsBetweenLines> found;
  const std::vector<Placed> lines = placed_lines(page);
  const double pitch = usual_pitch(lines);
  if (pitch <= 0) return found;
  for (const Placed& candidate : lines) {
    const document::Line& line = *candidate.line;
    if (line.words.size() > kMostWords || !has_letters(line)) continue;
    const double middle = middle_of(line.box);
    const Placed* below = nullptr;
    double above = kWidestPlace + 1;  // to the next line above it
    bool is_clear = true;
    for (const Placed& other : lines) {
      if (&other == &candidate) continue;
      const document::Box& box = other.line->box;
      const bool is_over = box.x < middle && middle < box.right();
      const double down =
          (document::y_at(other.line->baseline, middle) - document::y_at(line.baseline, middle)) / pitch;
      // Pieces of the same line to its left or right: a line in columns.
      if (std::abs(down) < kNearest) is_clear = false;
      if (is_over && down < 0 && down > -kClearAbove) is_clear = false;
      if (is_over && down < 0) above = std::min(above, -down);
      if (!is_over || down < kNearest || down > kFarthest) continue;
      if (below == nullptr ||
          document::y_at(other.line->baseline, middle) < document::y_at(below->line->baseline, middle))
        below = &other;
    }
    if (below == nullptr || !is_clear) continue;
    if (above + (document::y_at(below->line->baseline, middle) - document::y_at(line.baseline, middle)) / pitch >
        kWidestPlace)
      continue;
    const double size = static_cast<double>(line.x_height_px) / below->line->x_height_px;
    if (size < kSmallest || size > kLargest || line.box.width > kWidest * below->line->box.width) continue;
    found.push_back({candidate.at, below->at, word_behind(*below->line, line.box)});
  }
  return found;
}

void tell_words_between_lines(document::Page& page) {
  const auto found = find_words_between_lines(page);
  for (std::size_t b = 0; b < page.blocks.size(); ++b)
    for (std::size_t g = 0; g < page.blocks[b].paragraphs.size(); ++g)
      for (std::size_t l = 0; l < page.blocks[b].paragraphs[g].lines.size(); ++l) {
        const bool is_one = std::any_of(found.begin(), found.end(), [&](const WordsBetweenLines& words) {
          return words.words == LineOfPage{b, g, l};
        });
        for (document::Word& word : page.blocks[b].paragraphs[g].lines[l].words) word.is_between_lines = is_one;
      }
}

}  // namespace emend::layout
