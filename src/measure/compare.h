// One document against its truth: errors of characters and words, and what a step of repair did to the words.
//
// Two ways to use it. An output alone: its error rates. A text before and after a step: the rates of both, the words
// that the step repaired and those that it broke. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "measure/confusions.h"
#include "measure/view.h"

namespace emend::measure {

// Levenshtein distances to the truth.
struct Errors {
  std::size_t characters = 0;  // by code points, white space among them
  std::size_t words = 0;
};

// The truth's words, by whether the text before and the text after had them right in one best alignment each.
struct Repair {
  std::size_t wrong = 0;   // not right before
  std::size_t right = 0;   // right before
  std::size_t fixed = 0;   // of the wrong ones, right after
  std::size_t broken = 0;  // of the right ones, not right after
};

struct Figures {
  std::size_t characters = 0;  // of the truth, as viewed
  std::size_t words = 0;
  Errors before;  // zero where there is no text before
  Errors after;
  Repair repair;  // the same
};

// The texts as they are in the files, UTF-8. Where the tables are given, the differences are added to them.
// Error: kTooLarge, see alignment.h.
Result<Figures> compare(std::string_view truth, std::optional<std::string_view> before, std::string_view after,
                        const ViewOptions& options, ConfusionTable* confusions_before = nullptr,
                        ConfusionTable* confusions_after = nullptr);

}  // namespace emend::measure
