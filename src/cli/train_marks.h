// emend train marks: which marks stand between which words, and how recognition confuses them.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "train/marks/train_marks.h"

namespace emend::cli {

class TrainMarks {
 public:
  // Adds the subcommand to `train`.
  void declare(Parser& train);
  bool is_chosen() const { return parser_->parsed(); }
  ExitCode run(Console& console);

 private:
  Parser* parser_ = nullptr;
  std::vector<std::string> texts_;
  std::string folder_;
  train::MarksOptions options_;
};

}  // namespace emend::cli
