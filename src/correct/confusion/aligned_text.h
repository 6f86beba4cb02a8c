// A recognised text beside its true one, ready for counting: made alike, aligned, and with the places told apart where
// the two are no longer about the same words.
//
// Memory and time grow with the product of a length and the width of the band, see alignment_bytes(). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "correct/confusion/alignment.h"

namespace emend::correct {

struct AlignedText {
  std::u32string seen;  // both as counted_text() has them
  std::u32string meant;
  std::vector<AlignedStep> steps;
  // By step: whether enough of the steps around it are equal. A column that was read across, a missing paragraph or a
  // table as letters says nothing about how characters are misread.
  std::vector<bool> is_trusted;
};

AlignedText aligned_text(std::string_view seen, std::string_view meant);

}  // namespace emend::correct
