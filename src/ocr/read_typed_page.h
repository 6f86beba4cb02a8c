// A typed page put together of several readings, line by line: the page as one or two engines read it as a whole, and
// single lines read again where these missed one or are in doubt. Lines are found by their ink, so black bars, stamps
// and handwriting disturb the words that they touch and no others.
//
// Engines are called from the caller's thread; nothing is kept.
#pragma once

#include <optional>
#include <vector>

#include "document/page.h"
#include "image/picture.h"
#include "image/text_lines.h"
#include "ocr/engine.h"
#include "ocr/merge_lines.h"

namespace emend::ocr {

// The lines of a typed page in no order, and the height of its capitals.
struct TypedLines {
  std::vector<document::Line> lines;
  double tall_px = 0;
};

// A page as engines read it, in pixels of `picture`, and its lines of ink (image::find_text_lines).
struct TypedPage {
  const image::Picture& picture;
  const image::TextLines& found;
  document::Page special;                 // by the model for typescript
  std::optional<document::Page> general;  // none where the general engine has not read the whole page
};

// Readings of the general engine become those of witness 0, those of the special one of witness 1. Lines of the special
// engine stand, but for those that `general` reads better (see is_special_better); what only one of them has stays,
// too. Lines in doubt are read again by the special engine, and by the general one where it has not read the page.
TypedLines read_typed_lines(TypedPage page, Engine& general, Engine& special, const LineChoice& choice);

// The same as a page: words that are none are marked so (no_text.h), and lines follow each other as line_order.h tells.
document::Page read_typed_page(TypedPage page, Engine& general, Engine& special, const LineChoice& choice);

}  // namespace emend::ocr
