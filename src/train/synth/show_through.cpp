#include <utility>

#include "train/synth/damage.h"
#include "train/synth/random.h"

namespace emend::train {

void add_show_through(Plane& page, Plane back, const ShowThroughFigures& figures, int resolution_dpi,
                      std::uint64_t seed) {
  if (figures.strength <= 0 || back.width_px() == 0) return;
  Random random = Random(seed).stream("show-through");
  const double scale = static_cast<double>(back.width_px()) / page.width_px();
  blur(back, px_of_mil(figures.blur_mil, resolution_dpi) * scale);
  // The two sides are never typed in register.
  const double shift_x = px_of_mil(random.normal() * 60, resolution_dpi);
  const double shift_y = px_of_mil(random.normal() * 60, resolution_dpi);
  const auto strength = static_cast<float>(figures.strength * random.between(0.5, 1));
  for (int y = 0; y < page.height_px(); ++y) {
    float* row = page.row(y);
    for (int x = 0; x < page.width_px(); ++x) {
      const double back_x = (page.width_px() - 1 - x + shift_x) * scale;
      row[x] *= 1 - strength * value_at(back, back_x, (y + shift_y) * scale, 0);
    }
  }
}

}  // namespace emend::train
