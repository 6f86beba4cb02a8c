// The typewriter behind a document: the grid of each line and the shapes of its letters, and what they say of what the
// engine read. docs/design/ tells why.
//
// In two steps, because a machine is learned from all pages of a document and pictures are held one at a time:
//
//   each page, on any thread:   page_cells_of(page, scan)
//   then once:                  read_with_typewriter(pages, typed, witness, jobs)
//
// Pure functions; print, proportional machines and handwriting come out as they went in.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"
#include "image/picture.h"
#include "ocr/typewriter/learn_machine.h"
#include "ocr/typewriter/revise_line.h"

namespace emend::ocr {

// `scan` is the picture that the page's boxes are pixels of. The page's words may not change before they are read with
// the typewriter.
PageCells page_cells_of(const document::Page& page, const image::Picture& scan);

// What readings of the typewriter name as their witness.
document::Witness typewriter_witness();

// Notes pitch and phase of every line, what is known of the machine, and words that were struck out; reads lines again
// with the machine's letters. `typed` belongs to `pages`, one to one. `witness` is the index of typewriter_witness().
// Cost: about 0.3 s for a page of 3000 letters, on one thread; `jobs` threads share most of it.
Revisions read_with_typewriter(std::vector<document::Page>& pages, const std::vector<PageCells>& typed,
                               std::size_t witness, std::size_t jobs = 1);

}  // namespace emend::ocr
