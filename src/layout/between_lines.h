// Words that were put in between two lines, above the one that they belong to, as typists and pens do.
//
// A short line whose foot is nearer to the line below it than lines of the page are, and over whose middle that line
// has words, with another line close above. The last lines of paragraphs, footnotes, headings and signatures keep their distance. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"

namespace emend::layout {

// The line of a page that others are told from.
struct LineOfPage {
  std::size_t block = 0, paragraph = 0, line = 0;
  friend bool operator==(const LineOfPage&, const LineOfPage&) = default;
};

struct WordsBetweenLines {
  LineOfPage words;        // a line of its own, all of whose words were put in
  LineOfPage into;         // the line below, where they belong
  std::size_t before = 0;  // the word of that line before which they go; its word count for the end
};

// In the order of the page.
std::vector<WordsBetweenLines> find_words_between_lines(const document::Page& page);

// Marks them in the page.
void tell_words_between_lines(document::Page& page);

}  // namespace emend::layout
