#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/synth/damage.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

constexpr float kLid = 0.06F;           // the dark lid of a scanner
constexpr double kHoleRadiusMil = 135;  // a punch of 7 mm
constexpr double kHoleInsetMil = 450;

// From a pixel of the scan to a place on the sheet.
struct Placement {
  double cosine, sine, middle_x, middle_y, shift_x, shift_y;

  void sheet_of_scan(double x, double y, double& sheet_x, double& sheet_y) const {
    const double dx = x - middle_x - shift_x;
    const double dy = y - middle_y - shift_y;
    sheet_x = cosine * dx + sine * dy + middle_x;
    sheet_y = -sine * dx + cosine * dy + middle_y;
  }
  void scan_of_sheet(double x, double y, double& scan_x, double& scan_y) const {
    const double dx = x - middle_x;
    const double dy = y - middle_y;
    scan_x = cosine * dx - sine * dy + middle_x + shift_x;
    scan_y = sine * dx + cosine * dy + middle_y + shift_y;
  }
};

document::Box moved(document::Box box, const Placement& placement, int width_px, int height_px) {
  double left = width_px, top = height_px, right = 0, bottom = 0;
  for (const int x : {box.x, box.right()})
    for (const int y : {box.y, box.bottom()}) {
      double scan_x = 0, scan_y = 0;
      placement.scan_of_sheet(x, y, scan_x, scan_y);
      left = std::min(left, scan_x);
      top = std::min(top, scan_y);
      right = std::max(right, scan_x);
      bottom = std::max(bottom, scan_y);
    }
  const int x = std::clamp(static_cast<int>(std::floor(left)), 0, width_px);
  const int y = std::clamp(static_cast<int>(std::floor(top)), 0, height_px);
  const int x1 = std::clamp(static_cast<int>(std::ceil(right)), 0, width_px);
  const int y1 = std::clamp(static_cast<int>(std::ceil(bottom)), 0, height_px);
  return {x, y, std::max(0, x1 - x), std::max(0, y1 - y)};
}

}  // namespace

Plane scan_sheet(const Plane& page, std::vector<TypedLine>& lines, const ScannerFigures& figures, int resolution_dpi,
                 std::uint64_t seed) {
  Random random = Random(seed).stream("scanner");
  const double radians = random.between(-1, 1) * figures.skew_degrees * std::numbers::pi / 180;
  const double border_px = px_of_mil(figures.border_mil, resolution_dpi);
  const Placement placement{std::cos(radians),
                            std::sin(radians),
                            page.width_px() / 2.0,
                            page.height_px() / 2.0,
                            random.between(-1, 1) * border_px,
                            random.between(-1, 1) * border_px};
  const bool has_holes = random.happens(figures.punch_holes);
  const double hole_px = px_of_mil(kHoleRadiusMil, resolution_dpi);
  const double hole_x = px_of_mil(kHoleInsetMil, resolution_dpi);
  // Two holes, 80 mm apart, about the middle of the sheet (ISO 838).
  const double hole_y = page.height_px() / 2.0;
  const double half_apart = px_of_mil(1575, resolution_dpi);
  const auto is_hole = [&](double x, double y) {
    if (!has_holes || x > hole_x + hole_px) return false;
    return std::hypot(x - hole_x, y - hole_y - half_apart) < hole_px ||
           std::hypot(x - hole_x, y - hole_y + half_apart) < hole_px;
  };

  Plane scan(page.width_px(), page.height_px(), 0);
  const bool is_straight = radians == 0 && placement.shift_x == 0 && placement.shift_y == 0;
  for (int y = 0; y < scan.height_px(); ++y)
    for (int x = 0; x < scan.width_px(); ++x) {
      double sheet_x = x, sheet_y = y;
      if (!is_straight) placement.sheet_of_scan(x, y, sheet_x, sheet_y);
      scan.row(y)[x] = is_hole(sheet_x, sheet_y) ? kLid : value_at(page, sheet_x, sheet_y, kLid);
    }
  blur(scan, px_of_mil(figures.blur_mil, resolution_dpi));

  const std::uint64_t noise_seed = random.next();
  // A uniform number of deviation 1 runs over the square root of 12.
  const auto swing = static_cast<float>(figures.noise * std::sqrt(12.0));
  for (int y = 0; y < scan.height_px(); ++y)
    for (int x = 0; x < scan.width_px(); ++x)
      scan.row(y)[x] +=
          swing *
          (static_cast<float>(chance_at(noise_seed, static_cast<std::uint64_t>(x), static_cast<std::uint64_t>(y))) -
           0.5F);
  for (TypedLine& line : lines) {
    line.box = moved(line.box, placement, scan.width_px(), scan.height_px());
    for (image::Point* point : {&line.left, &line.right}) {
      const image::Point on_sheet = *point;
      placement.scan_of_sheet(on_sheet.x, on_sheet.y, point->x, point->y);
    }
  }
  return scan;
}

}  // namespace emend::train
