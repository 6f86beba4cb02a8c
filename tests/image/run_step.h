// Runs one step by its id, and compares pictures. For the tests of steps.
#pragma once

#include <string_view>

#include "image/step.h"

namespace emend::image::testing {

StepResult run(std::string_view id, const Picture& page);

// The mean difference of two pictures' levels, over what both have when `b` lies `down` pixels lower in `a`.
double distance(const Picture& a, const Picture& b, int down = 0);

}  // namespace emend::image::testing
