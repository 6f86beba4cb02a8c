// Builds the three tables of the mark layer: what `emend train marks` does.
//
// The same texts and options give the same bytes; one thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "lexicon/lexicon.h"
#include "train/marks/context_trainer.h"

namespace emend::train {

struct MarksOptions {
  // Collections as in prose.h, plain or xz. Without any the table that lies in the output folder is taken.
  std::vector<std::filesystem::path> texts;
  // Recognised texts and their truths: "OCR:TRUTH". Without any only the table of contexts is made.
  std::vector<std::string> pairs;
  MarkContextOptions context;
  std::string context_origin;  // remarks of the table of contexts
  std::string pairs_origin;    // remarks of the other two files
};

struct MarksSummary {
  std::size_t documents = 0;
  std::size_t places = 0;
  double held_out = 0;  // see TrainedMarkContext
  double held_out_shares = 0;
  std::size_t pairs = 0;
  std::size_t examples = 0;  // changes that the calibration was fitted on
  std::size_t right = 0;     // of them
};

// Writes correct::kMarkContextName, kMarkChannelName and kMarkCalibrationName into `folder`, which exists.
// Errors: kUsage, kMissing, kUnreadable, kTooLarge, kUnwritable.
Result<MarksSummary> train_marks(const MarksOptions& options, const lexicon::Lexicon& lexicon,
                                 const std::filesystem::path& folder, Progress& progress);

}  // namespace emend::train
