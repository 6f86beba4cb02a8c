// emend train calibration: how much to believe the decoder, from pairs of recognised and true texts.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/train_pairs.h"
#include "train/calibration/train_calibration.h"

namespace emend::cli {

class TrainCalibration {
 public:
  // Adds the subcommand to `train`.
  void declare(Parser& train);
  bool is_chosen() const { return parser_->parsed(); }
  ExitCode run(Console& console);

 private:
  Parser* parser_ = nullptr;
  TrainPairs pairs_;
  train::CalibrationOptions options_;
  std::string output_;
  std::string models_folder_;
};

}  // namespace emend::cli
