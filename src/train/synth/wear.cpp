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
  f.paper = {.tone = 0.96, .gradient = 0.02, .clouds = 0.008, .grain = 0.006, .fibres = 2, .haze = 0};
  f.specks = {.dark_per_square_inch = 0.3, .light_per_square_inch = 0, .largest_mil = 4, .most_hairs = 0};
  f.scanner = {.skew_degrees = 0.3, .border_mil = 0, .punch_holes = 0, .blur_mil = 1.5, .noise = 0.003};
  f.jpeg_quality = 85;
  return f;
}

WearFigures office() {
  WearFigures f;
  f.machine = {.offset_mil = 2,
               .capitals_mil = 3,
               .rotation_degrees = 0.8,
               .weight_mil = 0.8,
               .density = 0.12,
               .tilt = 0.15,
               .clogging = 0.8,
               .chipped = 0.03};
  f.ribbon = {.density = 0.92, .slow_share = 0.4, .strike_share = 0.1, .tilt_share = 0.15};
  f.typing = {.jitter_mil = 1.2, .line_mil = 1.2, .overstrike_chance = 0.0015, .shadow_chance = 0.003};
  f.breaks = {.depth = 0.45, .patch_mil = 7, .threshold = 0.35, .pinholes = 0.01};
  f.spread = {.blur_mil = 2.7, .grain = 0.2, .grain_mil = 4, .threshold = 0.4, .softness = 0.34};
  f.ink_density = 0.84;
  f.paper = {.tone = 0.9, .gradient = 0.06, .clouds = 0.02, .grain = 0.01, .fibres = 12, .haze = 0};
  f.folds = {.most = 2, .depth = 0.1};
  f.stains = {.most_water_marks = 0, .most_spots = 4, .depth = 0.12};
  f.show_through = {.strength = 0.06, .blur_mil = 6};
  f.specks = {.dark_per_square_inch = 2, .light_per_square_inch = 1, .largest_mil = 5, .most_hairs = 2};
  f.scanner = {.skew_degrees = 0.9, .border_mil = 40, .punch_holes = 0.4, .blur_mil = 2, .noise = 0.006};
  f.jpeg_quality = 75;
  return f;
}

WearFigures carbon() {
  WearFigures f = office();
  f.machine.clogging = 0.7;
  f.ribbon = {.density = 0.92, .slow_share = 0.3, .strike_share = 0.1, .tilt_share = 0.15};
  f.breaks = {.depth = 0.35, .patch_mil = 9, .threshold = 0.25, .pinholes = 0};
  f.spread = {.blur_mil = 4.2, .grain = 0.3, .grain_mil = 5, .threshold = 0.4, .softness = 0.42};
  f.ink_density = 0.67;
  f.paper = {.tone = 0.87, .gradient = 0.05, .clouds = 0.03, .grain = 0.015, .fibres = 20, .haze = 0.02};
  f.show_through = {.strength = 0.07, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 4, .light_per_square_inch = 1, .largest_mil = 6, .most_hairs = 3};
  f.scanner = {.skew_degrees = 0.8, .border_mil = 45, .punch_holes = 0.4, .blur_mil = 2.5, .noise = 0.008};
  f.jpeg_quality = 65;
  return f;
}

WearFigures mimeo() {
  WearFigures f = office();
  f.machine.clogging = 0.7;
  f.machine.chipped = 0.06;
  f.ribbon = {.density = 0.9, .slow_share = 0.32, .strike_share = 0.14, .tilt_share = 0.2};
  f.typing.shadow_chance = 0.01;
  f.breaks = {.depth = 0.8, .patch_mil = 8, .threshold = 0.36, .pinholes = 0.03};
  f.spread = {.blur_mil = 3, .grain = 0.28, .grain_mil = 5, .threshold = 0.35, .softness = 0.22};
  f.ink_density = 0.84;
  f.paper = {.tone = 0.89, .gradient = 0.05, .clouds = 0.02, .grain = 0.02, .fibres = 60, .haze = 0.01};
  f.show_through = {.strength = 0.08, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 20, .light_per_square_inch = 6, .largest_mil = 8, .most_hairs = 6};
  f.scanner = {.skew_degrees = 1.3, .border_mil = 80, .punch_holes = 0.5, .blur_mil = 2.2, .noise = 0.012};
  f.jpeg_quality = 60;
  return f;
}

WearFigures ruin() {
  WearFigures f = mimeo();
  f.machine.offset_mil = 3;
  f.machine.rotation_degrees = 1.3;
  f.ribbon = {.density = 0.9, .slow_share = 0.36, .strike_share = 0.15, .tilt_share = 0.22};
  f.typing = {.jitter_mil = 1.8, .line_mil = 2, .overstrike_chance = 0.006, .shadow_chance = 0.015};
  f.breaks = {.depth = 0.8, .patch_mil = 9, .threshold = 0.36, .pinholes = 0.03};
  f.spread = {.blur_mil = 3.8, .grain = 0.32, .grain_mil = 5, .threshold = 0.36, .softness = 0.3};
  f.ink_density = 0.76;
  f.paper = {.tone = 0.83, .gradient = 0.08, .clouds = 0.03, .grain = 0.025, .fibres = 80, .haze = 0.02};
  f.folds = {.most = 4, .depth = 0.25};
  f.stains = {.most_water_marks = 4, .most_spots = 40, .depth = 0.18};
  f.show_through = {.strength = 0.1, .blur_mil = 7};
  f.specks = {.dark_per_square_inch = 30, .light_per_square_inch = 15, .largest_mil = 10, .most_hairs = 10};
  f.scanner = {.skew_degrees = 1.5, .border_mil = 120, .punch_holes = 0.6, .blur_mil = 3, .noise = 0.025};
  f.jpeg_quality = 45;
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
