#include "pipeline/process_document.h"

#include <algorithm>

#include "pipeline/correct_document.h"
#include "pipeline/load_document.h"
#include "pipeline/run_record.h"
#include "pipeline/write_result.h"
#include "store/decision_file.h"

namespace emend::pipeline {
namespace {

Outcome outcome_of(const Correction& correction, Problems problems) {
  Outcome outcome;
  for (const edit::DecidedEdit& decided : correction.edits) {
    if (decided.is_accepted()) ++outcome.applied;
    if (decided.decision.verdict == edit::Verdict::kOpen) ++outcome.open;
  }
  outcome.problems = std::move(problems);
  return outcome;
}

Outcome skipped() {
  Outcome outcome;
  outcome.was_skipped = true;
  return outcome;
}

}  // namespace

Result<Outcome> process_document(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                                 Workshop& workshop, const RunControl& control) {
  // What is done already and unchanged is left alone; another input's results are never overwritten.
  const auto record = record_of(input, folder, settings);
  if (!record) return fail(record.error());
  const auto done = is_done(*record, folder, workshop.output_names());
  if (!done) return fail(done.error());
  if (*done) return skipped();

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
  // From here raw text, edits and decisions say everything; all files are views of them.

  // Report: the files appear together, and the record of the run last.
  const StageTimer timer(control.timings, "report");
  const Status written = write_result(folder, *loaded, correction, workshop, *record);
  if (!written) return fail(written.error());
  return outcome_of(correction, std::move(loaded->problems));
}

}  // namespace emend::pipeline
