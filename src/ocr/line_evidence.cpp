#include "ocr/line_evidence.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/median.h"
#include "base/periodogram.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

// Fewer letters lie on some grid by chance.
constexpr std::size_t kFewestLetters = 8;
// The same for the lines that speak for a page: there are enough of them.
constexpr std::size_t kFewestLettersOfPage = 20;
// A line's pitch is looked for around the usual distance of two letters, as far as narrow letters and blots throw that
// off; the page's usual distance is surer, and a wider search only finds more grids by chance.
constexpr double kAroundLine = 0.28;
constexpr double kAroundPage = 0.07;
// Of one line around the page's pitch, which the page's mean has nearly right.
constexpr double kAroundOfLine = 0.012;

bool has_letter(std::string_view word) {
  for (std::size_t offset = 0; offset < word.size();) {
    const text::Decoded decoded = text::decode_at(word, offset);
    if (text::is_letter(decoded.code_point)) return true;
    offset += decoded.size;
  }
  return false;
}

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

struct Letters {
  std::vector<double> middles;    // in pixels, in reading order
  std::vector<double> distances;  // from one letter's middle to the next one's in the same word
};

Letters letters_of(const document::Line& line) {
  Letters letters;
  for (const document::Word& word : line.words) {
    const document::Box* before = nullptr;
    for (const document::CharacterReading& character : word.best().characters) {
      if (character.box.is_empty()) continue;
      letters.middles.push_back(middle_of(character.box));
      if (before != nullptr) letters.distances.push_back(letters.middles.back() - middle_of(*before));
      before = &character.box;
    }
  }
  return letters;
}

// The pitch within `around` (a share) of `usual_px` on which the letters lie best.
FixedPitch best_pitch(const std::vector<double>& middles, double usual_px, double around) {
  FixedPitch found;
  found.letters = middles.size();
  const Period period = strongest_period(middles, usual_px, around);
  found.pitch_px = period.length;
  found.regularity = period.regularity;
  return found;
}

// Of a page whose lines have these letters.
FixedPitch page_pitch(const std::vector<Letters>& lines, std::vector<double> distances) {
  FixedPitch of_page;
  if (distances.empty()) return of_page;
  const double usual_px = median(std::move(distances));
  for (const Letters& line : lines) {
    if (line.middles.size() < kFewestLettersOfPage) continue;
    const FixedPitch of_line = best_pitch(line.middles, usual_px, kAroundPage);
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
  const Letters letters = letters_of(line);
  if (letters.middles.size() >= kFewestLetters && !letters.distances.empty())
    return best_pitch(letters.middles, median(letters.distances), kAroundLine);
  FixedPitch unknown;
  unknown.letters = letters.middles.size();
  return unknown;
}

FixedPitch fixed_pitch_of(const std::vector<document::Line>& read) {
  std::vector<Letters> lines;
  std::vector<double> distances;
  for (const document::Line& line : read) {
    lines.push_back(letters_of(line));
    distances.insert(distances.end(), lines.back().distances.begin(), lines.back().distances.end());
  }
  return page_pitch(lines, std::move(distances));
}

FixedPitch fixed_pitch_of(const document::Page& page) {
  std::vector<Letters> lines;
  std::vector<double> distances;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines) {
        lines.push_back(letters_of(line));
        distances.insert(distances.end(), lines.back().distances.begin(), lines.back().distances.end());
      }
  return page_pitch(lines, std::move(distances));
}

double grid_fit(const document::Line& line, double pitch_px) {
  const std::vector<double> middles = letters_of(line).middles;
  if (middles.size() < 2 || pitch_px <= 0) return 0;
  const double regularity = best_pitch(middles, pitch_px, kAroundOfLine).regularity;
  // Of n letters that stand anywhere, the mean of the square is 1/n.
  const double by_chance = 1 / static_cast<double>(middles.size());
  return (regularity * regularity - by_chance) / (1 - by_chance);
}

LineEvidence evidence_of(const document::Page& page) {
  LineEvidence of_page;
  double sure = 0, known = 0;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines) {
        const LineEvidence of_line = evidence_of(line);
        const auto characters = static_cast<double>(of_line.characters);
        of_page.characters += of_line.characters;
        sure += characters * of_line.confidence;
        known += characters * of_line.dictionary_share;
      }
  if (of_page.characters == 0) return of_page;
  of_page.confidence = sure / static_cast<double>(of_page.characters);
  of_page.dictionary_share = known / static_cast<double>(of_page.characters);
  return of_page;
}

}  // namespace emend::ocr
