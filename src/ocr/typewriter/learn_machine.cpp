#include "ocr/typewriter/learn_machine.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "ocr/typewriter/line_alignment.h"

namespace emend::ocr {
namespace {

// Words and letters from these confidences on teach; in words that the engine does not know, only where its two models
// agree.
constexpr float kSureWord = 0.9F;
constexpr float kSureLetter = 0.95F;
constexpr float kSureLetterOfUnknownWord = 0.97F;
// As far from the middle of its cell, as a share of the pitch, a letter teaches before the lines are aligned.
constexpr double kNearMiddle = 0.3;
// A cell teaches no letter that it is farther from than from another by so much, in LetterShapes' units.
constexpr float kDoubtfulBy = 1;

bool is_sure(const document::Word& word, const document::CharacterReading& character) {
  if (word.best().confidence <= kSureWord) return false;
  if (word.is_in_engine_dictionary && character.confidence > kSureLetter) return true;
  return word.readings.size() > 1 && word.readings[1].text == word.best().text &&
         character.confidence > kSureLetterOfUnknownWord;
}

// The characters in the cells in which the engine's boxes have them, where they are alone and near the middle.
void place_by_boxes(TypedLine& line) {
  const std::vector<document::Word>& words = line.line->words;
  for (std::size_t w = 0; w < words.size(); ++w)
    for (std::size_t c = 0; c < words[w].best().characters.size(); ++c) line.places.push_back({w, c});
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> cell_of;
  for (std::size_t k = 0; k < line.grid->cells.size(); ++k)
    if (const auto& read = line.grid->cells[k].read; read.size() == 1)
      cell_of[{read.front().word, read.front().character}] = k;
  for (std::size_t i = 0; i < line.places.size(); ++i) {
    line.cells.emplace_back();
    const auto found = cell_of.find({line.places[i].word, line.places[i].character});
    if (found == cell_of.end()) continue;
    const double off = line.grid->frame.along_middle(line.character(i).box) - line.grid->cells[found->second].middle_px;
    if (std::abs(off) < kNearMiddle * line.grid->pitch_px) line.cells.back() = found->second;
  }
}

bool is_doubtful(const TypedLine& line, std::size_t cell, const std::string& letter, const LetterShapes& before) {
  const auto read = before.index_of(letter);
  if (!read) return false;
  const LetterDistances& distances = line.distances[cell];
  return distances[*read] > distances[nearest(distances)] + kDoubtfulBy;
}

// `before` is what was known when the lines were aligned; null the first time.
LetterShapes learned(std::vector<TypedLine>& lines, const LetterShapes* before) {
  struct Lesson {
    TypedLine* line;
    std::size_t cell;
  };
  std::vector<KnownCell> known;
  std::vector<Lesson> lessons;
  const auto teach = [&](TypedLine& line, std::size_t cell, std::string_view letter) {
    known.push_back({&(*line.pictures)[cell], letter});
    lessons.push_back({&line, cell});
  };
  for (TypedLine& line : lines)
    for (std::size_t i = 0; i < line.places.size(); ++i) {
      if (!line.cells[i]) continue;
      const std::size_t cell = *line.cells[i];
      // One empty cell between two words is a blank.
      if (i + 1 < line.places.size() && line.starts_word(i + 1) && line.cells[i + 1] == cell + 2)
        teach(line, cell + 1, "");
      if (!is_sure(line.word_of(i), line.character(i))) continue;
      if (before == nullptr || !is_doubtful(line, cell, line.character(i).text, *before))
        teach(line, cell, line.character(i).text);
    }
  LetterShapes shapes = LetterShapes::learned_from(known);
  for (TypedLine& line : lines) line.taught.assign(line.grid->cells.size(), std::nullopt);
  for (std::size_t i = 0; i < lessons.size(); ++i)
    lessons[i].line->taught[lessons[i].cell] = shapes.index_of(known[i].letter);
  return shapes;
}

// In cells from the middle of the first one.
double in_cells(const LineGrid& grid, double along_px) {
  const auto behind = std::partition_point(grid.cells.begin(), grid.cells.end(),
                                           [&](const GridCell& cell) { return cell.middle_px <= along_px; });
  const auto cell = behind == grid.cells.begin() ? behind : behind - 1;
  return static_cast<double>(cell - grid.cells.begin()) + (along_px - cell->middle_px) / grid.pitch_px;
}

void align(TypedLine& line, const LetterShapes& shapes) {
  line.distances.clear();
  for (std::size_t k = 0; k < line.pictures->size(); ++k)
    line.distances.push_back(shapes.distances((*line.pictures)[k], line.taught[k]));
  std::vector<ReadLetter> letters;
  for (std::size_t i = 0; i < line.places.size(); ++i)
    letters.push_back({shapes.index_of(line.character(i).text),
                       in_cells(*line.grid, line.grid->frame.along_middle(line.character(i).box)),
                       line.starts_word(i)});
  line.cells = aligned(letters, line.distances, shapes.index_of(""));
}

void align_all(std::vector<TypedLine>& lines, const LetterShapes& shapes, std::size_t jobs) {
  run_in_parallel(lines.size(), jobs, [&](std::size_t i) { align(lines[i], shapes); });
}

}  // namespace

std::size_t nearest(const LetterDistances& distances) {
  return static_cast<std::size_t>(std::min_element(distances.begin(), distances.end()) - distances.begin());
}

Machine learn_machine(const std::vector<document::Page>& pages, const std::vector<PageCells>& typed, std::size_t jobs) {
  Machine machine;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::size_t i = 0;
    for (const document::Block& block : pages[p].blocks)
      for (const document::Paragraph& paragraph : block.paragraphs)
        for (const document::Line& line : paragraph.lines) {
          if (const auto& grid = typed[p].grid.lines[i]; grid)
            machine.lines.push_back({&line, &*grid, &typed[p].pictures[i], {}, {}, {}, {}});
          ++i;
        }
  }
  for (TypedLine& line : machine.lines) place_by_boxes(line);
  LetterShapes by_boxes = learned(machine.lines, nullptr);
  if (by_boxes.is_empty()) return machine;
  align_all(machine.lines, by_boxes, jobs);
  machine.shapes = learned(machine.lines, &by_boxes);
  if (machine.shapes.is_empty()) return machine;
  align_all(machine.lines, machine.shapes, jobs);
  return machine;
}

}  // namespace emend::ocr
