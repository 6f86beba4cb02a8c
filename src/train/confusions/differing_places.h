// Where a recognised text differs from its true one, each place with the equal characters around it. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "correct/confusion/aligned_text.h"

namespace emend::train {

struct DifferingPlace {
  std::u32string seen;  // with one equal character on either side, where there is one
  std::u32string meant;
  std::size_t document = 0;
  // The alignment within the place: ranges of `seen` and `meant` that differ.
  std::vector<correct::AlignedStep> steps;
};

// Only trusted steps. Differences that only one equal character parts are one place.
std::vector<DifferingPlace> differing_places(const correct::AlignedText& text, std::size_t document);

}  // namespace emend::train
