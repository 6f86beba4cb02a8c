// Which number each footnote mark has, from what the engine read of them and from how notes are counted.
//
// A page's notes count upwards without a gap. Books begin at 1 on every page, or count on through a chapter; the pages
// of a series decide together which. Where marks and notes are not equally many, each takes the place in the count that
// what was read of it fits best, and the rest is orphaned. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace emend::layout {

// Numbers above this are years and quantities.
inline constexpr int kHighestNote = 199;

// What was read of a page's marks and of the labels of its notes, in their order; an empty string where the engine read
// nothing. Asterisks and daggers are not among them: they do not count.
struct NoteReadings {
  std::vector<std::string> marks;
  std::vector<std::string> labels;
  std::optional<int> page_number;  // in the series, to know which pages follow each other

  std::size_t count() const { return std::max(marks.size(), labels.size()); }
};

struct NoteNumbers {
  std::vector<int> marks;   // one for each
  std::vector<int> labels;  // one for each
  double probability = 0;   // that the first number is right
  bool counts_on = false;   // from the page before
};

// The numbers of page `index`; the other pages of the series help to tell how the book counts.
NoteNumbers number_notes(const std::vector<NoteReadings>& pages, std::size_t index);

}  // namespace emend::layout
