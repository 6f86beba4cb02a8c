// A typist's own error, legible in the picture, is no error of recognition: it is left alone, or marked with [sic].
//
// Legible means that the engine read every letter with high confidence and saw nothing of the other word in its place.
// Only of words that the decoder would put another in the place of ("misread-word"), and only where there is a scan.
#pragma once

#include <cstdint>
#include <vector>

#include "correct/policy.h"
#include "document/document.h"
#include "edit/decision.h"
#include "edit/edit.h"

namespace emend::correct {

enum class Sic : std::uint8_t {
  kOff,    // errors of typist and engine are repaired alike
  kLeave,  // the typist's are proposed, never applied without a person
  kMark,   // the same, with [sic] behind the word
};

// Makes proposals of the edits that would repair a typist's error; their evidence says so. `edits` are of the raw text.
void leave_typists_errors(const document::Document& document, std::vector<edit::Edit>& edits);

// Adds [sic] behind every word whose edit was left so and that nobody has decided about.
edit::DecidedEdits mark_typists_errors(const document::Document& document, edit::DecidedEdits decided,
                                       const RecordedDecisions& recorded);

}  // namespace emend::correct
