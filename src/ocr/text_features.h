// What tells a word of a typed page from stamps, handwriting, stains and edges that an engine read as letters.
//
// Pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "document/page.h"

namespace emend::ocr {

// What the lines of a page have in common.
struct TypedScale {
  double pitch_px = 0;        // from letter to letter
  double x_height_px = 0;     // as the lines tell it
  double word_height_px = 0;  // of the boxes of words
  int top = 0, bottom = 0;    // of the lines of text; top is below bottom where there are none
  std::vector<int> margins;   // where lines of text begin, sorted
};
TypedScale scale_of(const std::vector<document::Line>& lines);

inline constexpr std::array<std::string_view, 23> kTextFeatures = {
    "bias",
    "confidence",
    "length",              // 8 letters and more are 1
    "alphanumeric_share",  // of the characters
    "is_known",            // to the engine's dictionary
    "neighbours",          // confidence of the other words of the line, by how many letters there are, up to 20
    "is_line_doubtful",    // little confidence of the others, by the same
    "is_alone",            // in its line
    "width_off",           // the width against that of its letters at the page's pitch, as a logarithm
    "height_off",          // the line's letters against the page's, as a logarithm
    "has_no_alphanumeric",
    "engines_agree",        // both have the very same
    "confidence_if_short",  // of one or two characters
    "is_short",
    "confidence_if_no_alphanumeric",
    "sure_neighbours",  // of the two words beside it
    "word_height_off",  // the word's box against the page's words, as a logarithm
    "on_grid",          // how well the line's letters stand on a grid of the page's pitch
    "engines_alike",    // how like the other engine's reading is
    "readings_alike",   // how like all other readings are
    "has_no_other",     // reading
    "at_margin",        // the line begins where another line of text does
    "in_row",           // sure words of other parts of lines stand on the same line
};
using TextFeatures = std::array<double, kTextFeatures.size()>;

// Of word `index` of line `line_index`; all 0 for a word without text.
TextFeatures text_features(const std::vector<document::Line>& lines, std::size_t line_index, std::size_t index,
                           const TypedScale& scale);

// Whether the engine is sure of so many words of a line that it is a line of text.
bool is_line_of_text(const document::Line& line);

}  // namespace emend::ocr
