#include "pipeline/process_document.h"

#include "base/file.h"
#include "pipeline/correct_document.h"
#include "pipeline/decide_again.h"
#include "pipeline/load_document.h"
#include "pipeline/paper.h"
#include "pipeline/run_record.h"
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

// With the lines where they lie on the paper.
BegunDocument begun(RunRecord record, Loaded loaded, const RunControl& control) {
  const StageTimer timer(control.timings, "layout");
  std::vector<layout::PageLayout> pages = paper_layouts(loaded);
  return {std::move(record), std::move(loaded), std::move(pages)};
}

}  // namespace

Result<std::optional<BegunDocument>> begin_document(const Input& input, const std::filesystem::path& folder,
                                                    const Settings& settings, Workshop& workshop,
                                                    const RunControl& control, const std::string& series) {
  // What is done already and unchanged is left alone; another input's results are never overwritten.
  const auto models = workshop.models_fingerprint();
  if (!models) return fail(models.error());
  auto record = record_of(input, folder, settings, *models, series);
  if (!record) return fail(record.error());
  const auto last = compare_with_last_run(*record, folder, workshop.output_names());
  if (!last) return fail(last.error());
  if (*last == LastRun::kSame || *last == LastRun::kOtherDecisions) return std::optional<BegunDocument>();

  // Where only its neighbours are others, what was read is read no second time.
  if (*last == LastRun::kOtherNeighbours)
    if (auto stored = load_result(folder)) {
      control.progress.expect(1);
      control.progress.advance(input.path.filename().string());
      return begun(std::move(*record), std::move(stored->loaded), control);
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
  return begun(std::move(*record), std::move(*loaded), control);
}

Result<Outcome> finish_document(BegunDocument begun, const Input& input, const std::filesystem::path& folder,
                                const Settings& settings, const Workshop& workshop, const RunControl& control,
                                const Neighbours& neighbours) {
  const document::Document& document = begun.loaded.document;

  // Dictionaries, the user's word lists, and what the document itself repeats.
  const auto lexicon = workshop.lexicon_for(document, input.path);
  if (!lexicon) return fail(lexicon.error());

  // What people decided in an earlier review.
  const auto decisions = store::read_decisions(folder / kDecisionsName);
  if (!decisions) return fail(decisions.error());

  // Propose, arbitrate, decide, apply (correct_document.cpp).
  const Correction correction = [&] {
    const StageTimer timer(control.timings, "correct");
    return correct_document(document, begun.pages, **lexicon, *decisions, settings, workshop, neighbours);
  }();
  for (const Problem& problem : correction.problems) begun.loaded.problems.push_back(problem);
  // From here raw text, edits and decisions say everything; all files are views of them.

  // Report: the files appear together, and the record of the run last.
  const StageTimer timer(control.timings, "report");
  const Status written =
      write_result(folder, begun.loaded, correction, workshop.writers(), workshop.rules(), begun.record);
  if (!written) return fail(written.error());
  return outcome_of(correction.edits, std::move(begun.loaded.problems));
}

Result<Outcome> finished_document(const std::filesystem::path& folder, const Workshop& workshop,
                                  const RunControl& control, const std::string& name) {
  // Where only people have decided more since, nothing need be read again.
  const auto last = read_run_record(folder);
  const auto decisions = decisions_fingerprint(folder);
  if (last && last->decisions == decisions) return skipped(folder);
  control.progress.expect(1);
  auto outcome = decide_again(folder, workshop.writers(), workshop.rules());
  control.progress.advance(name);
  return outcome;
}

Result<Outcome> process_document(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                                 Workshop& workshop, const RunControl& control) {
  auto begun = begin_document(input, folder, settings, workshop, control, {});
  if (!begun) return fail(begun.error());
  if (!*begun) return finished_document(folder, workshop, control, input.path.filename().string());
  const Neighbours neighbours = without_others((*begun)->pages, input.path);
  return finish_document(std::move(**begun), input, folder, settings, workshop, control, neighbours);
}

}  // namespace emend::pipeline
