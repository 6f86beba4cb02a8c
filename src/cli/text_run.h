// One text through the rules, for the commands that write no folder: fix and check.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pipeline/correct_document.h"
#include "pipeline/load_document.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::cli {

struct CorrectedText {
  pipeline::Loaded loaded;
  pipeline::Correction correction;
};

// `path` is the file, or "-" for standard input. Errors: those of reading and decoding.
Result<CorrectedText> correct_file(const std::string& path, const pipeline::Settings& settings,
                                   const pipeline::Workshop& workshop);

}  // namespace emend::cli
