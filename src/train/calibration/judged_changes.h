// Which of the decoder's changes are right, by the truth of the text. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "correct/lattice/decoder.h"

namespace emend::train {

struct Judgement {
  std::string truth;       // what was meant there
  bool is_right = false;   // the change makes of its span what the truth has there
  bool was_right = false;  // the span is what the truth has there
};

// Marks at the ends of a change do not count: that one was lost beside a word is no fault of the word's repair. Both
// texts are valid UTF-8; `changes` in the order of the text.
std::vector<Judgement> judged_changes(std::string_view seen, std::string_view meant,
                                      const std::vector<correct::Change>& changes);

}  // namespace emend::train
