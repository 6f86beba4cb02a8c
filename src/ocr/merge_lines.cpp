#include "ocr/merge_lines.h"

#include <algorithm>
#include <vector>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

// Two lines belong together from this kinship on (see below): three quarters of the width and of the height.
constexpr double kKin = 0.5;
// Two words stand in one place when they share so much of the smaller width.
constexpr double kCovered = 0.5;

int overlap(int a_begin, int a_end, int b_begin, int b_end) {
  return std::max(0, std::min(a_end, b_end) - std::max(a_begin, b_begin));
}

double covered_across(const document::Box& a, const document::Box& b) {
  const int smaller = std::min(a.width, b.width);
  return smaller <= 0 ? 0 : overlap(a.x, a.right(), b.x, b.right()) / static_cast<double>(smaller);
}

// How much of the larger width and of the larger height is common, multiplied: 1 for the same box.
double kinship(const document::Box& a, const document::Box& b) {
  const int width = std::max(a.width, b.width), height = std::max(a.height, b.height);
  if (width <= 0 || height <= 0) return 0;
  return overlap(a.x, a.right(), b.x, b.right()) / static_cast<double>(width) *
         overlap(a.y, a.bottom(), b.y, b.bottom()) / static_cast<double>(height);
}

template <typename Line, typename Page>
std::vector<Line*> lines_of(Page& page) {
  std::vector<Line*> lines;
  for (auto& block : page.blocks)
    for (auto& paragraph : block.paragraphs)
      for (auto& line : paragraph.lines) lines.push_back(&line);
  return lines;
}

// For each line the other page's line in its place, or null. No line is given twice: the nearest pairs come first.
std::vector<const document::Line*> counterparts(const std::vector<document::Line*>& lines,
                                                const std::vector<const document::Line*>& others) {
  struct Pair {
    double kinship;
    std::size_t line, other;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t k = 0; k < others.size(); ++k)
      if (const double found = kinship(lines[i]->box, others[k]->box); found >= kKin) pairs.push_back({found, i, k});
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.kinship > b.kinship; });
  std::vector<const document::Line*> found(lines.size(), nullptr);
  std::vector<bool> is_given(others.size(), false);
  for (const Pair& pair : pairs) {
    if (found[pair.line] != nullptr || is_given[pair.other]) continue;
    found[pair.line] = others[pair.other];
    is_given[pair.other] = true;
  }
  return found;
}

void set_witness(document::Line& line, std::size_t witness) {
  for (document::Word& word : line.words)
    for (document::Reading& reading : word.readings) reading.witness = witness;
}

// The only word of `line` that covers `box`; none where there are two: then one of the lines is split or joined there.
const document::Word* only_word_at(const document::Line& line, const document::Box& box) {
  const document::Word* found = nullptr;
  for (const document::Word& word : line.words) {
    if (covered_across(word.box, box) < kCovered) continue;
    if (found != nullptr) return nullptr;
    found = &word;
  }
  return found;
}

}  // namespace

void add_readings(document::Line& line, const document::Line& other) {
  for (document::Word& word : line.words) {
    const document::Word* same = only_word_at(other, word.box);
    if (same == nullptr || only_word_at(line, same->box) != &word) continue;
    word.readings.insert(word.readings.end(), same->readings.begin(), same->readings.end());
  }
}

bool is_typed(const document::Page& general, const document::Page& special, const LineChoice& choice) {
  const double regularity = std::max(fixed_pitch_of(general).regularity, fixed_pitch_of(special).regularity);
  if (regularity >= choice.typed_regularity) return true;
  return regularity >= choice.perhaps_typed_regularity &&
         evidence_of(special).confidence - evidence_of(general).confidence >= choice.page_gain;
}

bool is_special_better(const document::Line& general, const document::Line& special, const LineChoice& choice) {
  if (special.words.empty()) return false;
  if (general.words.empty()) return true;
  // The letters stand where they stand; the better reading finds more of them.
  const FixedPitch a = fixed_pitch_of(general), b = fixed_pitch_of(special);
  if (std::max(a.letters, b.letters) >= choice.fewest_letters &&
      std::max(a.regularity, b.regularity) < choice.printed_regularity)
    return false;
  return evidence_of(special).confidence - evidence_of(general).confidence > -choice.confidence_margin;
}

document::Page merged_lines(document::Page general, const document::Page& special, const LineChoice& choice) {
  const bool is_page_typed = is_typed(general, special, choice);
  const std::vector<document::Line*> lines = lines_of<document::Line>(general);
  const std::vector<const document::Line*> found = counterparts(lines, lines_of<const document::Line>(special));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    document::Line& line = *lines[i];
    set_witness(line, 0);
    if (found[i] == nullptr) continue;
    document::Line other = *found[i];
    set_witness(other, 1);
    if (is_page_typed && is_special_better(line, other, choice)) std::swap(line, other);
    add_readings(line, other);
  }
  return general;
}

}  // namespace emend::ocr
