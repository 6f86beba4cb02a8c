// One machine's letters, learned from a document's own confident cells.
//
// Cells of words that the engine is sure of and knows teach what each letter looks like; then every line is aligned
// with its cells, and what was learned from cells that rather look like another letter is taken back.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <vector>

#include "document/page.h"
#include "ocr/typewriter/letter_shapes.h"
#include "ocr/typewriter/typed_line.h"

namespace emend::ocr {

// A page's grid and the pictures of its cells; empty where a line stands on no grid. About half a megabyte a page.
struct PageCells {
  PageGrid grid;
  std::vector<std::vector<CellPicture>> pictures;  // of each line, of each of its cells
};

struct Machine {
  LetterShapes shapes;  // empty: too little is known
  std::vector<TypedLine> lines;
};

// `typed` belongs to `pages`, one to one; both are borrowed by the result. On `jobs` threads; their number changes
// nothing.
Machine learn_machine(const std::vector<document::Page>& pages, const std::vector<PageCells>& typed, std::size_t jobs);

}  // namespace emend::ocr
