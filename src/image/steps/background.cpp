// Background: gives a page with dark or uneven paper an even white one.
//
// Method: dividing by the light of the paper (paper_light.h) makes it white everywhere and keeps how much darker the
// ink is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/paper_light.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// Wider than what the step itself acts on, since the figures come from tiles.
constexpr Condition kTriedWhere[] = {{"paper_slope_levels", 35}, {.figure = "paper_level", .most = 165}};

constexpr StepInfo kInfo{
    "background", "Gives a page with dark or uneven paper an even white one.",
    "Brown paper and shadows of the fold make engines lose whole lines; on even pages it does nothing.", kTriedWhere};

constexpr double kLeastPaperArea = 0.6;
// Of 255: the difference between light and dark paper on one page that Tesseract's page analysis stumbles over.
constexpr double kUnevenLevels = 70;
// Of 255: paper as dark as this.
constexpr double kDarkPaperLevel = 130;
// Lighter than this, nothing is written.
constexpr double kNoInkShare = 0.93;

class Background : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const PaperLight paper = measure_paper_light(grey);
    const double unevenness = paper.light_level - paper.dark_level;
    Figures figures{
        {"paper_level", paper.middle_level}, {"unevenness_levels", unevenness}, {"paper_area_share", paper.area_share}};
    if (paper.area_share < kLeastPaperArea)
      return left_alone(input, 0, "too little of the page is paper", std::move(figures));
    if (paper.ink_share > kNoInkShare) return left_alone(input, 0, "nothing is written on it", std::move(figures));
    // How far the worse of the two is beyond its limit; 1 is at the limit.
    const double need = std::max(unevenness / kUnevenLevels, kDarkPaperLevel / std::max(paper.middle_level, 1.0));
    const double confidence = std::clamp(std::abs(need - 1) * 2, 0.0, 1.0);
    if (need < 1) return left_alone(input, confidence, "the paper is even and light", std::move(figures));
    return changed(to_picture(on_even_paper(grey, paper, 0), input.resolution_dpi()), {}, confidence,
                   fmt::format("evened the paper: its light differed by {:.0f} of 255", unevenness),
                   std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_background() { return std::make_unique<Background>(); }

}  // namespace emend::image
