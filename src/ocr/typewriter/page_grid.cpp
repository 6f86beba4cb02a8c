#include "ocr/typewriter/page_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/median.h"
#include "base/periodogram.h"

namespace emend::ocr {
namespace {

// Lines that tell the page's pitch; with fewer letters they lie on some grid by chance.
constexpr std::size_t kFewestLettersToTell = 20;
constexpr double kRegularityToTell = 0.45;
// Around the usual distance of two letters, as far as narrow letters and blots throw that off.
constexpr double kAroundUsual = 0.12;
// A line's pitch differs from the page's by the warp of the paper only.
constexpr double kAroundPage = 0.015;
// A line with so many letters is on the grid from this regularity on; print comes to 0.4 at most.
constexpr std::size_t kFewestLetters = 4;
constexpr std::size_t kLongLine = 12;
constexpr double kRegularity = 0.5;
constexpr double kRegularityOfShortLine = 0.65;
// The widest carriages took 24 inches.
constexpr double kMostCells = 500;
// A page has a grid when so much of its letters is in such lines.
constexpr double kShareOfPage = 0.3;
// Of what is left when each line is compared with the page's pitch: print keeps 0.14 at most (113 pages), coarse and
// stamped typescript 0.35 at least (50).
constexpr double kShareOnPitch = 0.22;
// Drift is followed with the letters of so many cells on either side.
constexpr std::ptrdiff_t kDriftReach = 7;
// As if so many letters stood in the middle of their cells: one blot moves nothing.
constexpr double kDriftInertia = 3;
// Near its middle: within this share of the pitch.
constexpr double kFits = 0.3;
constexpr std::ptrdiff_t kEmptyCellsBeside = 2;

struct Letter {
  double middle_px;
  CharacterPlace place;
};

std::vector<const document::Line*> lines_of(const document::Page& page) {
  std::vector<const document::Line*> lines;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines) lines.push_back(&line);
  return lines;
}

std::vector<Letter> letters_of(const document::Line& line, const LineFrame& frame) {
  std::vector<Letter> letters;
  for (std::size_t w = 0; w < line.words.size(); ++w) {
    const auto& characters = line.words[w].best().characters;
    for (std::size_t c = 0; c < characters.size(); ++c)
      if (!characters[c].box.is_empty()) letters.push_back({frame.along_middle(characters[c].box), {w, c}});
  }
  return letters;
}

std::vector<double> middles_of(const std::vector<Letter>& letters) {
  std::vector<double> middles;
  for (const Letter& letter : letters) middles.push_back(letter.middle_px);
  return middles;
}

// Whether no carriage is so wide: boxes that come from anywhere may not cost more than a line does.
bool is_too_wide(const std::vector<double>& middles, double pitch_px) {
  const auto [left, right] = std::minmax_element(middles.begin(), middles.end());
  return *right - *left > kMostCells * pitch_px;
}

// The distances between neighbours inside words.
void add_distances(const std::vector<Letter>& letters, std::vector<double>& distances) {
  for (std::size_t i = 1; i < letters.size(); ++i)
    if (letters[i].place.word == letters[i - 1].place.word)
      distances.push_back(letters[i].middle_px - letters[i - 1].middle_px);
}

// The cells of a line from its pitch and phase, each moved by what the letters around it are off.
std::vector<GridCell> cells_of(const std::vector<Letter>& letters, const Period& pitch, std::size_t& fit) {
  std::vector<std::ptrdiff_t> cell_of(letters.size());
  std::vector<double> off(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    cell_of[i] = std::lround((letters[i].middle_px - pitch.phase) / pitch.length);
    off[i] = letters[i].middle_px - pitch.phase - static_cast<double>(cell_of[i]) * pitch.length;
  }
  const auto drift_around = [&](double along_px) {
    std::vector<double> near;
    for (std::size_t i = 0; i < letters.size(); ++i)
      if (std::abs(letters[i].middle_px - along_px) <= static_cast<double>(kDriftReach) * pitch.length)
        near.push_back(off[i]);
    if (near.empty()) return 0.0;
    const auto count = static_cast<double>(near.size());
    return median(std::move(near)) * count / (count + kDriftInertia);
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const double drift = drift_around(letters[i].middle_px);
    cell_of[i] = std::lround((letters[i].middle_px - drift - pitch.phase) / pitch.length);
  }

  const auto [low, high] = std::minmax_element(cell_of.begin(), cell_of.end());
  const std::ptrdiff_t first = *low - kEmptyCellsBeside, last = *high + kEmptyCellsBeside;
  std::vector<GridCell> cells(static_cast<std::size_t>(last - first + 1));
  for (std::ptrdiff_t k = first; k <= last; ++k) {
    const double middle = pitch.phase + static_cast<double>(k) * pitch.length;
    cells[static_cast<std::size_t>(k - first)].middle_px = middle + drift_around(middle);
  }
  for (std::size_t i = 0; i < letters.size(); ++i)
    cells[static_cast<std::size_t>(cell_of[i] - first)].read.push_back(letters[i].place);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const GridCell& cell = cells[static_cast<std::size_t>(cell_of[i] - first)];
    if (cell.read.size() == 1 && std::abs(letters[i].middle_px - cell.middle_px) <= kFits * pitch.length) ++fit;
  }
  return cells;
}

}  // namespace

