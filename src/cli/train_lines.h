// emend train lines: lines of typed pages with their boxes, for training Tesseract.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/command.h"
#include "train/lines/write_lines.h"

namespace emend::cli {

class TrainLines {
 public:
  // Adds the subcommand to `train`.
  void declare(Parser& train);
  bool is_chosen() const { return parser_->parsed(); }
  ExitCode run(Console& console);

 private:
  Parser* parser_ = nullptr;
  std::vector<std::filesystem::path> pages_;
  train::LineOptions options_;
};

}  // namespace emend::cli
