// The flags of `emend train confusions` and `emend train calibration` that name pairs of recognised and true texts.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "train/text_pair.h"

namespace emend::cli {

class TrainPairs {
 public:
  // Binds them to this object, which must outlive the parsing.
  void declare(Parser& parser);

  // TRUTH TEXT again and again, folders that hold both, or the two folders of the flags. Truths without a text become
  // problems. Errors: kUsage, kMissing.
  Result<std::vector<train::TextPair>> pairs(std::vector<Error>& problems) const;

 private:
  std::vector<std::string> arguments_;
  std::string truth_;
  std::string text_;
};

}  // namespace emend::cli
