// What we propose: replace this range of the raw text by that, for this reason, this likely to be right.
#pragma once

#include <string>
#include <vector>

#include "text/span.h"

namespace emend::edit {

// What may become of an edit without a person.
enum class Applicability {
  kAutomatic,  // applied unless a person said no
  kProposed,   // applied only when a person says yes, or with --unsafe-fixes
};

// One source's word for or against an edit, in a sentence that a person can check.
struct Evidence {
  std::string source;     // rule id, "dictionary", "engine", "document", "language-model"
  std::string statement;  // "“hour” is a word in en_GB; “8 — hour” stands before a noun"
  double weight = 0;      // change of the log-odds that the edit is right; 0 where it only explains
};

// Something that the text under an edit might say, and what each source said of it.
struct Candidate {
  std::string text;  // instead of the span; Edit::before for the text as it stands
  double probability =
      0;                 // that this is what was meant, 0 to 1; what all lack to 1 is something that nobody thought of
  bool is_text = false;  // the text as it stands
  // Statements short enough for a table: "once in 40 such words". The weight is what the source adds to the logarithm
  // of the candidate's likelihood, so that only its difference from another candidate's means something; 0 where it
  // only explains. Sources: edit/candidates.h.
  std::vector<Evidence> says{};
};

struct Edit {
  text::Span span;     // of the raw text; empty for an insertion
  std::string before;  // exactly the raw text under the span
  std::string after;
  std::string rule;        // id of the rule, or of the candidate source that won
  std::string reason;      // why here, a short sentence without a full stop
  double probability = 0;  // that it is right, 0 to 1
  Applicability applicability = Applicability::kProposed;
  std::vector<Evidence> evidence;
  // The likeliest first, `after` and the text as it stands among them; empty only where an old file has none.
  std::vector<Candidate> candidates{};
};

}  // namespace emend::edit
