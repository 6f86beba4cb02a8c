#include <algorithm>
#include <cmath>

#include "train/synth/damage.h"
#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {
namespace {

constexpr double kPinholeMil = 4;
constexpr float kPatchEdge = 0.25F;  // in units of the noise: patches fade out rather than stop

}  // namespace

void break_strokes(Plane& ink, const BreakFigures& figures, int resolution_dpi, std::uint64_t seed) {
  if (figures.depth <= 0 && figures.pinholes <= 0) return;
  const Random random = Random(seed).stream("broken strokes");
  const SmoothNoise large(random.stream("large").seed(), px_of_mil(figures.patch_mil * 2.5, resolution_dpi));
  const SmoothNoise small(random.stream("small").seed(), px_of_mil(figures.patch_mil, resolution_dpi));
  const std::uint64_t pinhole_seed = random.stream("pinholes").seed();
  const double pinhole_px = std::max(1.0, px_of_mil(kPinholeMil, resolution_dpi));
  const auto threshold = static_cast<float>(figures.threshold);
  const auto depth = static_cast<float>(figures.depth);

  std::vector<float> large_row(static_cast<std::size_t>(ink.width_px()));
  std::vector<float> small_row(large_row.size());
  for (int y = 0; y < ink.height_px(); ++y) {
    large.row(y, large_row);
    small.row(y, small_row);
    float* row = ink.row(y);
    for (int x = 0; x < ink.width_px(); ++x) {
      if (row[x] <= 0) continue;
      const auto i = static_cast<std::size_t>(x);
      const float noise = 0.5F * large_row[i] + 0.7F * small_row[i];
      row[x] *= 1 - depth * smooth_step(threshold, threshold + kPatchEdge, noise);
      if (chance_at(pinhole_seed, static_cast<std::uint64_t>(x / pinhole_px),
                    static_cast<std::uint64_t>(y / pinhole_px)) < figures.pinholes)
        row[x] = 0;
    }
  }
}

}  // namespace emend::train
