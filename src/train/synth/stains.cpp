#include <algorithm>
#include <cmath>

#include "train/synth/damage.h"
#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {
namespace {

// Darkens a blob; `rim` is the share of the stain that sits in its edge.
void stain(Plane& page, double middle_x, double middle_y, double radius, double depth, double rim, std::uint64_t seed) {
  const SmoothNoise outline(seed, std::max(2.0, radius * 0.6));
  const int reach = static_cast<int>(radius * 1.6) + 1;
  const int x0 = std::max(0, static_cast<int>(middle_x) - reach);
  const int x1 = std::min(page.width_px() - 1, static_cast<int>(middle_x) + reach);
  const int y0 = std::max(0, static_cast<int>(middle_y) - reach);
  const int y1 = std::min(page.height_px() - 1, static_cast<int>(middle_y) + reach);
  for (int y = y0; y <= y1; ++y)
    for (int x = x0; x <= x1; ++x) {
      const double distance =
          std::hypot(x - middle_x, y - middle_y) / radius + 0.3 * static_cast<double>(outline.at(x, y));
      if (distance >= 1.05) continue;
      const double body = 1 - static_cast<double>(smooth_step(0.85F, 1.05F, static_cast<float>(distance)));
      const double edge = std::exp(-0.5 * (distance - 0.93) * (distance - 0.93) / (0.05 * 0.05));
      page.row(y)[x] *= static_cast<float>(1 - depth * ((1 - rim) * body + rim * edge));
    }
}

}  // namespace

void add_stains(Plane& page, const StainFigures& figures, int resolution_dpi, std::uint64_t seed) {
  Random random = Random(seed).stream("stains");
  const int water_marks = random.count(0, figures.most_water_marks);
  for (int i = 0; i < water_marks; ++i) {
    const double x = random.unit() * page.width_px();
    const double y = random.unit() * page.height_px();
    const double radius = px_of_mil(random.between(400, 1300), resolution_dpi);
    stain(page, x, y, radius, figures.depth * random.between(0.5, 1), 0.6, random.next());
  }
  const int spots = random.count(0, figures.most_spots);
  for (int i = 0; i < spots; ++i) {
    const double x = random.unit() * page.width_px();
    const double y = random.unit() * page.height_px();
    const double radius = px_of_mil(random.between(12, 60), resolution_dpi);
    stain(page, x, y, std::max(1.0, radius), figures.depth * random.between(0.3, 1), 0.1, random.next());
  }
}

}  // namespace emend::train
