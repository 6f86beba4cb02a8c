// Which cell each character of a line stands in, by what the cells look like and by where the engine saw it.
//
// The engine's boxes are off by a letter where letters touch or are faint. What it read is in order, so reading and
// cells are aligned as two strings: a character stands in a cell, a cell stands empty, or a character stands nowhere.
// Dynamic programming; cost: characters times the few cells around the place of each.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ocr/typewriter/letter_shapes.h"

namespace emend::ocr {

struct ReadLetter {
  std::optional<std::size_t> shape;  // among the letters of the shapes; none: the machine's is not known
  double cell = 0;                   // where the engine saw it, in cells from the first one's middle
  bool starts_word = false;
};

// For each letter its cell; none: there is no cell for it. Cells rise from letter to letter.
// `distances` are those of every cell of the line, `blank` the shape of the empty cell.
std::vector<std::optional<std::size_t>> aligned(const std::vector<ReadLetter>& letters,
                                                const std::vector<LetterDistances>& distances,
                                                std::optional<std::size_t> blank);

}  // namespace emend::ocr
