#include "train/synth/damage.h"
#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {

// Blur stands for ink that creeps along fibres; grain moves the edge to and fro; the soft threshold makes ink of it
// again. A threshold below a half moves every edge outwards, so counters close before strokes do.
void spread_ink(Plane& ink, const SpreadFigures& figures, int resolution_dpi, std::uint64_t seed) {
  blur(ink, px_of_mil(figures.blur_mil, resolution_dpi));
  const SmoothNoise grain(Random(seed).stream("ink grain").seed(), px_of_mil(figures.grain_mil, resolution_dpi));
  const auto strength = static_cast<float>(figures.grain);
  const auto low = static_cast<float>(figures.threshold - figures.softness);
  const auto high = static_cast<float>(figures.threshold + figures.softness);
  // Paper without ink stays bare, however low the threshold.
  constexpr float kTrace = 0.02F;

  std::vector<float> grain_row(static_cast<std::size_t>(ink.width_px()));
  for (int y = 0; y < ink.height_px(); ++y) {
    grain.row(y, grain_row);
    float* row = ink.row(y);
    for (int x = 0; x < ink.width_px(); ++x) {
      if (row[x] < kTrace) {
        row[x] = 0;
        continue;
      }
      const float fade_in = smooth_step(kTrace, 5 * kTrace, row[x]);
      row[x] = fade_in * smooth_step(low, high, row[x] + strength * grain_row[static_cast<std::size_t>(x)]);
    }
  }
}

void print_ink(Plane& page, const Plane& ink, double density) {
  const auto share = static_cast<float>(density);
  for (int y = 0; y < page.height_px(); ++y) {
    float* light = page.row(y);
    const float* amount = ink.row(y);
    for (int x = 0; x < page.width_px(); ++x) light[x] *= 1 - share * amount[x];
  }
}

}  // namespace emend::train
