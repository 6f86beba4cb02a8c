#include "ocr/no_text.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

// Below this probability a word is no text. A little less than an even chance: the correction of the text can deal with
// a stray mark, but not with a word that is gone.
constexpr double kLeastProbability = 0.4;
// Of a page number.
constexpr std::size_t kMostDigits = 3;
constexpr double kLeastOfPageNumber = 0.4;

// Log-odds for each of kTextFeatures.
constexpr TextFeatures kWeights = {-3.80, 3.30,  1.39,  -1.44, 0.51,  2.17, -0.56, -0.28, -0.19, -1.77, -1.07, 0.41,
                                   0.60,  -1.19, -0.99, 0.95,  -0.29, 1.03, 1.24,  1.40,  1.33,  0.89,  0.83};

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

}  // namespace

double text_probability(const TextFeatures& features) {
  double odds = 0;
  for (std::size_t i = 0; i < features.size(); ++i) odds += kWeights[i] * features[i];
  return 1 / (1 + std::exp(-odds));
}

void mark_what_is_no_text(std::vector<document::Line>& lines) {
  const TypedScale scale = scale_of(lines);
  std::vector<std::vector<double>> probabilities(lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l)
    for (std::size_t i = 0; i < lines[l].words.size(); ++i)
      probabilities[l].push_back(text_probability(text_features(lines, l, i, scale)));
  for (std::size_t l = 0; l < lines.size(); ++l) {
    document::Line& line = lines[l];
    // A page number stands alone and far from the rest, like a speck.
    const int middle = line.box.y + line.box.height / 2;
    const bool is_outside = middle < scale.top || middle > scale.bottom;
    if (is_outside && looks_like_page_number(line) && evidence_of(line).confidence >= kLeastOfPageNumber) continue;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (probabilities[l][i] >= kLeastProbability) continue;
      document::Word& word = line.words[i];
      const document::Reading nothing{word.best().witness, "", static_cast<float>(1 - probabilities[l][i]), {}};
      word.readings.insert(word.readings.begin(), nothing);
    }
  }
}

}  // namespace emend::ocr
