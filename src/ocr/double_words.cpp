#include "ocr/double_words.h"

#include <algorithm>
#include <cstddef>

#include "ocr/placed_words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// Two words stand in one place that share so much of the smaller width and height.
constexpr double kInOnePlace = 0.6;
// A word that fills its place: it is so sure, has so many letters among its characters, and each takes so many pitches.
constexpr float kSureOfWhole = 0.5F;
constexpr double kLettersOfAWord = 0.7;
constexpr double kWidestLetter = 1.4;

struct Place {
  std::size_t line = 0, word = 0;
};

bool is_in_one_place(const document::Box& a, const document::Box& b) {
  return shared_part(a.x, a.right(), b.x, b.right()) > kInOnePlace &&
         shared_part(a.y, a.bottom(), b.y, b.bottom()) > kInOnePlace;
}

double share_of_letters(const Word& word) {
  double letters = 0, all = 0;
  for (const document::CharacterReading& character : word.best().characters) {
    letters += text::is_letter(text::decode_at(character.text, 0).code_point) ? 1 : 0;
    ++all;
  }
  return all > 0 ? letters / all : 0;
}

// Whether the word needs all its room for its letters. Dirt beside a word widens its box.
bool fills_its_box(const Word& word, double pitch_px) {
  return pitch_px <= 0 ||
         word.box.width <= kWidestLetter * pitch_px * static_cast<double>(text::count_code_points(word.best().text));
}

// Whether nothing is lost without `part`.
bool holds(const Word& whole, const Word& part, double pitch_px) {
  return !part.best().text.empty() && whole.best().text.find(part.best().text) != std::string::npos &&
         fills_its_box(whole, pitch_px);
}

// Whether `whole` is a longer word whose letters leave no room for those of `part`.
bool fills(const Word& whole, const Word& part, double pitch_px) {
  return pitch_px > 0 && text::count_code_points(whole.best().text) > text::count_code_points(part.best().text) &&
         whole.best().confidence >= kSureOfWhole && share_of_letters(whole) >= kLettersOfAWord &&
         fills_its_box(whole, pitch_px) && fills_its_box(part, pitch_px);
}

}  // namespace

void drop_double_words(std::vector<Line>& lines, double pitch_px) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t w = 0; w < lines[i].words.size(); ++w) places.push_back({i, w});
  const auto at = [&](const Place& place) -> const Word& { return lines[place.line].words[place.word]; };
  std::stable_sort(places.begin(), places.end(),
                   [&](const Place& a, const Place& b) { return at(a).box.x < at(b).box.x; });

  std::vector<std::vector<bool>> is_dropped;
  for (const Line& line : lines) is_dropped.emplace_back(line.words.size(), false);
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t k = i + 1; k < places.size() && at(places[k]).box.x < at(places[i]).box.right(); ++k) {
      if (!is_in_one_place(at(places[i]).box, at(places[k]).box)) continue;
      const Place &first = places[i], &second = places[k];
      if (is_dropped[first.line][first.word] || is_dropped[second.line][second.word]) continue;
      if (holds(at(first), at(second), pitch_px) || fills(at(first), at(second), pitch_px))
        is_dropped[second.line][second.word] = true;
      else if (holds(at(second), at(first), pitch_px) || fills(at(second), at(first), pitch_px))
        is_dropped[first.line][first.word] = true;
    }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t w = 0;
    std::erase_if(lines[i].words, [&](const Word&) { return is_dropped[i][w++]; });
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace emend::ocr
