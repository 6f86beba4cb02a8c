#include "pipeline/correct_document.h"

#include <utility>

#include <fmt/format.h>

#include "correct/arbiter.h"
#include "correct/doubt/doubt_marks.h"
#include "correct/doubt/typists_errors.h"
#include "correct/notes/text_notes.h"
#include "correct/propose.h"
#include "correct/structure/structure.h"
#include "correct/structure/table_columns.h"
#include "correct/structure/typist_marks.h"
#include "layout/page_layout.h"
#include "pipeline/typography_notes.h"

namespace emend::pipeline {

namespace {

void tell_orphans(const std::vector<correct::OrphanedNote>& orphans, const std::string& where, const std::string& hint,
                  Problems& problems) {
  for (const correct::OrphanedNote& orphan : orphans)
    problems.push_back({Severity::kNote,
                        {ErrorKind::kUnreadable, "",
                         orphan.is_mark ? "the footnote mark [" + orphan.label + "] has no note" + where
                                        : "the note [" + orphan.label + "] has no mark" + where,
                         hint},
                        orphan.page});
}

// Of a text that is no scan: the marks and notes that the rules restored are asked.
void tell_orphans_of_text(std::string_view text, Problems& problems) {
  const correct::TextNotes found = correct::find_text_notes(text);
  if (!found.notes.empty() || found.marks.empty())
    return tell_orphans(correct::orphaned_notes(text, found), "", "look for a lost line, or a mark that was misread",
                        problems);
  const std::size_t count = found.marks.size();
  problems.push_back({Severity::kNote,
                      {ErrorKind::kUnreadable, "",
                       fmt::format("{} and no notes", count == 1 ? "there is 1 footnote mark"
                                                                 : fmt::format("there are {} footnote marks", count)),
                       "the notes may be in another file"},
                      0});
}

// What the layout of the pages asks for; where two of its edits meet, the arbiter chooses.
std::vector<edit::Edit> structure_of(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                                     const Settings& settings, const Workshop& workshop, const Neighbours& neighbours,
                                     Problems& problems) {
  correct::StructureEdits found = correct::structure_edits(document, pages, neighbours.series, neighbours.first);
  tell_orphans(found.orphans, " on its page", "look at the page in report.html", problems);
  for (edit::Edit& words : correct::between_line_edits(document, settings.rendering.marks))
    found.edits.push_back(std::move(words));
  return correct::arbitrate(workshop.wanted(std::move(found.edits)));
}

// All that follows from the structure. `pages` are looked at again for the tables of a scan only.
Correction correct_with_structure(const document::Document& document, const std::vector<edit::Edit>& structure,
                                  const std::vector<layout::PageLayout>& pages, const lexicon::Lexicon& lexicon,
                                  const correct::RecordedDecisions& decisions, const Settings& settings,
                                  const Workshop& workshop, Problems problems) {
  Correction correction;
  correction.problems = std::move(problems);

  // Rules, the decoder of words and the mark layer look at the raw text and propose; where proposals meet, the arbiter
  // chooses.
  const bool is_text = document.kind == document::SourceKind::kText;
  auto edits =
      correct::propose_edits(document, workshop.rules(), lexicon, workshop.word_repair(), workshop.mark_repair(),
                             {.rendering = settings.rendering,
                              .keeps_line_ends = is_text && !settings.joins_hyphens,
                              .structure = &structure,
                              .tells_underlines = settings.rendering.marks == correct::TypistMarks::kMarkdown &&
                                                  workshop.wants(correct::kUnderlinedWordsId),
                              .tables_of = workshop.wants(correct::kTableColumnId) ? &pages : nullptr,
                              .style = settings.style});
  // From here edits are sorted and do not overlap.

  if (settings.sic != correct::Sic::kOff) correct::leave_typists_errors(document, edits);

  // What a person decided holds; for the rest the user's thresholds do.
  correction.edits = correct::decide(document.raw.text(), std::move(edits), decisions, settings.policy);

  // What is in doubt is marked, where that is asked for.
  if (settings.sic == correct::Sic::kMark)
    correction.edits = correct::mark_typists_errors(document, std::move(correction.edits), decisions);
  correction.edits = correct::mark_doubt(document, std::move(correction.edits), decisions, settings.doubt);

  // The difference between raw and clean text is exactly the accepted edits.
  correction.clean = edit::apply(document.raw.text(), correction.edits);

  // Of a scan the pages have told which marks and notes are orphaned.
  if (is_text) tell_orphans_of_text(correction.clean.text, correction.problems);

  // What the rules made follow is no longer mixed, so it is the clean text that is looked at.
  for (Problem& note : typography_notes(correction.clean.text, lexicon)) correction.problems.push_back(std::move(note));
  return correction;
}

}  // namespace

Correction correct_document(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                            const lexicon::Lexicon& lexicon, const correct::RecordedDecisions& decisions,
                            const Settings& settings, const Workshop& workshop, const Neighbours& neighbours) {
  // The pages as they lie on the paper: what is no part of the text, and where paragraphs and notes are.
  Problems problems;
  const std::vector<edit::Edit> structure = structure_of(document, pages, settings, workshop, neighbours, problems);
  return correct_with_structure(document, structure, pages, lexicon, decisions, settings, workshop,
                                std::move(problems));
}

Correction correct_alone(const document::Document& document, const lexicon::Lexicon& lexicon, const Settings& settings,
                         const Workshop& workshop) {
  std::vector<layout::PageLayout> pages = layout::page_layouts(document);
  Problems problems;
  const std::vector<edit::Edit> structure =
      structure_of(document, pages, settings, workshop, without_others(pages, document.source_path), problems);
  // From here nobody asks for the lines of a text, which take more room than the text.
  if (document.kind == document::SourceKind::kText) pages = {};
  return correct_with_structure(document, structure, pages, lexicon, {}, settings, workshop, std::move(problems));
}

}  // namespace emend::pipeline
