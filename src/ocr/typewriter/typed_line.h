// A line on its grid with all that is known of its cells: which character stands where, and what each cell looks like.
//
// Made by learn_machine; borrows the page and the pictures, which must stay where they are.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"
#include "ocr/typewriter/cell_picture.h"
#include "ocr/typewriter/letter_shapes.h"
#include "ocr/typewriter/page_grid.h"

namespace emend::ocr {

struct TypedLine {
  const document::Line* line = nullptr;
  const LineGrid* grid = nullptr;
  const std::vector<CellPicture>* pictures = nullptr;  // of each cell
  std::vector<CharacterPlace> places;                  // all characters of the best readings, in order
  std::vector<std::optional<std::size_t>> cells;       // of each of them; rising
  std::vector<LetterDistances> distances;              // of each cell
  std::vector<std::optional<std::size_t>> taught;      // of each cell: the letter that it was learned as

  const document::Word& word_of(std::size_t i) const { return line->words[places[i].word]; }
  const document::CharacterReading& character(std::size_t i) const {
    return word_of(i).best().characters[places[i].character];
  }
  bool starts_word(std::size_t i) const { return places[i].character == 0; }
  bool ends_word(std::size_t i) const { return i + 1 == places.size() || starts_word(i + 1); }
};

// The letter that a cell looks most like.
std::size_t nearest(const LetterDistances& distances);

}  // namespace emend::ocr
