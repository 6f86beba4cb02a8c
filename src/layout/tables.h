// Rows of words that stand in columns: what is a table whatever the engine took it for.
//
// Lines that follow each other and have a wide gap in the same place. Prose that is justified has rivers, but none as
// wide through three lines; columns of a newspaper are lines of their own. Needs the places of the words. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/page_layout.h"

namespace emend::layout {

struct TableCell {
  std::size_t column = 0;
  std::size_t first = 0;  // words of the line: [first, end)
  std::size_t end = 0;
};

struct TableRow {
  std::size_t line = 0;  // index into PageLayout::lines
  std::vector<TableCell> cells;
};

struct Table {
  std::vector<TableRow> rows;  // in the order of the text
  // Of each column: whether its cells end below each other rather than begin so, as figures do.
  std::vector<bool> is_flush_right;
};

std::vector<Table> find_tables(const PageLayout& page);

}  // namespace emend::layout
