// Prose with the faults of recognised text, made from a seed. For tests that need much text that nobody tuned for.
#pragma once

#include <cstdint>
#include <string>

namespace emend::support {

// Some four hundred words of invented prose, in lines, with names, dates and figures.
std::string clean_prose();

// The same with about `rate` of its characters misread, lost or torn apart, 0 to 1; the seed decides which.
std::string noisy_prose(std::uint32_t seed, double rate);

}  // namespace emend::support
