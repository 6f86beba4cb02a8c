// The text as recognised or as given. Built once; never changed afterwards.
//
// Every span in the program is a range of bytes in it. Shared between threads freely: it has no way to change.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"
#include "text/span.h"

namespace emend::document {

// Where a word of the text stands in the pages.
struct WordPlace {
  text::Span span;
  std::size_t page = 0;  // indices into Document::pages and below
  std::size_t block = 0;
  std::size_t paragraph = 0;
  std::size_t line = 0;
  std::size_t word = 0;
};

class RawText {
 public:
  RawText() = default;
  // Text without a scan.
  explicit RawText(std::string text) : text_(std::move(text)) {}
  // The best readings, a line of the page a line, an empty line between paragraphs.
  static RawText from_pages(const std::vector<Page>& pages);
  // As stored; places are sorted and do not overlap.
  RawText(std::string text, std::vector<WordPlace> places) : text_(std::move(text)), places_(std::move(places)) {}

  std::string_view text() const { return text_; }
  // In the order of the text; empty where there is no scan.
  const std::vector<WordPlace>& places() const { return places_; }
  // The words that a span touches: [first, last) indices into places(). An empty span touches the word it is in,
  // or else none.
  std::pair<std::size_t, std::size_t> places_in(text::Span span) const;

 private:
  std::string text_;
  std::vector<WordPlace> places_;
};

}  // namespace emend::document
