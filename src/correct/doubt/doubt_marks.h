// Marks the words of the clean text that are in doubt, under thresholds of the user's: "[tho?]", "[illegible]".
//
// A word that something changed is as sure as the change; one that something would change, as sure as that is not; of
// all others the engine's confidence speaks where there is a scan, and nobody where there is none. Each mark is an edit
// like any other, with the ids "doubtful-word" and "illegible-word". Pure; linear in the text.
#pragma once

#include "correct/policy.h"
#include "document/document.h"
#include "edit/decision.h"

namespace emend::correct {

struct DoubtOptions {
  double doubtful_below = 0;   // probability that a word is right; 0: no word is marked
  double illegible_below = 0;  // the same for words that are replaced by [illegible]

  bool is_asked_for() const { return doubtful_below > 0 || illegible_below > 0; }
};

// `decided` with the marks added, in the order of the text; accepted ones do not overlap. A person's word about a mark
// holds, and what a person decided is not in doubt. Open changes of a word that is illegible are left out.
edit::DecidedEdits mark_doubt(const document::Document& document, edit::DecidedEdits decided,
                              const RecordedDecisions& recorded, const DoubtOptions& options);

// After people have decided more: marks around a word that somebody decided are rejected.
void settle_doubt(edit::DecidedEdits& decided);

}  // namespace emend::correct
