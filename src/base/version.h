// The program's version; CMake fills it in from the project's.
#pragma once

namespace emend {

inline constexpr const char* kVersion = EMEND_VERSION;

}  // namespace emend
