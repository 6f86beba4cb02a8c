// Resolution: measures how large the letters are, and enlarges grey pages whose letters are too small to read well.
//
// Measured with Tesseract 5.3 on typed pages: letters of 9 pixels are read with fewer errors when the page is enlarged
// to letters of 30; letters of 18 and more gain nothing. Pages of black and white only lose by it at any size (a third
// of the words and more), since smooth edges cannot be made from hard ones.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/letters.h"
#include "image/scan_source.h"
#include "image/steps/step_makers.h"

namespace emend::image {
namespace {

// Small letters, and letters that would be too small to be read at the resolution that the file tells.
constexpr Condition kTriedWhere[] = {{.figure = "x_height_px", .most = 15}, {.figure = "x_height_mm", .most = 0.85}};

constexpr StepInfo kInfo{
    "resolution", "Measures the height of the letters, and enlarges a page on which they are small.",
    "Coarse scans have letters of ten pixels; engines find and read them better when they are enlarged smoothly.",
    kTriedWhere};

constexpr double kSmallXHeightPx = 14;
constexpr double kWantedXHeightPx = 30;
// Enlarging more than this only spreads the same few pixels.
constexpr double kLargestFactor = 4;
constexpr double kSureEnough = 0.5;
// The share of middle tones in all that is no paper, above which a page is grey. Real pages of black and white have
// under 0.35, those of grey over 0.75.
constexpr double kGreyShare = 0.55;
constexpr int kInkLevel = 64;     // of 255; darker is ink
constexpr int kPaperLevel = 192;  // of 255; lighter is paper
// Small letters of typewriters and of books are about 2 mm high: x-height times this is dots per inch. In 1 / inch.
constexpr double kXHeightsPerInch = 12.5;
int measured_dpi(double x_height_px) {
  // To tens, since type sizes differ by more.
  return static_cast<int>(std::lround(x_height_px * kXHeightsPerInch / 10)) * 10;
}

// What programs write when they do not know better.
bool is_default_dpi(int dpi) { return dpi == 0 || dpi == 72 || dpi == 96; }

// Whether the file's resolution would make the letters so small that nobody could have read them: x-heights under
// 0.8 mm, where those of footnotes have 0.9 at least. Programs that wrap scans in PDF write 300 whatever the scan has.
bool is_contradicted(int dpi, double x_height_px) {
  constexpr double kLeastXHeightMm = 0.8;
  constexpr double kMmPerInch = 25.4;
  return dpi > 0 && x_height_px / dpi * kMmPerInch < kLeastXHeightMm;
}

double middle_tone_share(const Picture& grey) {
  double ink = 0;
  double middle = 0;
  for (int y = 0; y < grey.height_px(); ++y) {
    const std::uint8_t* row = grey.row(y);
    for (int x = 0; x < grey.width_px(); ++x) {
      ink += row[x] < kInkLevel ? 1 : 0;
      middle += row[x] >= kInkLevel && row[x] < kPaperLevel ? 1 : 0;
    }
  }
  return ink + middle > 0 ? middle / (ink + middle) : 0;
}

// Engines do better without a resolution than with a wrong one.
StepResult without_resolution(const Picture& input, const LetterHeight& height, Figures figures) {
  return changed(input.with_resolution(0), {}, height.confidence,
                 fmt::format("{} dots per inch are not believed: small letters are {:.0f} pixels high",
                             input.resolution_dpi(), height.x_height_px),
                 std::move(figures));
}

class Resolution : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const LetterHeight height = measure_letter_height(find_letters(input));
    Figures figures{{"x_height_px", height.x_height_px}};
    if (height.confidence < kSureEnough)
      return left_alone(input, height.confidence, "the letters do not agree on a height", std::move(figures));
    figures["measured_dpi"] = measured_dpi(height.x_height_px);
    const double pixels = static_cast<double>(input.width_px()) * input.height_px();
    const double factor = std::min({kWantedXHeightPx / height.x_height_px, kLargestFactor,
                                    std::sqrt(static_cast<double>(kLargestPagePixels) / pixels) * 0.99});
    const bool is_wrong = is_contradicted(input.resolution_dpi(), height.x_height_px);
    if (height.x_height_px >= kSmallXHeightPx || factor <= 1)
      return is_wrong ? without_resolution(input, height, std::move(figures))
                      : left_alone(input, height.confidence, "the letters are large enough", std::move(figures));
    const double greyness = middle_tone_share(to_grey(input));
    figures["middle_tone_share"] = greyness;
    if (greyness < kGreyShare)
      return is_wrong ? without_resolution(input, height, std::move(figures))
                      : left_alone(input, height.confidence, "a page of black and white gains nothing by enlarging",
                                   std::move(figures));
    const int dpi =
        is_wrong || is_default_dpi(input.resolution_dpi()) ? measured_dpi(height.x_height_px) : input.resolution_dpi();
    const Picture enlarged = scaled(input.with_resolution(dpi), factor);
    figures["factor"] = factor;
    // The factors of whole pixels, so that the right and lower edges map to edges.
    const Transform to_input = Transform::scale(static_cast<double>(input.width_px()) / enlarged.width_px(),
                                                static_cast<double>(input.height_px()) / enlarged.height_px());
    return changed(enlarged, to_input, height.confidence,
                   fmt::format("enlarged by {:.2f}: small letters were {:.0f} pixels high", factor, height.x_height_px),
                   std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_resolution() { return std::make_unique<Resolution>(); }

}  // namespace emend::image
