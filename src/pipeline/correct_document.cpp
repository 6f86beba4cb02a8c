#include "pipeline/correct_document.h"

#include "correct/propose.h"
#include "correct/structure/page_furniture.h"
#include "layout/page_layout.h"

namespace emend::pipeline {

Correction correct_document(const document::Document& document, const lexicon::Lexicon& lexicon,
                            const correct::RecordedDecisions& decisions, const Settings& settings,
                            const Workshop& workshop, const Neighbours& neighbours) {
  // The pages as they lie on the paper: what is no part of the text, and where paragraphs and notes are.
  const std::vector<layout::PageLayout> pages = layout::page_layouts(document);
  const std::vector<edit::Edit> structure =
      workshop.wanted(correct::page_furniture_edits(document.raw.text(), pages, neighbours.series, neighbours.first));

  // Rules, the decoder of words and the mark layer look at the raw text and propose; where proposals meet, the arbiter
  // chooses.
  const bool is_text = document.kind == document::SourceKind::kText;
  auto edits = correct::propose_edits(document, workshop.rules(), lexicon, workshop.word_repair(),
                                      workshop.mark_repair(), {.keeps_line_ends = is_text && !settings.joins_hyphens, .structure = &structure});
  // From here edits are sorted and do not overlap.

  // What a person decided holds; for the rest the user's thresholds do.
  Correction correction;
  correction.edits = correct::decide(document.raw.text(), std::move(edits), decisions, settings.policy);

  // The difference between raw and clean text is exactly the accepted edits.
  correction.clean = edit::apply(document.raw.text(), correction.edits);
  return correction;
}

}  // namespace emend::pipeline
