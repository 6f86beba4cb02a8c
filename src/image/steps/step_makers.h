// Makers of all steps, declared from the list, and the two ways in which a step ends. For steps and step.cpp only.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "image/step.h"

namespace emend::image {

#define EMEND_STEP(name) std::unique_ptr<Step> make_##name();
#include "image/step_list.def"
#undef EMEND_STEP

using Figures = std::map<std::string, double>;

// Below this side, in pixels, there is no line of text to measure.
inline constexpr int kLeastPageSidePx = 64;
bool is_too_small(const Picture& picture);

StepResult left_alone(const Picture& input, double confidence, std::string why, Figures figures = {});
StepResult changed(Picture picture, const Transform& to_input, double confidence, std::string what,
                   Figures figures = {});

}  // namespace emend::image
