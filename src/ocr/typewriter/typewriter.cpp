#include "ocr/typewriter/typewriter.h"

#include <cmath>
#include <optional>
#include <utility>

#include "ocr/typewriter/characters_per_inch.h"
#include "ocr/typewriter/shape_evidence.h"
#include "ocr/typewriter/struck_out.h"

namespace emend::ocr {
namespace {

// Each line of the page with its grid; use(line, grid).
template <typename Use>
void for_each_typed_line(document::Page& page, const PageGrid& grid, Use&& use) {
  std::size_t i = 0;
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (document::Line& line : paragraph.lines)
        if (const auto& of_line = grid.lines[i++]; of_line) use(line, *of_line);
}

void note_grid(document::Page& page, const PageGrid& grid) {
  if (grid.pitch_px <= 0) return;
  page.typewriter.pitch_px = static_cast<float>(grid.pitch_px);
  page.typewriter.characters_per_inch = static_cast<float>(characters_per_inch(grid, page.resolution_dpi));
  page.typewriter.share_that_fits = static_cast<float>(grid.share_that_fits);
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (document::Line& line : paragraph.lines)
        for (document::Word& word : line.words) word.is_struck_out = is_row_of_x(word);
  for_each_typed_line(page, grid, [](document::Line& line, const LineGrid& of_line) {
    line.pitch_px = static_cast<float>(of_line.pitch_px);
    line.phase_px = static_cast<float>(of_line.phase_px);
  });
}

struct Outcome {
  std::optional<RevisedLine> revised;
  std::vector<bool> are_struck_out;  // of the words as they were
};

}  // namespace

PageCells page_cells_of(const document::Page& page, const image::Picture& scan) {
  PageCells typed;
  typed.grid = page_grid_of(page);
  for (const auto& line : typed.grid.lines)
    typed.pictures.push_back(line ? cell_pictures_of(*line, scan) : std::vector<CellPicture>());
  return typed;
}

document::Witness typewriter_witness() { return {"emend", "typewriter", "scan"}; }

Revisions read_with_typewriter(std::vector<document::Page>& pages, const std::vector<PageCells>& typed,
                               std::size_t witness, std::size_t jobs) {
  for (std::size_t p = 0; p < pages.size(); ++p) note_grid(pages[p], typed[p].grid);

  // Lines borrow the pages, so all are looked at before any is changed.
  std::vector<Outcome> outcomes;
  {
    const Machine machine = learn_machine(pages, typed, jobs);
    const bool is_known = !machine.shapes.is_empty() && machine.shapes.index_of("");
    std::optional<ShapeEvidence> evidence;
    if (is_known) evidence.emplace(machine);
    const double heaviest_ink = is_known ? heaviest_ink_of(machine) : 0;
    for (const TypedLine& line : machine.lines) {
      Outcome outcome;
      outcome.are_struck_out = struck_out_words(line, heaviest_ink);
      bool is_any_struck_out = false;
      for (const bool is_struck_out : outcome.are_struck_out) is_any_struck_out = is_any_struck_out || is_struck_out;
      if (is_known && !is_any_struck_out) outcome.revised = revised_line(line, machine.shapes, *evidence, witness);
      outcomes.push_back(std::move(outcome));
    }
  }

  Revisions all;
  std::size_t next = 0;
  for (std::size_t p = 0; p < pages.size(); ++p)
    for_each_typed_line(pages[p], typed[p].grid, [&](document::Line& line, const LineGrid&) {
      Outcome& outcome = outcomes[next++];
      for (std::size_t w = 0; w < line.words.size(); ++w) line.words[w].is_struck_out = outcome.are_struck_out[w];
      if (!outcome.revised) return;
      line.words = std::move(outcome.revised->words);
      all += outcome.revised->revisions;
    });
  return all;
}

}  // namespace emend::ocr
