// The story of one document, from the input to the files that account for every change.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/input.h"
#include "pipeline/load_document.h"
#include "pipeline/neighbours.h"
#include "pipeline/outcome.h"
#include "pipeline/run_control.h"
#include "pipeline/run_record.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

// A document whose raw text is there, and nothing is decided yet.
struct BegunDocument {
  RunRecord record;
  Loaded loaded;
  std::vector<layout::PageLayout> pages;  // as they lie on the paper
};

// The first half: reads the input. Nothing where the folder holds its result already and unchanged; `series` is the
// fingerprint of the files that are corrected together with it, and empty where it is by itself.
// Errors: those of the input (kMissing, kUnreadable, kTooLarge), kUnwritable, kInterrupted.
Result<std::optional<BegunDocument>> begin_document(const Input& input, const std::filesystem::path& folder,
                                                    const Settings& settings, Workshop& workshop,
                                                    const RunControl& control, const std::string& series);

// The second half: corrects the document and writes its files. Nothing appears in the folder before everything is
// done; decisions.jsonl of an earlier review is kept and followed. Errors: kUnwritable, kUnreadable (decisions).
Result<Outcome> finish_document(BegunDocument begun, const Input& input, const std::filesystem::path& folder,
                                const Settings& settings, const Workshop& workshop, const RunControl& control,
                                const Neighbours& neighbours);

// What the folder of a finished document says of the run that made it; follows what people have decided since.
Result<Outcome> finished_document(const std::filesystem::path& folder, const Workshop& workshop,
                                  const RunControl& control, const std::string& name);

// Restores one input by itself into `folder`: both halves. Errors: theirs.
Result<Outcome> process_document(const Input& input, const std::filesystem::path& folder, const Settings& settings,
                                 Workshop& workshop, const RunControl& control);

}  // namespace emend::pipeline
