#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/synth/damage.h"
#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {
namespace {

constexpr double kCloudMil = 1400;
constexpr double kGrainMil = 5;  // paper is felted, not dotted: grain is coarser than a pixel
constexpr double kHazeMil = 350;
constexpr double kFibreStepMil = 4;

// A short curved hair of pulp, a little darker or lighter than the sheet.
void add_fibre(Plane& paper, Random& random, double mil_px) {
  double x = random.unit() * paper.width_px();
  double y = random.unit() * paper.height_px();
  double direction = random.between(0, 2 * std::numbers::pi);
  const double bend = random.normal() * 0.12;
  const float strength = static_cast<float>(random.between(-0.035, 0.025));
  const int steps = random.count(6, 26);
  for (int i = 0; i < steps; ++i) {
    const int px = static_cast<int>(x);
    const int py = static_cast<int>(y);
    if (paper.holds(px, py)) paper.row(py)[px] += strength;
    x += std::cos(direction) * kFibreStepMil * mil_px;
    y += std::sin(direction) * kFibreStepMil * mil_px;
    direction += bend;
  }
}

}  // namespace

Plane paper_sheet(const Sheet& sheet, const PaperFigures& figures, std::uint64_t seed) {
  const Random random = Random(seed).stream("paper");
  Random choice = random.stream("choice");
  const double direction = choice.between(0, 2 * std::numbers::pi);
  const double slope_x = std::cos(direction) * figures.gradient / std::max(1, sheet.width_px);
  const double slope_y = std::sin(direction) * figures.gradient / std::max(1, sheet.height_px);
  const double tone = figures.tone - choice.unit() * 0.03;

  const auto px = [&](double mil) { return px_of_mil(mil, sheet.resolution_dpi); };
  const SmoothNoise clouds(random.stream("clouds").seed(), px(kCloudMil));
  const SmoothNoise haze(random.stream("haze").seed(), px(kHazeMil));
  const SmoothNoise grain(random.stream("grain").seed(), px(kGrainMil));
  std::vector<float> cloud_row(static_cast<std::size_t>(sheet.width_px));
  std::vector<float> haze_row(cloud_row.size());
  std::vector<float> grain_row(cloud_row.size());

  Plane paper(sheet.width_px, sheet.height_px, 0);
  for (int y = 0; y < sheet.height_px; ++y) {
    clouds.row(y, cloud_row);
    haze.row(y, haze_row);
    grain.row(y, grain_row);
    float* row = paper.row(y);
    for (int x = 0; x < sheet.width_px; ++x) {
      const auto i = static_cast<std::size_t>(x);
      const double slope = slope_x * (x - sheet.width_px / 2) + slope_y * (y - sheet.height_px / 2);
      row[x] = static_cast<float>(tone - slope) + static_cast<float>(figures.clouds) * cloud_row[i] -
               static_cast<float>(figures.haze) * std::max(0.0F, 0.5F + haze_row[i]) +
               static_cast<float>(figures.grain) * grain_row[i];
    }
  }

  Random fibres = random.stream("fibres");
  const double square_inches = static_cast<double>(sheet.width_px) * sheet.height_px /
                               (static_cast<double>(sheet.resolution_dpi) * sheet.resolution_dpi);
  for (int i = 0; i < static_cast<int>(figures.fibres * square_inches); ++i) add_fibre(paper, fibres, px(1));
  return paper;
}

}  // namespace emend::train
