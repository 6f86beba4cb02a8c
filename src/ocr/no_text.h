// Which words of a typed page are none: stamps, handwriting, stains and edges that an engine read as letters.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/page.h"
#include "ocr/text_features.h"

namespace emend::ocr {

// The probability that a word with these features is text of the page: a logistic model. Its weights are made by
// tests/accuracy/no_text_weights.py on pages of typescript; docs/benchmarks.md tells which.
double text_probability(const TextFeatures& features);

// Gives words that are most probably no text an empty reading before their others: "nothing is here".
void mark_what_is_no_text(std::vector<document::Line>& lines);

}  // namespace emend::ocr
