// Quotation marks of the text beside the ink that they were read from.
//
// A double quote is two small pieces of ink above the line, a single one is one, and a speck is none. Engines write ‘‘,
// ‘“‘ or ‘ for any of these. Needs the raised pieces of the lines. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/page_layout.h"
#include "text/span.h"

namespace emend::layout {

// Quotation marks that follow each other without a space, before a word, behind one or alone.
struct QuoteRun {
  std::size_t line = 0;  // index into PageLayout::lines
  text::Span span;
  std::string text;
  std::size_t pieces = 0;      // of ink
  bool stands_before = false;  // a word follows it closely
  bool stands_behind = false;  // a word precedes it closely
  bool is_alone = false;       // between spaces
  bool begins_line = false;
};

std::vector<QuoteRun> quote_runs(const PageLayout& page);

// How many pieces the marks of the run stand for: “ two, ‘ one.
std::size_t pieces_wanted(const std::string& run);

}  // namespace emend::layout
