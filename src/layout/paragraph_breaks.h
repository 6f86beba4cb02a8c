// Whether a paragraph ends between two lines of a page.
//
// Indentation, leading, short last lines and a change of type speak for it; a sentence that goes on speaks against it.
// Margins are taken from the lines around, because pages lie askew and quotations are set narrower. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/page_layout.h"

namespace emend::layout {

struct BreakSign {
  std::string statement;
  double log_odds = 0;
};

struct ParagraphBreak {
  std::vector<BreakSign> signs;

  double log_odds() const;
  double probability() const;
};

// `lines` are the lines of the running text of the page (indices into PageLayout::lines), in the order of the text; the
// question is about the place before lines[at], at > 0. `engine_breaks`: the engine put a break there.
ParagraphBreak paragraph_break(const PageLayout& page, const std::vector<std::size_t>& lines, std::size_t at,
                               bool engine_breaks);

// The same between the last line of a page and the first one of the next: only what the words and the next line's
// indentation say.
ParagraphBreak page_break(const PageLayout& page, const std::vector<std::size_t>& lines, const PageLayout& next_page,
                          const std::vector<std::size_t>& next_lines);

// Whether the line ends a sentence, quotes and footnote marks behind the stop left out.
bool ends_sentence(const std::string& line);
// Whether its first letter, quotes before it left out, is a small one.
bool begins_small(const std::string& line);

}  // namespace emend::layout
