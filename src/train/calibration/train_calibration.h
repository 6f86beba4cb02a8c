// Fits how far the decoder's changes are to be believed: what `emend train calibration` does.
//
// Nothing is judged by what it was learned from: the documents are split in two by a hash of their names, a table of
// confusions is estimated on each half, and each half is decoded with the table of the other one. The truths are
// decoded, too, as if they had been recognised, where every change is wrong. The same pairs give the same bytes,
// whatever the number of threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "train/text_pair.h"

namespace emend::train {

struct CalibrationOptions {
  std::vector<TextPair> pairs;
  std::filesystem::path language_model;
  std::string origin;  // kept in the file for people
  std::size_t jobs = 1;
};

struct CalibrationSummary {
  std::size_t documents = 0;
  std::size_t changes = 0;  // of recognised texts
  std::size_t right_changes = 0;
  std::size_t truth_changes = 0;  // of true texts
  double log_loss = 0;            // natural logarithm, mean over all changes, of the fit itself
  std::vector<Error> problems;    // pairs that could not be read; they are left out
};

// Errors: kUsage (no pair, all documents in one half, or no change to learn from), those of the language model and the
// dictionary, that of the pair if none can be read, kUnwritable.
Result<CalibrationSummary> train_calibration(const CalibrationOptions& options, const std::filesystem::path& output,
                                             Progress& progress);

}  // namespace emend::train
