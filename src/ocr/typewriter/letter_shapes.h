// The letters of one machine: what each looks like, learned from cells whose letter is known.
//
// Strokes of a worn type lie where they lie, so a mean picture of each letter and the discriminant of all of them tell
// letters apart that an engine takes for each other (c and o, full stop and e). Cells are moved by up to two squares to
// fit a letter, as paper and scans are not straight.
//
// Read-only once learned; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ocr/typewriter/cell_picture.h"

namespace emend::ocr {

struct KnownCell {
  const CellPicture* picture = nullptr;
  std::string_view letter;  // one character; empty for a blank cell
};

// How far each letter of LetterShapes::letters() is from a cell: squared, in units of what is usual between strikes of
// one letter, so about 1 for the letter that stands there.
using LetterDistances = std::vector<float>;

class LetterShapes {
 public:
  // Nothing is known.
  LetterShapes() = default;
  // Of letters with four examples and more; nothing is known where fewer than two have so many.
  static LetterShapes learned_from(const std::vector<KnownCell>& cells);

  bool is_empty() const { return letters_.empty(); }
  // Sorted; the blank cell is the first if it is there.
  const std::vector<std::string>& letters() const { return letters_; }
  std::optional<std::size_t> index_of(std::string_view letter) const;

  // `own` is the letter under which this very cell was learned from; its part in the mean is taken back.
  LetterDistances distances(const CellPicture& cell, std::optional<std::size_t> own = std::nullopt) const;

 private:
  std::vector<std::string> letters_;
  std::vector<std::size_t> examples_;  // of each letter
  std::vector<float> rows_;            // of the discriminant
  std::vector<float> means_;           // in its space, one letter after another
  float usual_distance_ = 1;
};

}  // namespace emend::ocr
