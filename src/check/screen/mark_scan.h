// The marks, spaces and characters of a text that one of the rules may repair.
//
// A part of the look of screen.h, which goes through a text once and asks this of every byte that is no letter, no
// figure and no space. One object a text; what it finds goes into `screened`.
#pragma once

#include <cstddef>
#include <string_view>

#include "check/screen.h"

namespace emend::check {

class MarkScan {
 public:
  // `joins_hyphens`: a hyphen at a line's end is a place, too. Both text and `screened` outlive it.
  MarkScan(std::string_view text, bool joins_hyphens, Screened& screened)
      : text_(text), joins_hyphens_(joins_hyphens), screened_(screened) {}

  struct Step {
    std::size_t end = 0;  // where the scan goes on
    bool begins_sentence = false;
    bool ends_context = false;  // the words before it say nothing of those behind it
  };
  // What stands at `i`.
  Step take(std::size_t i);

 private:
  Step take_mark(std::size_t i);
  Step take_break(std::size_t i);
  Step take_inner(std::size_t i);
  Step take_other(std::size_t i);
  Step take_high(std::size_t i);
  void suspect(text::Span place) { screened_.marks_in_doubt.push_back(place); }

  std::string_view text_;
  bool joins_hyphens_;
  Screened& screened_;
};

}  // namespace emend::check
