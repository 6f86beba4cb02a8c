// A line read again with its grid and the machine's letters: what is very sure becomes the best reading, what is less
// sure becomes weights of alternatives, and nothing that the engine read is lost.
//
// A letter that another one's shape fits is that other one; ink in a cell in which nothing was read, beside a word that
// fits its cells, is the letter that it looks like; a mark in a blank cell is not there; of two letters in one cell one
// is not there; a blank cell inside a word is a space, and words without a cell between them are one.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"
#include "ocr/typewriter/shape_evidence.h"

namespace emend::ocr {

struct Revisions {
  std::size_t letters_changed = 0;
  std::size_t letters_found = 0;
  std::size_t letters_dropped = 0;
  std::size_t spaces_found = 0;
  std::size_t spaces_dropped = 0;
  std::size_t letters_weighed = 0;  // that stand as the engine read them, with other alternatives or confidence

  Revisions& operator+=(const Revisions& other);
};

struct RevisedLine {
  std::vector<document::Word> words;
  Revisions revisions;
};

// None where nothing is to be said. Words that are as before are unchanged; the others have a first reading of
// `witness`, and what the engine read behind it.
std::optional<RevisedLine> revised_line(const TypedLine& line, const LetterShapes& shapes,
                                        const ShapeEvidence& evidence, std::size_t witness);

}  // namespace emend::ocr
