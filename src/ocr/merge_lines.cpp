#include "ocr/merge_lines.h"

#include <algorithm>
#include <vector>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

// Of the smaller of two boxes.
constexpr double kCovered = 0.5;

int overlap(int a_begin, int a_end, int b_begin, int b_end) {
  return std::max(0, std::min(a_end, b_end) - std::max(a_begin, b_begin));
}

double covered_across(const document::Box& a, const document::Box& b) {
  const int smaller = std::min(a.width, b.width);
  return smaller <= 0 ? 0 : overlap(a.x, a.right(), b.x, b.right()) / static_cast<double>(smaller);
}

double covered_down(const document::Box& a, const document::Box& b) {
  const int smaller = std::min(a.height, b.height);
  return smaller <= 0 ? 0 : overlap(a.y, a.bottom(), b.y, b.bottom()) / static_cast<double>(smaller);
}

// How much of both boxes is common, of the larger one; 0 where they do not belong together.
double kinship(const document::Box& a, const document::Box& b) {
  if (covered_across(a, b) < kCovered || covered_down(a, b) < kCovered) return 0;
  return overlap(a.x, a.right(), b.x, b.right()) / static_cast<double>(std::max(a.width, b.width));
}

std::vector<const document::Line*> lines_of(const document::Page& page) {
  std::vector<const document::Line*> lines;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines) lines.push_back(&line);
  return lines;
}

const document::Line* counterpart(const document::Line& line, const std::vector<const document::Line*>& others) {
  const document::Line* best = nullptr;
  double best_kinship = kCovered;
  for (const document::Line* other : others) {
    const double found = kinship(line.box, other->box);
    if (found >= best_kinship && !other->words.empty()) {
      best = other;
      best_kinship = found;
    }
  }
  return best;
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

// `line` stands; what `other` has in the places of its words is added.
void add_readings(document::Line& line, const document::Line& other) {
  for (document::Word& word : line.words) {
    const document::Word* same = only_word_at(other, word.box);
    if (same == nullptr || only_word_at(line, same->box) != &word) continue;
    word.readings.insert(word.readings.end(), same->readings.begin(), same->readings.end());
  }
}

}  // namespace

bool is_special_better(const document::Line& general, const document::Line& special, bool is_typed,
                       const LineChoice& choice) {
  if (special.words.empty()) return false;
  if (general.words.empty()) return true;
  const double gain = evidence_of(special).confidence - evidence_of(general).confidence;
  return is_typed ? gain > -choice.confidence_margin : gain > choice.confidence_margin;
}

document::Page merged_lines(document::Page general, const document::Page& special, const LineChoice& choice) {
  const std::vector<const document::Line*> others = lines_of(special);
  const bool is_page_typed = fixed_pitch_of(special).regularity >= choice.typed_regularity;
  for (document::Block& block : general.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (document::Line& line : paragraph.lines) {
        set_witness(line, 0);
        const document::Line* found = counterpart(line, others);
        if (found == nullptr) continue;
        document::Line other = *found;
        set_witness(other, 1);
        // A line's letters stand where they stand; the better reading finds more of them.
        const FixedPitch a = fixed_pitch_of(line), b = fixed_pitch_of(other);
        const bool is_typed = std::max(a.letters, b.letters) < choice.fewest_letters
                                  ? is_page_typed
                                  : std::max(a.regularity, b.regularity) >= choice.typed_regularity;
        if (is_special_better(line, other, is_typed, choice)) std::swap(line, other);
        add_readings(line, other);
      }
  return general;
}

}  // namespace emend::ocr
