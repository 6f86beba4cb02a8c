#include "ocr/double_words.h"

#include <algorithm>
#include <cstddef>

#include "ocr/placed_words.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// Two words stand in one place that share so much of the smaller width and height.
constexpr double kInOnePlace = 0.6;

struct Place {
  std::size_t line = 0, word = 0;
};

bool is_in_one_place(const document::Box& a, const document::Box& b) {
  return shared_part(a.x, a.right(), b.x, b.right()) > kInOnePlace &&
         shared_part(a.y, a.bottom(), b.y, b.bottom()) > kInOnePlace;
}

// Whether nothing is lost without `part`: boxes alone tell too little, for dirt beside a word widens it.
bool holds(const Word& whole, const Word& part) {
  return !part.best().text.empty() && whole.best().text.find(part.best().text) != std::string::npos;
}

}  // namespace

void drop_double_words(std::vector<Line>& lines) {
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
      if (holds(at(places[i]), at(places[k])))
        is_dropped[places[k].line][places[k].word] = true;
      else if (holds(at(places[k]), at(places[i])))
        is_dropped[places[i].line][places[i].word] = true;
    }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t w = 0;
    std::erase_if(lines[i].words, [&](const Word&) { return is_dropped[i][w++]; });
  }
  std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace emend::ocr
