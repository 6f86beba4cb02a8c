#include "pipeline/correct_document.h"

#include "correct/doubt/doubt_marks.h"
#include "correct/doubt/typists_errors.h"
#include "correct/propose.h"

namespace emend::pipeline {

Correction correct_document(const document::Document& document, const lexicon::Lexicon& lexicon,
                            const correct::RecordedDecisions& decisions, const Settings& settings,
                            const Workshop& workshop) {
  // Rules, the decoder of words and the mark layer look at the raw text and propose; where proposals meet, the arbiter
  // chooses.
  const bool is_text = document.kind == document::SourceKind::kText;
  auto edits =
      correct::propose_edits(document, workshop.rules(), lexicon, workshop.word_repair(), workshop.mark_repair(),
                             {.rendering = settings.rendering, .keeps_line_ends = is_text && !settings.joins_hyphens});
  // From here edits are sorted and do not overlap.

  if (settings.sic != correct::Sic::kOff) correct::leave_typists_errors(document, edits);

  // What a person decided holds; for the rest the user's thresholds do.
  Correction correction;
  correction.edits = correct::decide(document.raw.text(), std::move(edits), decisions, settings.policy);

  // What is in doubt is marked, where that is asked for.
  if (settings.sic == correct::Sic::kMark)
    correction.edits = correct::mark_typists_errors(document, std::move(correction.edits), decisions);
  correction.edits = correct::mark_doubt(document, std::move(correction.edits), decisions, settings.doubt);

  // The difference between raw and clean text is exactly the accepted edits.
  correction.clean = edit::apply(document.raw.text(), correction.edits);
  return correction;
}

}  // namespace emend::pipeline
