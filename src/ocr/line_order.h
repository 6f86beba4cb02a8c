// The order in which the lines of a typed page are read, and its paragraphs, by where they stand.
//
// For pages whose lines were found by their ink (image/text_lines.h), as a typist leaves them: one column with parts of
// lines side by side (letterheads, dates, tables), sometimes two columns. Pure functions.
#pragma once

#include <vector>

#include "document/page.h"

namespace emend::ocr {

// `parts` are lines and parts of lines with their baselines, in any order; `tall_px` is the height of capitals. What
// stands on one baseline becomes one line, from left to right, unless it stands in two columns: a white corridor that
// runs through many lines with whole phrases on both sides. Then the left one comes first. Wider distances and
// indentations begin paragraphs. A block for each column or stretch between columns.
std::vector<document::Block> blocks_in_order(std::vector<document::Line> parts, double tall_px);

}  // namespace emend::ocr
