#include "ocr/placed_words.h"

#include <algorithm>
#include <cmath>

#include "document/baseline.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// A word stands in a line that covers so much of its width, and whose middle is no farther from the
// word's than so many heights of capitals.
constexpr double kInLine = 0.5;
constexpr double kOffTheLine = 0.6;

document::Box box_of_words(const Line& line) {
  document::Box box;
  for (const Word& word : line.words) box = document::united(box, word.box);
  return box;
}

// The line whose middle is nearest at the word's own place: boxes of lines that are not level cover their neighbours.
std::optional<std::size_t> nearest_to(const document::Box& box, const std::vector<Line>& places, double tall_px) {
  std::optional<std::size_t> nearest;
  double least = kOffTheLine * tall_px;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Line& place = places[i];
    // Of the word's own width: a comma that stands apart makes a place, too, and is none for the word above it.
    const int common = std::min(box.right(), place.box.right()) - std::max(box.x, place.box.x);
    if (common < kInLine * box.width) continue;
    const double off =
        std::abs(box.y + box.height / 2.0 - (document::y_at(place.baseline, box.x + box.width / 2.0) - tall_px / 2));
    if (off >= least) continue;
    least = off;
    nearest = i;
  }
  return nearest;
}

// Box and baseline of what is left of a line.
void narrow(Line& line) {
  line.box = box_of_words(line);
  const auto at = [whole = line.baseline](int x) { return static_cast<int>(document::y_at(whole, x)); };
  line.baseline = {line.box.x, at(line.box.x), line.box.right(), at(line.box.right())};
}

}  // namespace

Line place_of(const image::TextLine& found) {
  Line place;
  place.box = found.box;
  place.baseline = {found.box.x, static_cast<int>(found.baseline_left), found.box.right(),
                    static_cast<int>(found.baseline_right)};
  place.x_height_px = static_cast<float>(found.height_px);
  return place;
}

double shared_part(int a_begin, int a_end, int b_begin, int b_end) {
  const int smaller = std::min(a_end - a_begin, b_end - b_begin);
  return smaller <= 0 ? 0 : (std::min(a_end, b_end) - std::max(a_begin, b_begin)) / static_cast<double>(smaller);
}

PlacedWords::PlacedWords(const document::Page& page, const std::vector<Line>& places, double tall_px) {
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const Line& line : paragraph.lines)
        for (const Word& word : line.words) words_.push_back({&line, &word, nearest_to(word.box, places, tall_px)});
}

Line PlacedWords::at(std::size_t place, const Line& shape) const {
  Line found = shape;
  found.words.clear();
  for (const Placed& placed : words_)
    if (placed.place == place) found.words.push_back(*placed.word);
  std::stable_sort(found.words.begin(), found.words.end(),
                   [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
  return found;
}

std::vector<Line> PlacedWords::rest() const {
  std::vector<Line> lines;
  const Line* current = nullptr;
  for (const Placed& placed : words_) {
    if (placed.place) continue;
    if (placed.line != current) {
      current = placed.line;
      lines.push_back(*current);
      lines.back().words.clear();
    }
    lines.back().words.push_back(*placed.word);
  }
  for (Line& line : lines) narrow(line);
  return lines;
}

}  // namespace emend::ocr
