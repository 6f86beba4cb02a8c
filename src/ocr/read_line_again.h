// A single line cut out of a page and read by itself, where the reading of the whole page is in doubt.
//
// The engine is called from the caller's thread; nothing is kept.
#pragma once

#include <cstddef>
#include <optional>

#include "document/page.h"
#include "image/picture.h"
#include "image/text_lines.h"
#include "ocr/engine.h"

namespace emend::ocr {

// Readings of single lines have this witness, those of restored variants of them the next ones, in the order of
// image::line_variant_names().
inline constexpr std::size_t kLineWitness = 2;

// What the best reading of a word is worth: more the longer and surer it is, less than nothing where it is not sure.
double worth_of(const document::Word& word);

// What a reading of a line of so many pieces of ink is worth: the characters that it is sure of, less those that it is
// not, and less the ink that it leaves unread.
double worth_of(const document::Line& line, std::size_t pieces);

// Whether a line is worth reading again: it is not sure enough, has too few or too many characters for its ink, or
// leaves a piece as large as a letter without a word.
bool is_in_doubt(const document::Line& line, const image::TextLine& at);

// In pixels of the picture: the best of the line's readings, with the others' words as further readings. Restored
// variants are read one after the other until one is sure, and none of ink that neither stands nor reads like
// text. `tall_px` is the usual height of the page's capitals.
std::optional<document::Line> read_line_again(Engine& engine, const image::Picture& picture, const image::TextLine& at,
                                              double tall_px);

// The same line as another engine reads it, once; none where it fails or sees no word.
std::optional<document::Line> read_single_line(Engine& engine, std::size_t witness, const image::Picture& picture,
                                               const image::TextLine& at, double tall_px);

}  // namespace emend::ocr
