#include "pipeline/correct_document.h"

#include "correct/arbiter.h"
#include "correct/propose.h"
#include "correct/structure/structure.h"
#include "layout/page_layout.h"

namespace emend::pipeline {

namespace {

// What the layout of the pages asks for; where two of its edits meet, the arbiter chooses.
std::vector<edit::Edit> structure_of(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                                     const Workshop& workshop, const Neighbours& neighbours, Problems& problems) {
  correct::StructureEdits found = correct::structure_edits(document, pages, neighbours.series, neighbours.first);
  for (const correct::OrphanedNote& orphan : found.orphans)
    problems.push_back({Severity::kNote,
                        {ErrorKind::kUnreadable, "",
                         orphan.is_mark ? "the footnote mark [" + orphan.label + "] has no note on its page"
                                        : "the note [" + orphan.label + "] has no mark on its page",
                         "look at the page in report.html"},
                        orphan.page});
  return correct::arbitrate(workshop.wanted(std::move(found.edits)));
}

}  // namespace

Correction correct_document(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                            const lexicon::Lexicon& lexicon, const correct::RecordedDecisions& decisions,
                            const Settings& settings, const Workshop& workshop, const Neighbours& neighbours) {
  Correction correction;

  // The pages as they lie on the paper: what is no part of the text, and where paragraphs and notes are.
  const std::vector<edit::Edit> structure = structure_of(document, pages, workshop, neighbours, correction.problems);

  // Rules, the decoder of words and the mark layer look at the raw text and propose; where proposals meet, the arbiter
  // chooses.
  const bool is_text = document.kind == document::SourceKind::kText;
  auto edits = correct::propose_edits(
      document, workshop.rules(), lexicon, workshop.word_repair(), workshop.mark_repair(),
      {.keeps_line_ends = is_text && !settings.joins_hyphens, .structure = &structure, .style = settings.style});
  // From here edits are sorted and do not overlap.

  // What a person decided holds; for the rest the user's thresholds do.
  correction.edits = correct::decide(document.raw.text(), std::move(edits), decisions, settings.policy);

  // The difference between raw and clean text is exactly the accepted edits.
  correction.clean = edit::apply(document.raw.text(), correction.edits);
  return correction;
}

}  // namespace emend::pipeline
