// A typed page put together of several readings, line by line: the page as two engines read it as a whole, and single
// lines read again where these missed one or are in doubt. Lines are found by their ink, so black bars, stamps and
// handwriting disturb the words that they touch and no others.
//
// Engines are called from the caller's thread; nothing is kept.
#pragma once

#include <cstddef>

#include "document/page.h"
#include "image/picture.h"
#include "ocr/engine.h"
#include "ocr/merge_lines.h"

namespace emend::ocr {

// Readings of single lines have this witness, those of restored variants of them the next ones, in the order of
// image::line_variant_names().
inline constexpr std::size_t kLineWitness = 2;

// `general` and `special` are the page as the two engines read it, in pixels of `picture`; `engine` is the special one.
// Readings of `general` become those of witness 0, those of `special` of witness 1. Lines of the special engine stand,
// but for those that `general` reads better (see is_special_better); what only one of them has stays, too. Lines follow
// each other as line_order.h tells.
document::Page typed_page(document::Page general, document::Page special, Engine& engine, const image::Picture& picture,
                          const LineChoice& choice);

}  // namespace emend::ocr
