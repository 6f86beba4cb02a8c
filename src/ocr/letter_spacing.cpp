#include "ocr/letter_spacing.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace emend::ocr {
namespace {

using document::Line;
using document::Reading;
using document::Word;

// Fewer letters may stand so by chance.
constexpr std::size_t kFewestLetters = 4;
// In cells, from one letter's middle to the next one's; engines' boxes of letters are rough.
constexpr double kNearest = 1.5;
constexpr double kFarthest = 2.6;

double middle_of(const document::Box& box) { return box.x + box.width / 2.0; }

bool is_letter_spaced(const Line& line, double pitch_px) {
  std::vector<double> middles;
  std::size_t words = 0;
  for (const Word& word : line.words) {
    if (word.best().text.empty()) continue;
    ++words;
    if (word.best().characters.empty()) return false;
    for (const document::CharacterReading& character : word.best().characters)
      middles.push_back(middle_of(character.box));
  }
  if (middles.size() < kFewestLetters || words == middles.size()) return false;
  for (std::size_t i = 1; i < middles.size(); ++i) {
    const double cells = (middles[i] - middles[i - 1]) / pitch_px;
    if (cells < kNearest || cells > kFarthest) return false;
  }
  return true;
}

// The readings of as many letters, letter by letter.
std::vector<Word> letters_of(const Word& word) {
  std::vector<Word> letters;
  const std::size_t count = word.best().characters.size();
  for (std::size_t i = 0; i < count; ++i) {
    Word letter = word;
    letter.box = word.best().characters[i].box;
    letter.is_in_engine_dictionary = false;
    letter.readings.clear();
    for (const Reading& reading : word.readings)
      if (reading.characters.size() == count)
        letter.readings.push_back(
            {reading.witness, reading.characters[i].text, reading.confidence, {reading.characters[i]}});
    letters.push_back(std::move(letter));
  }
  return letters;
}

}  // namespace

void part_spaced_letters(std::vector<Line>& lines, double pitch_px) {
  if (pitch_px <= 0) return;
  for (Line& line : lines) {
    if (!is_letter_spaced(line, pitch_px)) continue;
    std::vector<Word> words;
    for (Word& word : line.words) {
      if (word.best().text.empty()) {
        words.push_back(std::move(word));
        continue;
      }
      for (Word& letter : letters_of(word)) words.push_back(std::move(letter));
    }
    line.words = std::move(words);
  }
}

}  // namespace emend::ocr
