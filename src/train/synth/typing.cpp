#include "train/synth/typing.h"

#include <algorithm>
#include <cmath>

#include "train/synth/random.h"
#include "train/synth/smooth_noise.h"

namespace emend::train {
namespace {

// Strikes until the ribbon has changed its mind: some lines of text.
constexpr double kRibbonStrikes = 170;
constexpr double kPartOfWordStrikes = 9;

struct Strike {
  double x_px = 0;
  double y_px = 0;
  double density = 1;
  double tilt = 0;  // share of ink lost from the bottom (positive) or the top (negative) of the letter
};

// Ink covers ink: two strikes in one place are darker than either, never darker than full.
// Returns the box that was touched.
document::Box stamp(Plane& ink, const Glyph& glyph, const Strike& strike) {
  const double left = strike.x_px + glyph.left_px;
  const double top = strike.y_px + glyph.top_px;
  const int x0 = static_cast<int>(std::floor(left));
  const int y0 = static_cast<int>(std::floor(top));
  const auto fx = static_cast<float>(left - x0);
  const auto fy = static_cast<float>(top - y0);
  const auto coverage = [&](int x, int y) {
    if (x < 0 || y < 0 || x >= glyph.width_px || y >= glyph.height_px) return 0.0F;
    return glyph.ink[static_cast<std::size_t>(y * glyph.width_px + x)];
  };
  for (int y = 0; y <= glyph.height_px; ++y) {
    const double height = static_cast<double>(y) / glyph.height_px - 0.5;
    const double loss = strike.tilt * height + 0.5 * std::abs(strike.tilt);
    const auto density = static_cast<float>(strike.density * std::clamp(1 - loss, 0.0, 1.0));
    for (int x = 0; x <= glyph.width_px; ++x) {
      if (!ink.holds(x0 + x, y0 + y)) continue;
      const float above = coverage(x - 1, y - 1) * fx + coverage(x, y - 1) * (1 - fx);
      const float here = coverage(x - 1, y) * fx + coverage(x, y) * (1 - fx);
      const float amount = density * (above * fy + here * (1 - fy));
      float& pixel = ink.row(y0 + y)[x0 + x];
      pixel = 1 - (1 - pixel) * (1 - amount);
    }
  }
  const int right = std::min(x0 + glyph.width_px + 1, ink.width_px());
  const int bottom = std::min(y0 + glyph.height_px + 1, ink.height_px());
  const int in_x = std::max(x0, 0);
  const int in_y = std::max(y0, 0);
  return {in_x, in_y, right - in_x, bottom - in_y};
}

// Somebody's finger on the wrong key; what it hits does not matter.
char32_t wrong_key(const KeyImpressions& keys, char32_t right, Random& random) {
  static constexpr std::u32string_view kCommonKeys = U"etaoinshrdlucm";
  const char32_t key = kCommonKeys[static_cast<std::size_t>(random.count(0, static_cast<int>(kCommonKeys.size()) - 1))];
  return keys.contains(key) ? key : right;
}

bool is_underlined(const PageText& page, std::size_t line, std::size_t column) {
  return line < page.underlined.size() && column < page.underlined[line].size() && page.underlined[line][column];
}

}  // namespace

TypedSheet type_page(const PageText& page, const KeyImpressions& keys, const Sheet& sheet, const RibbonFigures& ribbon,
                     const TypingFigures& typing, std::uint64_t ribbon_seed, std::uint64_t seed) {
  TypedSheet typed;
  typed.ink = Plane(sheet.width_px, sheet.height_px, 0);
  const SmoothNoise slow(Random(ribbon_seed).stream("ribbon").seed(), kRibbonStrikes);
  const SmoothNoise quick(Random(ribbon_seed).stream("ribbon in a word").seed(), kPartOfWordStrikes);
  Random random = Random(seed).stream("typing");
  const auto mil = [&](double value) { return px_of_mil(value, sheet.resolution_dpi); };

  auto strikes = static_cast<double>(page.first_strike);
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const std::u32string& text = page.lines[i];
    const double line_x = sheet.left_px + mil(random.normal() * typing.line_mil);
    const double line_y =
        sheet.top_px + static_cast<double>(i) * sheet.line_px + mil(random.normal() * typing.line_mil);
    document::Box box;
    for (std::size_t column = 0; column < text.size(); ++column, strikes += 1) {
      const auto key = keys.find(text[column]);
      if (text[column] == U' ' || key == keys.end()) continue;
      const KeyImpression& impression = key->second;
      const double swing =
          0.7 * static_cast<double>(slow.at(strikes, 0)) + 0.3 * static_cast<double>(quick.at(strikes, 0));
      Strike strike;
      strike.x_px = line_x + static_cast<double>(column) * sheet.pitch_px + impression.dx_px +
                    mil(random.normal() * typing.jitter_mil);
      strike.y_px = line_y + impression.dy_px + mil(random.normal() * typing.jitter_mil);
      strike.density = ribbon.density * impression.density * (1 - ribbon.slow_share * (0.5 - 0.5 * swing)) *
                       (1 + ribbon.strike_share * random.normal());
      strike.density = std::clamp(strike.density, 0.05, 1.0);
      strike.tilt = random.normal() * ribbon.tilt_share;

      if (random.happens(typing.overstrike_chance)) {
        const auto wrong = keys.find(wrong_key(keys, text[column], random));
        if (wrong != keys.end()) {
          Strike slip = strike;
          slip.density *= random.between(0.4, 0.8);  // a finger that notices
          stamp(typed.ink, wrong->second.glyph, slip);
        }
      }
      if (random.happens(typing.shadow_chance)) {
        Strike shadow = strike;
        shadow.x_px += mil(random.between(4, 10));
        shadow.density *= random.between(0.15, 0.4);
        stamp(typed.ink, impression.glyph, shadow);
      }
      box = document::united(box, stamp(typed.ink, impression.glyph, strike));
      if (is_underlined(page, i, column)) {
        const auto underline = keys.find(U'_');
        if (underline != keys.end()) {
          Strike below = strike;
          below.y_px += underline->second.dy_px - impression.dy_px;
          box = document::united(box, stamp(typed.ink, underline->second.glyph, below));
        }
      }
    }
    if (box.is_empty()) continue;
    const auto edge = [&](std::size_t column) {
      return image::Point{line_x + static_cast<double>(column) * sheet.pitch_px, line_y};
    };
    typed.lines.push_back({box, text, edge(text.find_first_not_of(U' ')), edge(text.size())});
  }
  return typed;
}

}  // namespace emend::train
