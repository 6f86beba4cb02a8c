// The first and the last lines of a page: where running heads, page numbers and printers' marks stand.
//
// Small values that own their text, so that a page can be judged by its neighbours when their words are gone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/page_layout.h"

namespace emend::layout {

// What stands at one height at a page's end: one line, or pieces of one that the engine took for several.
struct EdgeBand {
  std::vector<std::size_t> lines;   // indices into PageLayout::lines, from left to right
  std::string text;                 // of all pieces, parted by spaces
  std::vector<std::string> tokens;  // of the text, between white space
  std::string letters;              // small letters of the text, without the tokens at its ends that are numbers
  double y = 0;                     // baseline over the page's height, 0 to 1
  double gap = 0;                   // from its baseline to that of the text, in pitches of the text
  double size = 1;                  // x-height over that of the text
  double width = 0;                 // over that of the text, 0 to 1
  double centre = 0.5;              // where its middle is, from the left margin to the right one
  bool is_capitals = false;         // more capitals than small letters
  bool ends_as_prose = false;       // small letters up to a stop, a comma or a hyphen

  // A number, or what is left of one: a token of few signs.
  bool is_lone_sign() const { return tokens.size() == 1 && letters.size() <= 4 && text.size() <= 8; }
};

struct PageEdges {
  std::vector<EdgeBand> top;     // from the edge inwards, two at most
  std::vector<EdgeBand> bottom;  // the same
};

PageEdges page_edges(const PageLayout& page);

// 1 for equal ones, 0 for such as have nothing in common; by edit distance.
double similarity(const std::string& a, const std::string& b);

}  // namespace emend::layout
