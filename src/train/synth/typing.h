// The keys on the paper: one page of cells becomes a plane of ink, and each line's place is known.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/box.h"
#include "image/transform.h"
#include "train/synth/machine.h"
#include "train/synth/plane.h"
#include "train/synth/typist.h"

namespace emend::train {

// How the ribbon gives its ink. Shares are parts of the full density.
struct RibbonFigures {
  double density = 1;       // of a full strike, 0 to 1
  double slow_share = 0;    // swing over hundreds of strikes: a dry stretch of ribbon
  double strike_share = 0;  // deviation from strike to strike: the typist's fingers
  double tilt_share = 0;    // deviation of the loss towards the top or bottom: a ribbon that lifts late
};

struct TypingFigures {
  double jitter_mil = 0;         // deviation of each strike from its cell
  double line_mil = 0;           // deviation of each line from its place on the platen
  double overstrike_chance = 0;  // a wrong letter, then the right one on top
  double shadow_chance = 0;      // a second, faint impression beside the first: a rebounding key
};

// Where the cells are on the sheet, in pixels.
struct Sheet {
  int width_px = 0;
  int height_px = 0;
  int resolution_dpi = 0;
  double left_px = 0;   // left edge of column 0
  double top_px = 0;    // base line of line 0
  double pitch_px = 0;  // from cell to cell
  double line_px = 0;   // from base line to base line
};

struct TypedLine {
  document::Box box;  // around the ink of the line, on the sheet
  std::u32string text;
  // Where the letters stand: from the left edge of the first struck cell to the right edge of the last one.
  image::Point left;
  image::Point right;
};

struct TypedSheet {
  Plane ink;
  std::vector<TypedLine> lines;  // without the blank ones
};

// `seed` is the page's own; `ribbon_seed` is the same for all pages of a text.
TypedSheet type_page(const PageText& page, const KeyImpressions& keys, const Sheet& sheet, const RibbonFigures& ribbon,
                     const TypingFigures& typing, std::uint64_t ribbon_seed, std::uint64_t seed);

}  // namespace emend::train
