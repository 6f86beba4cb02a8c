// Sentences of our own, as they are meant and as a simulated engine reads them.
#pragma once

#include <cstddef>
#include <string>

namespace emend::train {

// A paragraph, another one for each number.
std::string meant_paragraph(std::size_t number);

// In which every third h is read as li, every fifth full stop is lost, and "ee" is read as "cc", e alone never.
std::string seen_paragraph(std::size_t number);

}  // namespace emend::train
