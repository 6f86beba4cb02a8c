#include "train/synth/wear.h"

#include <array>
#include <utility>

namespace emend::train {
namespace {

constexpr std::array<std::pair<Wear, std::string_view>, 5> kNames{{
    {Wear::kClean, "clean"},
    {Wear::kOffice, "office"},
    {Wear::kCarbon, "carbon"},
    {Wear::kMimeo, "mimeo"},
    {Wear::kRuin, "ruin"},
}};

WearFigures clean() {
  WearFigures f;
  f.machine = {.offset_mil = 1,
               .capitals_mil = 1,
               .rotation_degrees = 0.3,
               .weight_mil = 0.4,
               .density = 0.03,
               .tilt = 0.03,
               .clogging = 0.15,
               .chipped = 0};
  f.ribbon = {.density = 0.98, .slow_share = 0.06, .strike_share = 0.03, .tilt_share = 0.05};
  f.typing = {.jitter_mil = 0.5, .line_mil = 0.5, .overstrike_chance = 0, .shadow_chance = 0};
  f.spread = {.blur_mil = 2, .grain = 0.12, .grain_mil = 4, .threshold = 0.45, .softness = 0.35};
  f.ink_density = 0.88;
  f.paper = {.tone = 0.96, .gradient = 0.02, .clouds = 0.008, .grain = 0.01, .fibres = 2, .haze = 0};
  f.specks = {.dark_per_square_inch = 0.3, .light_per_square_inch = 0, .largest_mil = 4, .most_hairs = 0};
  f.scanner = {.skew_degrees = 0.3, .border_mil = 0, .punch_holes = 0, .blur_mil = 1.5, .noise = 0.008};
  f.jpeg_quality = 88;
  return f;
}

WearFigures office() {
  WearFigures f;
  f.machine = {.offset_mil = 2.2,
               .capitals_mil = 4,
               .rotation_degrees = 0.9,
               .weight_mil = 1,
               .density = 0.12,
               .tilt = 0.15,
               .clogging = 0.9,
               .chipped = 0.04};
  f.ribbon = {.density = 0.92, .slow_share = 0.45, .strike_share = 0.1, .tilt_share = 0.2};
  f.typing = {.jitter_mil = 1.2, .line_mil = 1.5, .overstrike_chance = 0.0015, .shadow_chance = 0.004};
  f.breaks = {.depth = 0.5, .patch_mil = 7, .threshold = 0.3, .pinholes = 0.01};
  f.spread = {.blur_mil = 3, .grain = 0.22, .grain_mil = 4, .threshold = 0.36, .softness = 0.34};
  f.ink_density = 0.82;
  f.paper = {.tone = 0.88, .gradient = 0.08, .clouds = 0.03, .grain = 0.02, .fibres = 12, .haze = 0};
  f.folds = {.most = 2, .depth = 0.12};
  f.stains = {.most_water_marks = 0, .most_spots = 4, .depth = 0.12};
  f.show_through = {.strength = 0.07, .blur_mil = 6};
  f.specks = {.dark_per_square_inch = 2, .light_per_square_inch = 1, .largest_mil = 5, .most_hairs = 2};
  f.scanner = {.skew_degrees = 0.9, .border_mil = 40, .punch_holes = 0.4, .blur_mil = 2, .noise = 0.015};
  f.jpeg_quality = 75;
  return f;
}

WearFigures carbon() {
  WearFigures f = office();
  f.ribbon = {.density = 0.9, .slow_share = 0.35, .strike_share = 0.14, .tilt_share = 0.25};
  f.breaks = {.depth = 0.6, .patch_mil = 9, .threshold = 0.2, .pinholes = 0};
  f.spread = {.blur_mil = 6, .grain = 0.45, .grain_mil = 6, .threshold = 0.36, .softness = 0.4};
  f.ink_density = 0.6;
  f.paper = {.tone = 0.84, .gradient = 0.1, .clouds = 0.04, .grain = 0.03, .fibres = 20, .haze = 0.04};
  f.show_through = {.strength = 0.12, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 4, .light_per_square_inch = 1, .largest_mil = 6, .most_hairs = 3};
  f.scanner = {.skew_degrees = 1.2, .border_mil = 60, .punch_holes = 0.4, .blur_mil = 3, .noise = 0.02};
  f.jpeg_quality = 65;
  return f;
}

WearFigures mimeo() {
  WearFigures f = office();
  f.machine.clogging = 1;
  f.machine.chipped = 0.08;
  f.ribbon = {.density = 0.88, .slow_share = 0.55, .strike_share = 0.2, .tilt_share = 0.4};
  f.typing.shadow_chance = 0.01;
  f.breaks = {.depth = 1, .patch_mil = 9, .threshold = 0.12, .pinholes = 0.06};
  f.spread = {.blur_mil = 3.5, .grain = 0.35, .grain_mil = 5, .threshold = 0.34, .softness = 0.2};
  f.ink_density = 0.78;
  f.paper = {.tone = 0.83, .gradient = 0.12, .clouds = 0.04, .grain = 0.045, .fibres = 60, .haze = 0.02};
  f.show_through = {.strength = 0.16, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 40, .light_per_square_inch = 6, .largest_mil = 9, .most_hairs = 6};
  f.scanner = {.skew_degrees = 1.3, .border_mil = 80, .punch_holes = 0.5, .blur_mil = 2.5, .noise = 0.03};
  f.jpeg_quality = 60;
  return f;
}

WearFigures ruin() {
  WearFigures f = mimeo();
  f.machine.offset_mil = 3.5;
  f.machine.rotation_degrees = 1.6;
  f.ribbon = {.density = 0.85, .slow_share = 0.75, .strike_share = 0.22, .tilt_share = 0.5};
  f.typing = {.jitter_mil = 2, .line_mil = 2.5, .overstrike_chance = 0.01, .shadow_chance = 0.03};
  f.breaks = {.depth = 1, .patch_mil = 10, .threshold = 0.08, .pinholes = 0.06};
  f.spread = {.blur_mil = 6, .grain = 0.45, .grain_mil = 6, .threshold = 0.32, .softness = 0.3};
  f.ink_density = 0.62;
  f.paper = {.tone = 0.74, .gradient = 0.2, .clouds = 0.08, .grain = 0.05, .fibres = 80, .haze = 0.06};
  f.folds = {.most = 4, .depth = 0.3};
  f.stains = {.most_water_marks = 4, .most_spots = 40, .depth = 0.3};
  f.show_through = {.strength = 0.22, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 60, .light_per_square_inch = 20, .largest_mil = 11, .most_hairs = 12};
  f.scanner = {.skew_degrees = 1.5, .border_mil = 120, .punch_holes = 0.6, .blur_mil = 3.5, .noise = 0.05};
  f.jpeg_quality = 40;
  return f;
}

}  // namespace

WearFigures figures_of(Wear wear) {
  switch (wear) {
    case Wear::kClean: return clean();
    case Wear::kOffice: return office();
    case Wear::kCarbon: return carbon();
    case Wear::kMimeo: return mimeo();
    case Wear::kRuin: return ruin();
  }
  return office();
}

std::string_view name_of(Wear wear) {
  for (const auto& [value, name] : kNames)
    if (value == wear) return name;
  return "";
}

std::optional<Wear> wear_named(std::string_view name) {
  for (const auto& [value, known] : kNames)
    if (known == name) return value;
  return std::nullopt;
}

}  // namespace emend::train
