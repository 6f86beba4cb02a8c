// Where footnote marks stand on a scanned page, and where its notes are.
//
// A mark is a raised figure or sign behind a word; a note begins with one. Where the ink hangs tells it from quotes and
// apostrophes, whatever the engine made of it; what the engine read there helps to number it. Needs the raised pieces
// of the lines (page_layout.h). Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/note_numbers.h"
#include "layout/page_edges.h"
#include "layout/page_layout.h"
#include "text/span.h"

namespace emend::layout {

struct NotePlace {
  std::size_t line = 0;      // index into PageLayout::lines
  text::Span span;           // what the mark replaces; empty where the engine read nothing
  std::string glyphs;        // what the engine read there; empty likewise
  bool is_asterisk = false;  // a sign as wide as it is high
  bool begins_line = false;  // of a note: its line begins with it
  bool needs_space = false;  // text goes on behind it without one

  std::optional<int> figure() const;  // that the engine read
};

struct PageNotes {
  std::vector<NotePlace> marks;         // in the text, in the order of the text
  std::vector<NotePlace> labels;        // before the notes, likewise
  std::vector<std::size_t> note_lines;  // from top to bottom: indices into PageLayout::lines
};

// Lines at the edges that bear a number are no part of the text and hold no marks.
PageNotes find_notes(const PageLayout& page, const PageEdges& edges);

// What was read of the places that count, asterisks left out.
NoteReadings readings_of(const PageNotes& notes);

}  // namespace emend::layout
