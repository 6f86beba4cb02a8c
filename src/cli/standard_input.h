// Standard input as a file.
#pragma once

#include <string>

#include "base/result.h"

namespace emend::cli {

// All of it, as bytes. Error: kTooLarge.
Result<std::string> read_standard_input();

}  // namespace emend::cli
