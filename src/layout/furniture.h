// What stands on a page and is no part of its text: running heads, page numbers, signature marks, catchwords.
//
// Known by where it stands and by the neighbouring pages together: the same words in the same place, the page number
// that the count of pages asks for, the gap to the text. None of these is enough alone; a chapter's title is repeated
// over its pages, too, and a last line may be a number. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/page_series.h"

namespace emend::layout {

enum class FurnitureKind { kRunningHead, kPageNumber, kSignatureMark, kCatchword };

struct Furniture {
  FurnitureKind kind = FurnitureKind::kRunningHead;
  bool is_at_top = true;
  std::size_t band = 0;  // index into PageEdges::top or bottom

  struct Sign {
    std::string statement;
    double log_odds = 0;
  };
  std::vector<Sign> signs;  // for and against

  double log_odds() const;
  double probability() const;
};

// What page `index` bears, likely or not; the caller decides by the probability. The sum starts at the log-odds that a
// line at an edge is no part of the text.
std::vector<Furniture> find_furniture(const PageSeries& series, std::size_t index);

}  // namespace emend::layout
