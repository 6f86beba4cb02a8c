// An evaluation as one small page that works offline.
#pragma once

#include <string>
#include <vector>

#include "cli/eval_tables.h"

namespace emend::cli {

std::string evaluation_page(const std::string& headline, const std::vector<Table>& tables);

}  // namespace emend::cli
