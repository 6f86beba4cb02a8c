// A typed page put together of several readings, line by line: the page as two engines read it as a whole, and single
// lines read again where these missed one or are in doubt. Lines are found by their ink, so black bars, stamps and
// handwriting disturb the words that they touch and no others.
//
// Engines are called from the caller's thread; nothing is kept.
#pragma once

#include <vector>

#include "document/page.h"
#include "image/picture.h"
#include "ocr/engine.h"
#include "ocr/merge_lines.h"

namespace emend::ocr {

// The lines of a typed page in no order, and the height of its capitals.
struct TypedLines {
  std::vector<document::Line> lines;
  double tall_px = 0;
};

// `general` and `special` are the page as the two engines read it, in pixels of `picture`; `engine` is the special one.
// Readings of `general` become those of witness 0, those of `special` of witness 1. Lines of the special engine stand,
// but for those that `general` reads better (see is_special_better); what only one of them has stays, too.
TypedLines read_typed_lines(document::Page general, document::Page special, Engine& engine,
                            const image::Picture& picture, const LineChoice& choice);

// The same as a page: words that are none are marked so (no_text.h), and lines follow each other as line_order.h tells.
document::Page read_typed_page(document::Page general, document::Page special, Engine& engine,
                               const image::Picture& picture, const LineChoice& choice);

}  // namespace emend::ocr
