#include <algorithm>
#include <cmath>

#include "train/synth/damage.h"
#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {
namespace {

constexpr double kCreaseMil = 7;    // half width of the dark line
constexpr double kShadowMil = 120;  // the sheet rises towards the crease and lies in its own shadow
constexpr double kWaverMil = 400;   // a crease is straight only by and large

}  // namespace

void add_folds(Plane& page, const FoldFigures& figures, int resolution_dpi, std::uint64_t seed) {
  if (figures.most <= 0 || figures.depth <= 0) return;
  Random random = Random(seed).stream("folds");
  const int folds = random.count(0, figures.most);
  for (int fold = 0; fold < folds; ++fold) {
    const bool is_across = random.happens(0.7);
    const double length = is_across ? page.height_px() : page.width_px();
    // Letters are folded in thirds or halves.
    static constexpr double kPlaces[] = {1.0 / 3, 1.0 / 2, 2.0 / 3};
    const double place = (kPlaces[random.count(0, 2)] + random.normal() * 0.01) * length;
    const double slope = random.normal() * 0.004;
    const double depth = figures.depth * random.between(0.5, 1);
    const double side = random.happens(0.5) ? 1 : -1;
    const SmoothNoise waver(random.next(), px_of_mil(kWaverMil, resolution_dpi));
    const SmoothNoise wear(random.next(), px_of_mil(90, resolution_dpi));
    const double crease_px = std::max(0.7, px_of_mil(kCreaseMil, resolution_dpi));
    const double shadow_px = px_of_mil(kShadowMil, resolution_dpi);

    const int along = is_across ? page.width_px() : page.height_px();
    for (int a = 0; a < along; ++a) {
      const double middle = place + slope * a + static_cast<double>(waver.at(a, 0)) * crease_px * 0.6;
      // Worn creases are light where the surface broke.
      const double intact = 1 - 1.3 * static_cast<double>(smooth_step(0.0F, 0.7F, wear.at(a, 0)));
      const int first = std::max(0, static_cast<int>(middle - 2 * shadow_px));
      const int last = std::min(static_cast<int>(length) - 1, static_cast<int>(middle + 2 * shadow_px));
      for (int b = first; b <= last; ++b) {
        const double distance = b - middle;
        double loss = depth * intact * std::exp(-0.5 * distance * distance / (crease_px * crease_px));
        if (distance * side > 0) loss += 0.3 * depth * std::exp(-std::abs(distance) / shadow_px);
        float& light = is_across ? page.row(b)[a] : page.row(a)[b];
        light *= static_cast<float>(1 - loss);
      }
    }
  }
}

}  // namespace emend::train
