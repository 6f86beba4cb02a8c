#include "train/synth/machine.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/unicode.h"
#include "train/synth/plane.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

// Ink falls off towards one side of the letter by `tilt_x` and `tilt_y` of its amount.
void tilt_ink(Glyph& glyph, double tilt_x, double tilt_y) {
  for (int y = 0; y < glyph.height_px; ++y)
    for (int x = 0; x < glyph.width_px; ++x) {
      const double loss = tilt_x * (static_cast<double>(x) / glyph.width_px - 0.5) +
                          tilt_y * (static_cast<double>(y) / glyph.height_px - 0.5) +
                          0.5 * (std::abs(tilt_x) + std::abs(tilt_y));
      float& ink = glyph.ink[static_cast<std::size_t>(y * glyph.width_px + x)];
      ink *= static_cast<float>(std::clamp(1 - loss, 0.0, 1.0));
    }
}

// A round piece is gone from somewhere along the edge of the letter.
void chip(Glyph& glyph, Random& random, int resolution_dpi) {
  const double radius = px_of_mil(random.between(4, 9), resolution_dpi);
  const double at_x = random.unit() * glyph.width_px;
  const double at_y = (random.happens(0.5) ? random.between(0, 0.25) : random.between(0.75, 1)) * glyph.height_px;
  for (int y = 0; y < glyph.height_px; ++y)
    for (int x = 0; x < glyph.width_px; ++x) {
      const double distance = std::hypot(x - at_x, y - at_y);
      glyph.ink[static_cast<std::size_t>(y * glyph.width_px + x)] *=
          smooth_step(0.7F, 1.2F, static_cast<float>(distance / std::max(radius, 0.5)));
    }
}

}  // namespace

Result<KeyImpressions> key_impressions(const Typeface& typeface, const std::u32string& characters,
                                       std::uint64_t machine_seed, const MachineFigures& figures, int resolution_dpi) {
  const Random machine = Random(machine_seed).stream("machine");
  Random basket = machine.stream("capitals");
  const double capitals_mil = basket.normal() * figures.capitals_mil;

  KeyImpressions impressions;
  for (const char32_t character : characters) {
    if (impressions.contains(character)) continue;
    Random key = machine.stream(static_cast<std::uint64_t>(character));
    KeyImpression impression;
    impression.dx_px = px_of_mil(key.normal() * figures.offset_mil, resolution_dpi);
    const double shift_mil = text::is_upper(character) ? capitals_mil : 0;
    impression.dy_px = px_of_mil(key.normal() * figures.offset_mil + shift_mil, resolution_dpi);
    impression.density = std::clamp(1 - std::abs(key.normal()) * figures.density, 0.3, 1.0);
    const GlyphShape shape{key.normal() * figures.rotation_degrees, key.normal() * figures.weight_mil};
    auto glyph = typeface.glyph(character, shape);
    if (!glyph) return fail(glyph.error());
    impression.glyph = std::move(*glyph);
    // Most keys are nearly clean, a few are choked.
    const double dirt = key.unit();
    clog_counters(impression.glyph, dirt * dirt * figures.clogging);
    tilt_ink(impression.glyph, key.normal() * figures.tilt, key.normal() * figures.tilt);
    if (key.happens(figures.chipped)) chip(impression.glyph, key, resolution_dpi);
    impressions.emplace(character, std::move(impression));
  }
  return impressions;
}

}  // namespace emend::train
