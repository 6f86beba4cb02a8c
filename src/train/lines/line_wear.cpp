#include "train/lines/line_wear.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace emend::train {
namespace {

// The smallest cell that people still scan, in pixels: pica at 100 dpi.
constexpr double kSmallestPitchPx = 10;
// Engines bring a line to 36 pixels; larger cells than this, pica at 350 dpi, only cost time.
constexpr double kLargestPitchPx = 35;

struct Light {
  float ink = 0;
  float paper = 1;
};

// The darkest and the lightest twentieth say what ink and paper are.
Light light_of_strip(const Plane& strip) {
  std::vector<float> values;
  for (int y = 0; y < strip.height_px(); ++y)
    values.insert(values.end(), strip.row(y), strip.row(y) + strip.width_px());
  const auto at = [&](double share) {
    const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + index, values.end());
    return values[static_cast<std::size_t>(index)];
  };
  return {at(0.03), at(0.8)};
}

void sharpen(Plane& strip, double share, double sigma_px) {
  Plane soft = strip;
  blur(soft, sigma_px);
  for (int y = 0; y < strip.height_px(); ++y)
    for (int x = 0; x < strip.width_px(); ++x)
      strip.row(y)[x] += static_cast<float>(share) * (strip.row(y)[x] - soft.row(y)[x]);
}

void draw_margins(LineWear& wear, Random& random) {
  wear.above_pitches = random.between(1.05, 1.4);
  wear.below_pitches = random.between(0.3, 0.6);
}

double scale_to(double pitch_px, double wanted_px) { return std::clamp(wanted_px / pitch_px, 0.2, 2.0); }

}  // namespace

LineWear mild_line_wear(Random& random) {
  LineWear wear;
  draw_margins(wear, random);
  wear.tilt = random.normal() * 0.001;
  return wear;
}

LineWear drawn_line_wear(double pitch_px, Random& random) {
  LineWear wear = mild_line_wear(random);
  const double largest_px = std::min(pitch_px * 1.3, kLargestPitchPx);
  wear.scale = scale_to(pitch_px, random.between(std::min(kSmallestPitchPx, largest_px), largest_px));
  wear.tilt = random.normal() * 0.0025;
  if (random.happens(0.5)) wear.blur_pitches = random.between(0.01, 0.07);
  if (random.happens(0.25)) wear.sharpening = random.between(0.5, 2.5);
  if (random.happens(0.5)) wear.contrast = random.between(0.45, 1.4);
  if (random.happens(0.5)) wear.gamma = std::exp(random.normal() * 0.3);
  if (random.happens(0.4)) wear.noise = random.between(0.005, 0.04);
  if (random.happens(0.08)) wear.pepper = random.between(0.001, 0.015);
  wear.is_binarised = random.happens(0.25);
  wear.threshold = random.between(0.4, 0.72);
  return wear;
}

void wear_line(Plane& strip, const LineWear& wear, double pitch_px, Random& random) {
  blur(strip, wear.blur_pitches * pitch_px);
  if (wear.sharpening > 0) sharpen(strip, wear.sharpening, 0.1 * pitch_px);
  const Light light = light_of_strip(strip);
  const auto contrast = static_cast<float>(wear.contrast);
  const auto gamma = static_cast<float>(wear.gamma);
  const auto noise = static_cast<float>(wear.noise);
  const float threshold = light.ink + (light.paper - light.ink) * static_cast<float>(wear.threshold);
  for (int y = 0; y < strip.height_px(); ++y)
    for (int x = 0; x < strip.width_px(); ++x) {
      float& value = strip.row(y)[x];
      value = light.paper + (value - light.paper) * contrast;
      value = std::pow(std::clamp(value, 0.0F, 1.0F), gamma);
      if (noise > 0) value += noise * static_cast<float>(random.normal());
      // A threshold moves with contrast and gamma, as that of a program does which looks at the page first.
      if (wear.is_binarised) {
        const float moved = std::pow(std::clamp(light.paper + (threshold - light.paper) * contrast, 0.0F, 1.0F), gamma);
        value = value < moved ? 0.0F : 1.0F;
      }
      if (wear.pepper > 0 && random.happens(2 * wear.pepper)) value = random.happens(0.5) ? 0.0F : 1.0F;
      value = std::clamp(value, 0.0F, 1.0F);
    }
}

}  // namespace emend::train
