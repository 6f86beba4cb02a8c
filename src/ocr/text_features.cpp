#include "ocr/text_features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/median.h"
#include "document/baseline.h"
#include "ocr/line_evidence.h"
#include "text/distance.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// Longer words tell no more, and neither do more letters beside a word.
constexpr double kLongWord = 8;
constexpr double kManyLetters = 20;
constexpr double kDoubtfulLine = 0.6;
constexpr std::size_t kShortWord = 2;
constexpr double kSure = 0.85;
// A line of text has so many sure words.
constexpr std::ptrdiff_t kSureWordsOfALine = 2;
// The logarithms of ratios count up to these.
constexpr double kMostWidthOff = 2;
constexpr double kMostHeightOff = 1.5;
// In cells: lines that begin so near each other begin at one margin.
constexpr double kAtMargin = 0.7;
// In heights of small letters: parts of one line differ by less.
constexpr double kSameRow = 0.5;

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

std::size_t length_of(const Word& word) { return text::count_code_points(word.best().text); }

double alphanumeric_share(std::string_view word, std::size_t length) {
  double count = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const text::Decoded decoded = text::decode_at(word, offset);
    count += text::is_letter(decoded.code_point) || text::is_digit(decoded.code_point) ? 1 : 0;
    offset += decoded.size;
  }
  return count / static_cast<double>(length);
}

double likeness(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  const std::u32string from = text::to_code_points(a), to = text::to_code_points(b);
  return 1 - static_cast<double>(text::edit_distance(from, to)) / static_cast<double>(std::max(from.size(), to.size()));
}

// What a word's other readings say to the best one. Witness 0 is the general engine, all others are the special one.
struct Company {
  bool is_confirmed = false;  // by the other engine
  double of_engines = 0, of_all = 0;
  bool is_empty = true;
};

Company company_of(const Word& word) {
  Company company;
  const document::Reading& best = word.best();
  double sum = 0, count = 0;
  for (std::size_t i = 1; i < word.readings.size(); ++i) {
    const document::Reading& other = word.readings[i];
    const double alike = likeness(best.text, other.text);
    sum += alike;
    ++count;
    if ((other.witness == 0) == (best.witness == 0)) continue;
    company.is_confirmed = company.is_confirmed || other.text == best.text;
    company.of_engines = std::max(company.of_engines, alike);
  }
  company.is_empty = count <= 0;
  if (count > 0) company.of_all = sum / count;
  return company;
}

bool is_sure_word(const Word& word) {
  return length_of(word) > kShortWord && static_cast<double>(word.best().confidence) > kSure;
}

// 0 to 2.
int sure_neighbours(const Line& line, std::size_t index) {
  return (index > 0 && is_sure_word(line.words[index - 1]) ? 1 : 0) +
         (index + 1 < line.words.size() && is_sure_word(line.words[index + 1]) ? 1 : 0);
}

double logarithm_off(double a, double b, double most) {
  return std::min(most, std::abs(std::log(std::max(a, 1.0) / std::max(b, 1.0))));
}

bool begins_at_margin(const Line& line, const TypedScale& scale) {
  const double reach = kAtMargin * scale.pitch_px;
  // The line itself is one of them where it is one of text.
  const auto first = std::lower_bound(scale.margins.begin(), scale.margins.end(), line.box.x - reach);
  const auto last = std::upper_bound(scale.margins.begin(), scale.margins.end(), line.box.x + reach);
  return last - first > (is_line_of_text(line) ? 1 : 0);
}

bool stands_in_a_row(const std::vector<Line>& lines, std::size_t index, const TypedScale& scale) {
  const Line& line = lines[index];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == index || !std::any_of(lines[i].words.begin(), lines[i].words.end(), is_sure_word)) continue;
    const double x = middle_of(line.box);
    if (std::abs(document::y_at(lines[i].baseline, x) - document::y_at(line.baseline, x)) <
        kSameRow * scale.x_height_px)
      return true;
  }
  return false;
}

}  // namespace

bool is_line_of_text(const Line& line) {
  return std::count_if(line.words.begin(), line.words.end(), is_sure_word) >= kSureWordsOfALine;
}

TypedScale scale_of(const std::vector<Line>& lines) {
  TypedScale scale;
  scale.top = std::numeric_limits<int>::max();
  std::vector<double> distances, heights, word_heights;
  for (const Line& line : lines) {
    for (const Word& word : line.words) {
      heights.insert(heights.end(), length_of(word), static_cast<double>(line.x_height_px));
      word_heights.insert(word_heights.end(), length_of(word), word.box.height);
      const auto& characters = word.best().characters;
      for (std::size_t i = 1; i < characters.size(); ++i)
        distances.push_back(middle_of(characters[i].box) - middle_of(characters[i - 1].box));
    }
    if (!is_line_of_text(line)) continue;
    scale.top = std::min(scale.top, line.box.y);
    scale.bottom = std::max(scale.bottom, line.box.bottom());
    scale.margins.push_back(line.box.x);
  }
  scale.pitch_px = fixed_pitch_of(lines).pitch_px;
  if (scale.pitch_px <= 0) scale.pitch_px = median(std::move(distances));
  scale.x_height_px = median(std::move(heights));
  scale.word_height_px = median(std::move(word_heights));
  std::sort(scale.margins.begin(), scale.margins.end());
  return scale;
}

TextFeatures text_features(const std::vector<Line>& lines, std::size_t line_index, std::size_t index,
                           const TypedScale& scale) {
  const Line& line = lines[line_index];
  const Word& word = line.words[index];
  const document::Reading& reading = word.best();
  const std::size_t length = length_of(word);
  if (length == 0) return {};
  double beside = 0, sure_beside = 0;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i == index) continue;
    const auto letters = static_cast<double>(length_of(line.words[i]));
    beside += letters;
    sure_beside += letters * static_cast<double>(line.words[i].best().confidence);
  }
  const double confidence_beside = beside > 0 ? sure_beside / beside : 0;
  const double plenty = std::min(beside, kManyLetters) / kManyLetters;
  const double share = alphanumeric_share(reading.text, length);
  const Company company = company_of(word);
  const auto confidence = static_cast<double>(reading.confidence);
  const bool is_short = length <= kShortWord;
  return {1,
          confidence,
          std::min(static_cast<double>(length), kLongWord) / kLongWord,
          share,
          word.is_in_engine_dictionary ? 1.0 : 0.0,
          plenty * confidence_beside,
          confidence_beside < kDoubtfulLine ? plenty : 0,
          beside <= 0 ? 1.0 : 0.0,
          logarithm_off(word.box.width, static_cast<double>(length) * scale.pitch_px, kMostWidthOff),
          logarithm_off(static_cast<double>(line.x_height_px), scale.x_height_px, kMostHeightOff),
          share <= 0 ? 1.0 : 0.0,
          company.is_confirmed ? 1.0 : 0.0,
          is_short ? confidence : 0,
          is_short ? 1.0 : 0.0,
          share <= 0 ? confidence : 0,
          sure_neighbours(line, index) / 2.0,
          logarithm_off(word.box.height, scale.word_height_px, kMostHeightOff),
          grid_fit(line, scale.pitch_px),
          company.of_engines,
          company.of_all,
          company.is_empty ? 1.0 : 0.0,
          begins_at_margin(line, scale) ? 1.0 : 0.0,
          stands_in_a_row(lines, line_index, scale) ? 1.0 : 0.0};
}

}  // namespace emend::ocr
