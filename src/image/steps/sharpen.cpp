// Sharpen: takes back the blur of a lens out of focus, a soft copy or a coarse compression.
//
// Method: an unsharp mask as wide as the letters' edges: what differs from the smoothed page is added to it.
#include <fmt/format.h>

#include <algorithm>

#include "image/damage.h"
#include "image/encode.h"
#include "image/opencv_view.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"blur_share", 0.2}};

constexpr StepInfo kInfo{"sharpen",
                         "Takes back blur with an unsharp mask as wide as the letters' edges.",
                         "The counters of blurred letters run together, and c, e and o look alike.",
                         kTriedWhere,
                         false,
                         true};

// From paper to ink, in heights of small letters. Clear pages have 0.05 to 0.15.
constexpr double kBlurredShare = 0.22;
// Where there is hardly any ink, an edge is only grain.
constexpr double kLeastContrast = 0.15;
constexpr double kFewestLetters = 60;
// Grain would be sharpened with the letters.
constexpr double kMostSpecks = 0.002;
// The Gaussian that makes such an edge, and how much of the difference is added.
constexpr double kSigmaOfEdge = 0.4;
constexpr double kAmount = 1.5;

class Sharpen : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const document::Damage damage = measure_damage(input);
    const auto figure = [&](const char* name) {
      const auto found = damage.page.find(name);
      return found == damage.page.end() ? 0 : found->second;
    };
    const double blur = figure("blur_share"), edge_px = figure("edge_width_px");
    Figures figures{{"blur_share", blur}, {"edge_width_px", edge_px}, {"speck_share", figure("speck_share")}};
    if (figure("letters") < kFewestLetters || figure("contrast_share") < kLeastContrast)
      return left_alone(input, 0, "there are too few letters whose edges could be measured", std::move(figures));
    const double confidence = std::clamp(2 * blur / kBlurredShare - 1, 0.0, 1.0);
    if (blur < kBlurredShare) return left_alone(input, 1 - confidence / 2, "the letters are sharp", std::move(figures));
    if (figure("speck_share") > kMostSpecks)
      return left_alone(input, 0, "it would sharpen the grain, too", std::move(figures));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    cv::Mat soft, sharp;
    cv::GaussianBlur(grey, soft, cv::Size(), kSigmaOfEdge * edge_px, 0, cv::BORDER_REPLICATE);
    cv::addWeighted(grey, 1 + kAmount, soft, -kAmount, 0, sharp);
    return changed(to_picture(sharp, input.resolution_dpi()), {}, confidence,
                   fmt::format("sharpened letters whose edges were {:.1f} pixels wide", edge_px), std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_sharpen() { return std::make_unique<Sharpen>(); }

}  // namespace emend::image
