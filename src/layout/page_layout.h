// A page as lines with their places: what the structure of a document is read from.
//
// Made from the words of a scan, or from a text's own lines: there a character is a cell of one width, indentation and
// empty lines are the geometry, and a form feed begins a page. So everything above this file knows one kind of page.
// Values; made once per document and not changed. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/span.h"

namespace emend::layout {

// Lengths are in pixels of the scan, or in twentieths of a text's line (a cell is 10 wide, a line 20 high).
struct LineLayout {
  text::Span span;        // of the raw text, without white space at its ends
  std::string_view text;  // raw text under the span
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double baseline = 0;
  double x_height = 0;

  double width() const { return right - left; }
};

struct PageLayout {
  int number = 1;  // of the input, from 1
  double width = 0;
  double height = 0;
  double x_height = 0;            // of the running text; 0 for an empty page
  double pitch = 0;               // from one line of the running text to the next
  double left = 0;                // margins of the running text
  double right = 0;
  std::vector<LineLayout> lines;  // in the order of the text
  // Indices into `lines` from top to bottom; those of one height from left to right.
  std::vector<std::size_t> from_top;
};

// One per page of a scan, or per form feed of a text. Borrows the document.
std::vector<PageLayout> page_layouts(const document::Document& document);

// The same for a text without pages. Borrows it.
std::vector<PageLayout> text_layouts(std::string_view text);

}  // namespace emend::layout
