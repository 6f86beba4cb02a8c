// Holds files to the published schemas with a real validator (python3-jsonschema).
#pragma once

#include <string>

namespace emend::store {

// Validates every line by docs/formats/<schema>. The exit status: 0 good, 1 a line is refused, 2 it could not run.
// `name` tells the temporary files of one test from another's.
int validate(const std::string& schema, const std::string& lines, const std::string& name);

}  // namespace emend::store
