// Builds a table of confusions from pairs of texts: what `emend train confusions` does.
//
// The same pairs in the same order and the same options give the same bytes, whatever the number of threads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "correct/confusion/confusion_model.h"
#include "train/confusions/edit_estimate.h"
#include "train/confusions/likelihood.h"
#include "train/text_pair.h"

namespace emend::train {

struct ConfusionsOptions {
  std::vector<TextPair> pairs;
  std::string origin;  // kept in the file for people
  EstimateOptions estimate;
  bool holds_out = false;  // also measure: each half of the documents (half_of) foretold by the other half
  std::size_t jobs = 1;
};

struct ConfusionsSummary {
  std::size_t documents = 0;
  std::size_t characters = 0;  // of truth
  double trusted_share = 0;    // of the steps of the alignment
  std::size_t confusions = 0;  // rows of the table
  std::optional<Surprise> held_out;
  std::vector<Error> problems;  // pairs that could not be read; they are left out
};

// Reads and aligns; a pair that cannot be read becomes a problem.
std::vector<correct::AlignedText> aligned_texts(const std::vector<TextPair>& pairs, std::size_t jobs,
                                                std::vector<Error>& problems, std::vector<std::string>* names,
                                                Progress& progress);

// Errors: kUsage (no pair), that of the pair if none can be read, kUnwritable.
Result<ConfusionsSummary> train_confusions(const ConfusionsOptions& options, const std::filesystem::path& output,
                                           Progress& progress);

// How well a table foretells the pairs. Errors: as above, and those of ConfusionModel::parse().
Result<ConfusionsSummary> measure_confusions(const ConfusionsOptions& options, const std::filesystem::path& table,
                                             Progress& progress);

}  // namespace emend::train
