// From byte offsets to lines and columns in every unit, and the line around a place.
//
// Borrows the text. Lines are found once, and marks in long ones, so that a place is found at once in any text.
// Read-only after construction.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/finding.h"

namespace emend::check {

class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text);

  FilePlace place_of(std::size_t offset) const;
  std::size_t line_count() const { return starts_.size(); }
  // The bytes of a line, counted from 1, without its end.
  std::string_view line(std::size_t number) const;

  // Sets begin, end and the excerpt from the span.
  void set_places(Finding& finding) const;

 private:
  std::string_view text_;
  struct Mark {
    std::size_t offset = 0;
    FilePlace place;
  };

  void mark_long_lines();

  std::vector<std::size_t> starts_;
  std::vector<Mark> marks_;  // inside long lines, in the order of the text
};

// Moves a finding of a part of a file to where the part begins.
void move_by(Finding& finding, std::size_t bytes, std::size_t lines);

}  // namespace emend::check
