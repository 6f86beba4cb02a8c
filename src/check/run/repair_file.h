// A file repaired, or shown as it would be.
#pragma once

#include <string>

#include "check/run/file_work.h"
#include "check/run/untold.h"

namespace emend::check {

enum class Repair {
  kNone,
  kShow,   // as a difference
  kWrite,  // into the file
};

// Whether any of the findings, those that are not told left out, would be applied.
bool has_something_to_apply(const FileWork& work, Findings findings, const Untold& untold);

// Writes the repaired file in one step, its mode, encoding and line ends kept, and leaves in `findings` what the new
// text still has; or sets the report's diff and leaves `findings` alone. What goes wrong is in the report.
void repair_file(FileWork& work, Repair repair, const std::string& standard_input, const Untold& untold,
                 Findings& findings);

}  // namespace emend::check
