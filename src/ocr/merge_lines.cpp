#include "ocr/merge_lines.h"

#include <algorithm>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

// Two words stand in one place when they share so much of the smaller width.
constexpr double kCovered = 0.5;

int overlap(int a_begin, int a_end, int b_begin, int b_end) {
  return std::max(0, std::min(a_end, b_end) - std::max(a_begin, b_begin));
}

double covered_across(const document::Box& a, const document::Box& b) {
  const int smaller = std::min(a.width, b.width);
  return smaller <= 0 ? 0 : overlap(a.x, a.right(), b.x, b.right()) / static_cast<double>(smaller);
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

}  // namespace emend::ocr
