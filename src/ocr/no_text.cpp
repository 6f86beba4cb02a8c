#include "ocr/no_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <utility>

#include "base/median.h"
#include "ocr/line_evidence.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

// Below this probability a word is no text. At an even chance three right words in a thousand would be lost; the
// correction of the text can deal with a stray mark, but not with a word that is gone.
constexpr double kLeastProbability = 0.3;
// Longer words tell no more, and neither do more letters beside a word.
constexpr double kLongWord = 8;
constexpr double kManyLetters = 20;
constexpr double kDoubtfulLine = 0.6;
constexpr std::size_t kShortWord = 2;
constexpr double kSure = 0.85;
// Of a page number.
constexpr std::size_t kMostDigits = 3;
constexpr double kLeastOfPageNumber = 0.4;
// A line of text that page numbers stand above or below has so many sure words.
constexpr std::ptrdiff_t kSureWordsOfALine = 2;
// The logarithms of ratios count up to these.
constexpr double kMostWidthOff = 2;
constexpr double kMostHeightOff = 1.5;

// Log-odds for each of the features below.
struct Weights {
  double bias, confidence, length, alphanumeric_share, is_known, neighbours, is_line_doubtful, is_alone, width_off,
      height_off, has_no_alphanumeric, engines_agree, confidence_if_short, is_short, confidence_if_no_alphanumeric,
      sure_neighbours;
};
constexpr Weights kWeights = {-3.07, 2.91,  0.62,  0.13, 0.84, 2.98,  -1.13, -1.64,
                              -1.50, -2.19, -0.85, 1.54, 0.44, -1.49, -0.97, 1.15};

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

std::size_t length_of(const document::Word& word) { return text::count_code_points(word.best().text); }

double alphanumeric_share(std::string_view word, std::size_t length) {
  double count = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const text::Decoded decoded = text::decode_at(word, offset);
    count += text::is_letter(decoded.code_point) || text::is_digit(decoded.code_point) ? 1 : 0;
    offset += decoded.size;
  }
  return count / static_cast<double>(length);
}

// Whether the general engine (witness 0) and the special one have the same text; its own variants do not count.
bool do_engines_agree(const document::Word& word) {
  const document::Reading& best = word.best();
  return std::any_of(word.readings.begin() + 1, word.readings.end(), [&](const document::Reading& other) {
    return (other.witness == 0) != (best.witness == 0) && other.text == best.text;
  });
}

bool is_sure_word(const document::Word& word) {
  return length_of(word) > kShortWord && static_cast<double>(word.best().confidence) > kSure;
}

// 0 to 2.
int sure_neighbours(const document::Line& line, std::size_t index) {
  return (index > 0 && is_sure_word(line.words[index - 1]) ? 1 : 0) +
         (index + 1 < line.words.size() && is_sure_word(line.words[index + 1]) ? 1 : 0);
}

double logarithm_off(double a, double b, double most) {
  return std::min(most, std::abs(std::log(std::max(a, 1.0) / std::max(b, 1.0))));
}

}  // namespace

TypedScale scale_of(const std::vector<document::Line>& lines) {
  std::vector<double> distances, heights;
  for (const document::Line& line : lines)
    for (const document::Word& word : line.words) {
      heights.insert(heights.end(), length_of(word), static_cast<double>(line.x_height_px));
      const auto& characters = word.best().characters;
      for (std::size_t i = 1; i < characters.size(); ++i)
        distances.push_back(middle_of(characters[i].box) - middle_of(characters[i - 1].box));
    }
  return {median(std::move(distances)), median(std::move(heights))};
}

double text_probability(const document::Line& line, std::size_t index, const TypedScale& scale) {
  const document::Word& word = line.words[index];
  const document::Reading& reading = word.best();
  const std::size_t length = length_of(word);
  if (length == 0) return 0;
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
  const bool agree = do_engines_agree(word);
  const bool is_short = length <= kShortWord;
  const auto confidence = static_cast<double>(reading.confidence);
  const Weights& w = kWeights;
  double odds = w.bias + w.confidence * confidence +
                w.length * std::min(static_cast<double>(length), kLongWord) / kLongWord + w.alphanumeric_share * share +
                w.neighbours * plenty * confidence_beside;
  if (word.is_in_engine_dictionary) odds += w.is_known;
  if (confidence_beside < kDoubtfulLine) odds += w.is_line_doubtful * plenty;
  if (beside <= 0) odds += w.is_alone;
  odds += w.width_off * logarithm_off(word.box.width, static_cast<double>(length) * scale.pitch_px, kMostWidthOff);
  odds += w.height_off * logarithm_off(static_cast<double>(line.x_height_px), scale.x_height_px, kMostHeightOff);
  if (share <= 0) odds += w.has_no_alphanumeric + w.confidence_if_no_alphanumeric * confidence;
  odds += w.sure_neighbours * sure_neighbours(line, index) / 2;
  if (agree) odds += w.engines_agree;
  if (is_short) odds += w.is_short + w.confidence_if_short * confidence;
  return 1 / (1 + std::exp(-odds));
}

namespace {

// "- 4 -", "17.": nothing but figures between dashes.
bool looks_like_page_number(const document::Line& line) {
  std::size_t digits = 0;
  for (const document::Word& word : line.words)
    for (const char sign : word.best().text) {
      if (sign >= '0' && sign <= '9')
        ++digits;
      else if (sign != '-' && sign != '.')
        return false;
    }
  return digits > 0 && digits <= kMostDigits;
}

bool is_sure_line(const document::Line& line) {
  return std::count_if(line.words.begin(), line.words.end(), is_sure_word) >= kSureWordsOfALine;
}

// The upper edge of the first line of text and the lower edge of the last one.
std::pair<int, int> extent_of_text(const std::vector<document::Line>& lines) {
  int top = std::numeric_limits<int>::max(), bottom = 0;
  for (const document::Line& line : lines) {
    if (!is_sure_line(line)) continue;
    top = std::min(top, line.box.y);
    bottom = std::max(bottom, line.box.bottom());
  }
  return {top, bottom};
}

}  // namespace

void mark_what_is_no_text(std::vector<document::Line>& lines) {
  const TypedScale scale = scale_of(lines);
  const auto [top, bottom] = extent_of_text(lines);
  for (document::Line& line : lines) {
    // A page number stands alone and far from the rest, like a speck.
    const bool is_outside = line.box.y + line.box.height / 2 < top || line.box.y + line.box.height / 2 > bottom;
    if (is_outside && looks_like_page_number(line) && evidence_of(line).confidence >= kLeastOfPageNumber) continue;
    std::vector<double> probabilities;
    for (std::size_t i = 0; i < line.words.size(); ++i) probabilities.push_back(text_probability(line, i, scale));
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (probabilities[i] >= kLeastProbability) continue;
      document::Word& word = line.words[i];
      const document::Reading nothing{word.best().witness, "", static_cast<float>(1 - probabilities[i]), {}};
      word.readings.insert(word.readings.begin(), nothing);
    }
  }
}

}  // namespace emend::ocr
