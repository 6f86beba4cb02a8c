// A page as lines with their places: what the structure of a document is read from.
//
// Made from the words of a scan, or from a text's own lines: there a character is a cell of one width, indentation and
// empty lines are the geometry, and a form feed begins a page. So everything above this file knows one kind of page.
// Values; made once per document and not changed. Pure functions.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/span.h"

namespace emend::layout {

// What stands for one sign of the text, as far as the engine tells where it is.
struct GlyphLayout {
  text::Span span;
  double left = 0;
  double right = 0;
};

struct WordLayout {
  text::Span span;
  double left = 0;
  double right = 0;
  std::vector<GlyphLayout> glyphs;  // empty where the engine gives none
};

// A piece of ink that hangs above the line's feet: a raised figure, a quote, an asterisk. Lengths without a unit are in
// x-heights of the line.
struct RaisedPiece {
  double left = 0;  // as the line's
  double right = 0;
  double height = 0;
  double width = 0;
  double rise = 0;        // of its lower edge above the baseline
  double gap_before = 0;  // to the next ink on its left; large where there is none
};

// Lengths are in pixels of the scan, or in twentieths of a text's line (a cell is 10 wide, a line 20 high).
struct LineLayout {
  text::Span span;   // of the raw text, without white space at its ends
  std::string text;  // the raw text under the span
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double baseline = 0;
  double x_height = 0;
  std::vector<WordLayout> words;    // empty where there is no scan
  std::vector<RaisedPiece> raised;  // from left to right; where the pixels were looked at

  double width() const { return right - left; }
};

struct PageLayout {
  int number = 1;  // of the input, from 1
  double width = 0;
  double height = 0;
  double x_height = 0;  // of the running text; 0 for an empty page
  double pitch = 0;     // from one line of the running text to the next
  double left = 0;      // margins of the running text
  double right = 0;
  std::vector<LineLayout> lines;  // in the order of the text
  // Indices into `lines` from top to bottom; those of one height from left to right.
  std::vector<std::size_t> from_top;
};

// The raised pieces of a line of a page; nothing where nobody looks at the pixels.
using RaisedInLine = std::function<std::vector<RaisedPiece>(std::size_t page, const document::Line&)>;

// One per page of a scan, or per form feed of a text.
std::vector<PageLayout> page_layouts(const document::Document& document, const RaisedInLine& raised = {});

// The x-height of a line. What the engine fitted is wrong where raised figures or capitals mislead it, so the boxes of
// the small letters have a say.
double x_height_of(const document::Line& line);

// The same for a text in memory.
std::vector<PageLayout> text_layouts(std::string_view text);

}  // namespace emend::layout
