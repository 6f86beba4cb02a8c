#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/synth/damage.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

// Moves the light at a round spot towards `tone`.
void dot(Plane& page, double middle_x, double middle_y, double radius_px, float tone, double strength) {
  const int reach = static_cast<int>(radius_px) + 2;
  const int cx = static_cast<int>(middle_x);
  const int cy = static_cast<int>(middle_y);
  for (int y = cy - reach; y <= cy + reach; ++y)
    for (int x = cx - reach; x <= cx + reach; ++x) {
      if (!page.holds(x, y)) continue;
      const double distance = std::hypot(x + 0.5 - middle_x, y + 0.5 - middle_y);
      const auto share = static_cast<float>(strength * std::clamp(radius_px + 0.5 - distance, 0.0, 1.0));
      float& light = page.row(y)[x];
      light += (tone - light) * share;
    }
}

void hair(Plane& page, Random& random, int resolution_dpi) {
  double x = random.unit() * page.width_px();
  double y = random.unit() * page.height_px();
  double direction = random.between(0, 2 * std::numbers::pi);
  double bend = random.normal() * 0.05;
  const double step_px = std::max(0.5, px_of_mil(3, resolution_dpi));
  const int steps = random.count(20, 90);
  for (int i = 0; i < steps; ++i) {
    dot(page, x, y, std::max(0.4, px_of_mil(1.5, resolution_dpi)), 0.25F, 0.7);
    x += std::cos(direction) * step_px;
    y += std::sin(direction) * step_px;
    bend += random.normal() * 0.01;
    direction += bend;
  }
}

}  // namespace

void add_specks(Plane& page, const SpeckFigures& figures, int resolution_dpi, std::uint64_t seed) {
  Random random = Random(seed).stream("specks");
  const double square_inches =
      static_cast<double>(page.width_px()) * page.height_px() / (static_cast<double>(resolution_dpi) * resolution_dpi);
  const auto scatter = [&](double per_square_inch, float darkest, float lightest) {
    for (int i = 0; i < static_cast<int>(per_square_inch * square_inches); ++i) {
      // Small ones are far more common than large ones.
      const double size = random.unit();
      const double radius_mil = 0.8 + (figures.largest_mil - 0.8) * size * size * size;
      const double x = random.unit() * page.width_px();
      const double y = random.unit() * page.height_px();
      const auto tone = static_cast<float>(random.between(static_cast<double>(darkest), static_cast<double>(lightest)));
      dot(page, x, y, px_of_mil(radius_mil, resolution_dpi), tone, random.between(0.4, 1));
    }
  };
  scatter(figures.dark_per_square_inch, 0.05F, 0.5F);
  scatter(figures.light_per_square_inch, 0.85F, 1.0F);
  const int hairs = random.count(0, figures.most_hairs);
  for (int i = 0; i < hairs; ++i) hair(page, random, resolution_dpi);
}

}  // namespace emend::train
