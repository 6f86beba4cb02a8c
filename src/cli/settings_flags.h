// The flags that several commands share, with one meaning everywhere.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/command_line.h"
#include "pipeline/settings.h"

namespace emend::cli {

class SettingsFlags {
 public:
  // -l/--lang, --words, --select, --ignore, --unsafe-fixes, --min-confidence, --typography, --marks, --isolated
  void declare_for_text(Parser& parser);
  // Those, and --pages, --dpi, --tessdata-dir
  void declare_for_scans(Parser& parser);

  // Error: kUsage.
  Result<pipeline::Settings> settings() const;

 private:
  pipeline::Settings settings_;
  std::string pages_;
  std::vector<std::string> select_;
  std::vector<std::string> ignore_;
  std::vector<std::string> words_;
  bool is_isolated_ = false;
};

}  // namespace emend::cli
