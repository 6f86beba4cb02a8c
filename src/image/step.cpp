#include "image/step.h"

#include <algorithm>
#include <utility>

#include "image/steps/step_makers.h"

namespace emend::image {

std::vector<std::unique_ptr<Step>> all_steps() {
  std::vector<std::unique_ptr<Step>> steps;
#define EMEND_STEP(name) steps.push_back(make_##name());
#include "image/step_list.def"
#undef EMEND_STEP
  return steps;
}

bool is_too_small(const Picture& picture) {
  return picture.width_px() < kLeastPageSidePx || picture.height_px() < kLeastPageSidePx;
}

StepResult left_alone(const Picture& input, double confidence, std::string why, Figures figures) {
  const auto share = static_cast<float>(std::clamp(confidence, 0.0, 1.0));
  return {input, {}, false, share, "left alone: " + std::move(why), std::move(figures), {}};
}

StepResult changed(Picture picture, const Transform& to_input, double confidence, std::string what, Figures figures) {
  const auto share = static_cast<float>(std::clamp(confidence, 0.0, 1.0));
  return {std::move(picture), to_input, true, share, std::move(what), std::move(figures), {}};
}

}  // namespace emend::image
