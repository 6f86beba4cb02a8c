// The words of a page, each in the line of ink that it stands in.
//
// Pure functions; a PlacedWords borrows its page.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"
#include "image/text_lines.h"

namespace emend::ocr {

// A line found by its ink, as a line without words.
document::Line place_of(const image::TextLine& found);

// How much of the smaller of two stretches both have; 0 or less where they are apart.
double shared_part(int a_begin, int a_end, int b_begin, int b_end);

class PlacedWords {
 public:
  // A word belongs to the line whose middle is nearest at its own place, `tall_px` being the height of capitals.
  PlacedWords(const document::Page& page, const std::vector<document::Line>& places, double tall_px);

  // The words in a place, from left to right.
  document::Line at(std::size_t place, const document::Line& shape) const;

  // What stands in no place, line by line as the engine read it.
  std::vector<document::Line> rest() const;

 private:
  struct Placed {
    const document::Line* line;
    const document::Word* word;
    std::optional<std::size_t> place;
  };

  std::vector<Placed> words_;
};

}  // namespace emend::ocr
