// Counts from recognised texts and their truth how marks and capitals come out of recognition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"

namespace emend::train {

struct MarkTextPair {
  std::string name;  // for messages
  std::string seen;
  std::string meant;
};

// Only places between two words that are told again in the truth, and of which both sides are plain, are counted.
// Error: kTooLarge, for texts that have nothing to do with each other.
Status count_marks(const MarkTextPair& pair, const correct::MarkContext& context, correct::MarkChannel& counts);

}  // namespace emend::train
