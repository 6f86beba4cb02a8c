// Pages that belong together, in order: those of one document, or files of one folder whose names count them.
//
// Tells what page number each should bear. A page's number in the file's name, or its place in the document, and the
// number that is printed on it differ by a constant through a book (or through a part of it), and a sampled book may
// count in steps of ten. The constant that most pages agree on is taken. Read-only after construction.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/note_numbers.h"
#include "layout/page_edges.h"

namespace emend::layout {

struct SeriesPage {
  std::string section;        // pages of one section count together: "p" of "book_p017.png"; may be empty
  std::optional<int> number;  // in the file's name, or in the document; none where the name has none
  PageEdges edges;
  NoteReadings notes;
};

class PageSeries {
 public:
  PageSeries() = default;
  explicit PageSeries(std::vector<SeriesPage> pages);

  const std::vector<SeriesPage>& pages() const { return pages_; }

  struct Expected {
    int number = 0;
    std::size_t witnesses = 0;  // other pages of the section that agree; 0: the file's own name alone says so
    bool is_of_section = true;  // else another section of the series counts so
  };
  // The page number that page `index` should bear.
  std::optional<Expected> expected_number(std::size_t index) const;

 private:
  // printed = (number - offset) / step
  struct Count {
    std::string section;
    int step = 1;
    int offset = 0;
    std::vector<std::size_t> witnesses;  // pages
  };
  std::vector<Count> counts_;  // the best one of each section, the best supported first
  std::vector<SeriesPage> pages_;
};

}  // namespace emend::layout
