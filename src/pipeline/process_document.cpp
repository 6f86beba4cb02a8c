#include "pipeline/process_document.h"

#include "pipeline/correct_document.h"
#include "pipeline/decide_again.h"
#include "pipeline/load_document.h"
#include "pipeline/run_record.h"
#include "pipeline/typography_notes.h"
#include "pipeline/write_result.h"
#include "store/decision_file.h"

namespace emend::pipeline {
namespace {

// What went wrong in the run that did it is told again: a page that failed then is still missing.
Outcome skipped(const std::filesystem::path& folder) {
  Outcome outcome;
  outcome.was_skipped = true;
  if (const auto last = read_run_record(folder)) outcome.problems = last->problems;
  return outcome;
}

}  // namespace

Result<Outcome> process_document(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                                 Workshop& workshop, const RunControl& control) {
  // What is done already and unchanged is left alone; another input's results are never overwritten.
  const auto models = workshop.models_fingerprint();
  if (!models) return fail(models.error());
  const auto record = record_of(input, folder, settings, *models);
  if (!record) return fail(record.error());
  const auto last = compare_with_last_run(*record, folder, workshop.output_names());
  if (!last) return fail(last.error());
  if (*last == LastRun::kSame) return skipped(folder);

  // Where only people have decided more since, nothing need be read again.
  if (*last == LastRun::kOtherDecisions) {
    control.progress.expect(1);
    auto outcome = decide_again(folder, workshop.writers(), workshop.rules());
    control.progress.advance(input.path.filename().string());
    return outcome;
  }

  // A scan's pages are loaded, cleaned and read (read_scan.cpp), and the best readings make the raw text; a text is
  // taken as it is given.
  auto loaded = load_document(input, settings, workshop, control);
  if (!loaded) return fail(loaded.error());
  document::Document& document = loaded->document;
  document.name = input.path.filename().string();
  document.source_path = input.path.string();
  document.source_hash = record->source_hash;
  // From here the raw text is fixed; a span is a range of its bytes.

  // Dictionaries, the user's word lists, and what the document itself repeats.
  const auto lexicon = workshop.lexicon_for(document, input.path);
  if (!lexicon) return fail(lexicon.error());

  // What people decided in an earlier review.
  const auto decisions = store::read_decisions(folder / kDecisionsName);
  if (!decisions) return fail(decisions.error());

  // Propose, arbitrate, decide, apply (correct_document.cpp).
  const Correction correction = [&] {
    const StageTimer timer(control.timings, "correct");
    return correct_document(document, **lexicon, *decisions, settings, workshop);
  }();
  for (Problem& note : typography_notes(correction.clean.text, **lexicon)) loaded->problems.push_back(std::move(note));
  // From here raw text, edits and decisions say everything; all files are views of them.

  // Report: the files appear together, and the record of the run last.
  const StageTimer timer(control.timings, "report");
  const Status written = write_result(folder, *loaded, correction, workshop.writers(), workshop.rules(), *record);
  if (!written) return fail(written.error());
  return outcome_of(correction.edits, std::move(loaded->problems));
}

}  // namespace emend::pipeline
