// Faint ink: where even the darkest ink of a page is light, makes it dark.
//
// Method: the range from ink to paper (paper_light.h), place by place, is stretched to that from black to white.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/paper_light.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// The darkest ink of a page that is found to be faint leaves this much of the paper's light.
constexpr Condition kTriedWhere[] = {{.figure = "contrast_share", .most = 0.5}};

constexpr StepInfo kInfo{"faint-ink", "Makes the ink of a faint page dark.",
                         "Engines pass over the letters of worn ribbons, pencils and the last of many carbon copies.",
                         kTriedWhere};

constexpr double kLeastPaperArea = 0.6;
// The light of the darkest hundredth of the page, as a share of the paper's: black type has 0.2 to 0.5.
constexpr double kFaintInkShare = 0.72;
// Lighter than this, nothing is written.
constexpr double kNoInkShare = 0.93;
// What is a little darker than the darkest hundredth becomes black.
constexpr double kBlackest = 0.9;

class FaintInk : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const PaperLight paper = measure_paper_light(grey);
    Figures figures{{"ink_share", paper.ink_share}, {"paper_area_share", paper.area_share}};
    if (paper.area_share < kLeastPaperArea)
      return left_alone(input, 0, "too little of the page is paper", std::move(figures));
    if (paper.ink_share > kNoInkShare) return left_alone(input, 0, "nothing is written on it", std::move(figures));
    const double need = paper.ink_share / kFaintInkShare;
    const double confidence = std::clamp(std::abs(need - 1) * 2, 0.0, 1.0);
    if (need < 1) return left_alone(input, confidence, "the ink is dark", std::move(figures));
    return changed(
        to_picture(on_even_paper(grey, paper, paper.ink_share * kBlackest), input.resolution_dpi()), {}, confidence,
        fmt::format("darkened the ink: the darkest had {:.0f} % of the paper's light", paper.ink_share * 100),
        std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_faint_ink() { return std::make_unique<FaintInk>(); }

}  // namespace emend::image
