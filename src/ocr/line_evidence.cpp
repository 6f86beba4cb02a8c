#include "ocr/line_evidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>
#include <vector>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

// Fewer letters lie on some grid by chance.
constexpr std::size_t kFewestLetters = 8;
// The pitch is looked for around the usual distance of two letters of a word, as far as narrow letters and blots throw
// that off.
constexpr double kNarrowest = 0.75;
constexpr double kWidest = 1.3;

bool has_letter(std::string_view word) {
  for (std::size_t offset = 0; offset < word.size();) {
    const text::Decoded decoded = text::decode_at(word, offset);
    if (text::is_letter(decoded.code_point)) return true;
    offset += decoded.size;
  }
  return false;
}

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

// How far points lie on a grid of this pitch: the length of the mean of their phases as unit vectors.
double regularity_at(const std::vector<double>& middles, double pitch_px) {
  double across = 0, along = 0;
  for (const double x : middles) {
    const double phase = 2 * std::numbers::pi * x / pitch_px;
    across += std::cos(phase);
    along += std::sin(phase);
  }
  return std::hypot(across, along) / static_cast<double>(middles.size());
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

LineEvidence evidence_of(const document::Line& line) {
  LineEvidence evidence;
  double sure = 0, in_words = 0, known = 0;
  for (const document::Word& word : line.words) {
    const document::Reading& reading = word.best();
    const auto length = static_cast<double>(text::count_code_points(reading.text));
    evidence.characters += static_cast<std::size_t>(length);
    sure += length * static_cast<double>(reading.confidence);
    if (!has_letter(reading.text)) continue;
    in_words += length;
    if (word.is_in_engine_dictionary) known += length;
  }
  if (evidence.characters > 0) evidence.confidence = sure / static_cast<double>(evidence.characters);
  if (in_words > 0) evidence.dictionary_share = known / in_words;
  return evidence;
}

FixedPitch fixed_pitch_of(const document::Line& line) {
  std::vector<double> middles, distances;
  for (const document::Word& word : line.words) {
    const auto& characters = word.best().characters;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      if (characters[i].box.is_empty()) continue;
      middles.push_back(middle_of(characters[i].box));
      if (i > 0 && !characters[i - 1].box.is_empty())
        distances.push_back(middles.back() - middle_of(characters[i - 1].box));
    }
  }
  FixedPitch found;
  found.letters = middles.size();
  if (middles.size() < kFewestLetters || distances.empty()) return found;
  const double usual_px = median(distances);
  if (usual_px <= 1) return found;
  // Steps so small that the phase at the end of the line changes by a quarter turn.
  const auto [left, right] = std::minmax_element(middles.begin(), middles.end());
  const double step = usual_px / (4 * std::max(*right - *left, usual_px));
  for (double factor = kNarrowest; factor <= kWidest; factor += step) {
    const double regularity = regularity_at(middles, factor * usual_px);
    if (regularity > found.regularity) {
      found.regularity = regularity;
      found.pitch_px = factor * usual_px;
    }
  }
  return found;
}

FixedPitch fixed_pitch_of(const document::Page& page) {
  FixedPitch of_page;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines) {
        const FixedPitch of_line = fixed_pitch_of(line);
        if (of_line.pitch_px <= 0) continue;
        const auto letters = static_cast<double>(of_line.letters);
        of_page.letters += of_line.letters;
        of_page.regularity += letters * of_line.regularity;
        of_page.pitch_px += letters * of_line.pitch_px;
      }
  if (of_page.letters == 0) return of_page;
  of_page.regularity /= static_cast<double>(of_page.letters);
  of_page.pitch_px /= static_cast<double>(of_page.letters);
  return of_page;
}

}  // namespace emend::ocr
