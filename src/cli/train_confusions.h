// emend train confusions: a table of what characters are read as, from pairs of recognised and true texts.
#pragma once

#include <string>

#include "cli/command.h"
#include "cli/train_pairs.h"
#include "train/confusions/train_confusions.h"

namespace emend::cli {

class TrainConfusions {
 public:
  // Adds the subcommand to `train`.
  void declare(Parser& train);
  bool is_chosen() const { return parser_->parsed(); }
  ExitCode run(Console& console);

 private:
  Parser* parser_ = nullptr;
  TrainPairs pairs_;
  train::ConfusionsOptions options_;
  std::string output_;
  std::string measured_;
};

}  // namespace emend::cli