PageGrid page_grid_of(const document::Page& page) {
  const std::vector<const document::Line*> lines = lines_of(page);
  PageGrid grid;
  grid.lines.resize(lines.size());
  std::vector<LineFrame> frames;
  std::vector<std::vector<Letter>> letters;
  std::vector<double> distances;
  std::size_t on_page = 0;
  for (const document::Line* line : lines) {
    frames.emplace_back(*line);
    letters.push_back(letters_of(*line, frames.back()));
    add_distances(letters.back(), distances);
    on_page += letters.back().size();
  }
  if (distances.empty()) return grid;

  const double usual_px = median(std::move(distances));
  std::vector<double> pitches;
  for (const auto& of_line : letters) {
    if (of_line.size() < kFewestLettersToTell) continue;
    const std::vector<double> middles = middles_of(of_line);
    if (usual_px <= 1 || is_too_wide(middles, usual_px)) continue;
    const Period pitch = strongest_period(middles, usual_px, kAroundUsual);
    if (pitch.regularity >= kRegularityToTell) pitches.insert(pitches.end(), of_line.size(), pitch.length);
  }
  if (static_cast<double>(pitches.size()) < kShareOfPage * static_cast<double>(on_page) || pitches.empty()) return grid;
  grid.pitch_px = median(std::move(pitches));

  std::size_t fit = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (letters[i].size() < kFewestLetters) continue;
    const std::vector<double> middles = middles_of(letters[i]);
    if (is_too_wide(middles, grid.pitch_px)) continue;
    const Period pitch = strongest_period(middles, grid.pitch_px, kAroundPage);
    if (pitch.regularity < (letters[i].size() < kLongLine ? kRegularityOfShortLine : kRegularity)) continue;
    LineGrid line{frames[i], pitch.length, pitch.phase, pitch.regularity, letters[i].size(), 0, {}};
    line.cells = cells_of(letters[i], pitch, line.letters_fit);
    grid.letters += line.letters;
    fit += line.letters_fit;
    grid.lines[i] = std::move(line);
  }
  // Some lines of print lie on a grid by chance.
  if (static_cast<double>(grid.letters) < kShareOnPitch * static_cast<double>(on_page)) {
    PageGrid none;
    none.lines.resize(lines.size());
    return none;
  }
  if (grid.letters > 0) grid.share_that_fits = static_cast<double>(fit) / static_cast<double>(grid.letters);
  return grid;
}

}  // namespace emend::ocr
