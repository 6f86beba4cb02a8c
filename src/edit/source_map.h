// Where the clean text comes from: every character leads to a page, a line and a paragraph, and to its place on the
// scan.
//
// Made of the raw text's places and the accepted edits, so that an edit that is taken back leads to what stood there.
// A value; read-only after construction.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/box.h"
#include "document/document.h"
#include "edit/apply.h"
#include "text/span.h"

namespace emend::edit {

// A stretch of the clean text that comes from one line of one page and belongs to one paragraph.
struct SourcePiece {
  text::Span clean;      // never empty
  text::Span raw;        // around all that it comes from; empty where all of it was put in
  int page = 0;          // its number; 0 where the document has no pages
  std::size_t line = 1;  // on its page, from 1, in the order of the raw text, running heads counted
  std::size_t paragraph =
      1;              // of the clean text, on its page, from 1; one that comes from the page before is the first
  document::Box box;  // around the words that it comes from; empty where there is no scan

  friend bool operator==(const SourcePiece&, const SourcePiece&) = default;
};

class SourceMap {
 public:
  SourceMap() = default;
  // `clean` is the text with the accepted edits of the document's raw text. Pages of a text end at form feeds; one
  // without any has no pages, and its lines are counted through.
  SourceMap(const document::Document& document, const CleanText& clean);

  // In the order of the clean text, which they cover without gaps.
  const std::vector<SourcePiece>& pieces() const { return pieces_; }
  // The piece that holds a byte of the clean text; its end belongs to the last piece. Null for an empty text.
  const SourcePiece* at(std::size_t clean_offset) const;
  // All that share a byte with the span; for an empty span the one that holds its place.
  std::vector<SourcePiece> in(text::Span clean) const;

 private:
  std::vector<SourcePiece> pieces_;
};

// The lines of the raw text as a person counts them: for each line the number of its page and its number there. Made
// once for a document; SourceMap and reports ask it.
class SourceLines {
 public:
  explicit SourceLines(const document::Document& document);

  struct Place {
    int page = 0;
    std::size_t line = 1;
    friend bool operator==(const Place&, const Place&) = default;
  };
  // Where a byte of the raw text stands; white space behind a word belongs to the word's line.
  Place at(std::size_t raw_offset) const;
  // Where the next place begins, behind the offset; the text's size where none does.
  std::size_t next_border(std::size_t raw_offset) const;

 private:
  struct Start {
    std::size_t raw = 0;
    Place place;
  };
  std::vector<Start> starts_;  // sorted; the first at 0
  std::size_t size_ = 0;
};

}  // namespace emend::edit
