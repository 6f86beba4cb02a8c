// The time of the day in UTC, as our files write it.
#pragma once

#include <string>

namespace emend {

// "2026-01-31T12:00:00", without the Z of its zone.
std::string utc_now();

}  // namespace emend
