// Whether each applied edit brought the text nearer to the truth: the precision of rules and sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure/view.h"
#include "text/span.h"

namespace emend::measure {

// clean[span] stands where `before` stood.
struct AppliedEdit {
  text::Span span;
  std::string before;
};

enum class Effect { kNearer, kSame, kFarther };

// An effect per edit. The clean text is aligned with the truth by words. Around an edit a window reaches to the next
// words on both sides that are right; the distance of that window to the truth is compared with the distance that it
// has with this one edit taken back, all others staying. kSame where the view does not see the edit, or where a wrong
// reading became another as far from the truth. Error: kTooLarge.
Result<std::vector<Effect>> edit_effects(std::string_view truth, std::string_view clean,
                                         const std::vector<AppliedEdit>& edits, const ViewOptions& options);

}  // namespace emend::measure
