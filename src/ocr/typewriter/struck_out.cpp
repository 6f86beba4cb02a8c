#include "ocr/typewriter/struck_out.h"

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace emend::ocr {
namespace {

constexpr std::size_t kFewestCells = 3;
// Of a word's cells.
constexpr double kMostCells = 0.6;
// Of the known cells, the share that has no more ink than the heaviest letters; the rest are blots.
constexpr double kHeaviest = 0.995;
// More ink than the heaviest letter has, by this factor.
constexpr double kMoreInk = 1.15;
// In LetterShapes' units: no letter looks like that.
constexpr float kLikeNone = 4;

double ink_of(const CellPicture& picture) {
  double ink = 0;
  for (int row = 0; row < kCellRows; ++row)
    for (int column = 0; column < kCellColumns; ++column) ink += *picture.at(column + kRoom, row + kRoom);
  return ink;
}

bool is_x(char32_t c) { return c == U'x' || c == U'X' || c == U'×'; }

}  // namespace

bool is_row_of_x(const document::Word& word) {
  const std::u32string text = text::to_code_points(word.best().text);
  return text.size() >= kFewestCells && std::all_of(text.begin(), text.end(), is_x);
}

double heaviest_ink_of(const Machine& machine) {
  std::vector<double> inks;
  for (const TypedLine& line : machine.lines)
    for (std::size_t k = 0; k < line.taught.size(); ++k)
      if (line.taught[k]) inks.push_back(ink_of((*line.pictures)[k]));
  if (inks.empty()) return 0;
  const auto place = inks.begin() + static_cast<std::ptrdiff_t>(kHeaviest * static_cast<double>(inks.size() - 1));
  std::nth_element(inks.begin(), place, inks.end());
  return *place;
}

std::vector<bool> struck_out_words(const TypedLine& line, double heaviest_ink) {
  std::vector<std::size_t> over(line.line->words.size(), 0), cells(line.line->words.size(), 0);
  for (std::size_t i = 0; i < line.places.size(); ++i) {
    if (!line.cells[i]) continue;
    ++cells[line.places[i].word];
    const LetterDistances& distances = line.distances[*line.cells[i]];
    const bool is_heavy = heaviest_ink > 0 && ink_of((*line.pictures)[*line.cells[i]]) > kMoreInk * heaviest_ink;
    if (is_heavy && distances[nearest(distances)] > kLikeNone) ++over[line.places[i].word];
  }
  std::vector<bool> are_struck_out;
  for (std::size_t w = 0; w < over.size(); ++w)
    are_struck_out.push_back(
        is_row_of_x(line.line->words[w]) ||
        (over[w] >= kFewestCells && static_cast<double>(over[w]) >= kMostCells * static_cast<double>(cells[w])));
  return are_struck_out;
}

}  // namespace emend::ocr
