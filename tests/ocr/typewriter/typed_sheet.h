// Typed sheets for tests: letters drawn in cells, and the page as an engine would have read it, faults and all.
#pragma once

#include <string>
#include <vector>

#include "document/page.h"
#include "image/picture.h"

namespace emend::ocr {

struct TypedSheet {
  image::Picture scan;
  document::Page page;
};

struct SheetOptions {
  double pitch_px = 20;
  double drift = 0;      // the pitch grows by this share along the line
  double slope = 0;      // of the lines: down by so much for each pixel to the right
  double line_feed = 2;  // in pitches: 2 is single spacing at 12 characters an inch
  int resolution_dpi = 0;
  bool is_proportional = false;
};

// `typed` is what stands on the paper, a letter a cell; '#' is an x struck over an m, '%' a full stop of little ink.
// `read` is what the engine made of it, cell by cell, with ' ' where it saw nothing. In `read`, '_' is a cell in which
// nothing was read inside a word,
// '|' (no cell) parts a word where no space is, '+' (no cell) puts the next letter into the cell of the one before, and
// '~' (no cell) before a word says that the engine does not know it. The engine is sure of all that it read.
TypedSheet typed_sheet(const std::vector<std::string>& typed, const std::vector<std::string>& read,
                       const SheetOptions& options = {});

// Sentences in which all letters that tests need are typed often.
std::vector<std::string> typed_sentences();

// The text of a line of a page: best readings, a space between words.
std::string text_of_line(const document::Page& page, std::size_t line);

}  // namespace emend::ocr
