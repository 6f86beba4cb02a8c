// What time, carbon paper, stencils and scanners do to a typed page. One damage a file, each a pure function of its
// input, its figures and its seed.
//
// Lengths are in thousandths of an inch (mil), amounts of light and ink from 0 to 1.
#pragma once

#include <cstdint>
#include <vector>

#include "train/synth/plane.h"
#include "train/synth/typing.h"

namespace emend::train {

// Ink that fails in patches: a stencil that was not cut through, a ribbon with bald spots. broken_strokes.cpp
struct BreakFigures {
  double depth = 0;        // most ink that a patch loses
  double patch_mil = 10;   // size of a patch
  double threshold = 0.4;  // -1 to 1; the lower, the more patches
  double pinholes = 0;     // share of pixels of 4 mil that lose all ink
};
void break_strokes(Plane& ink, const BreakFigures& figures, int resolution_dpi, std::uint64_t seed);

// Ink that runs: soft, grainy, thick or thin edges. ink_spread.cpp
struct SpreadFigures {
  double blur_mil = 0;
  double grain = 0;        // raggedness of edges, as ink
  double grain_mil = 4;    // size of a grain
  double threshold = 0.5;  // ink below it does not show; low values thicken strokes
  double softness = 0.3;   // half the width of the change from paper to ink
};
void spread_ink(Plane& ink, const SpreadFigures& figures, int resolution_dpi, std::uint64_t seed);

// The bare sheet, as light that comes back. paper.cpp
struct PaperFigures {
  double tone = 0.95;
  double gradient = 0;  // light lost from one side of the sheet to the other
  double clouds = 0;    // slow swing of the tone over inches
  double grain = 0;     // swing from pixel to pixel
  double fibres = 0;    // a square inch
  double haze = 0;      // light lost around the text, where carbon paper rubbed off
};
Plane paper_sheet(const Sheet& sheet, const PaperFigures& figures, std::uint64_t seed);

// Creases, as if folded for an envelope or a pocket. folds.cpp
struct FoldFigures {
  int most = 0;      // from none to so many
  double depth = 0;  // light lost in the crease
};
void add_folds(Plane& page, const FoldFigures& figures, int resolution_dpi, std::uint64_t seed);

// Water marks with a dark rim, and foxing. stains.cpp
struct StainFigures {
  int most_water_marks = 0;
  int most_spots = 0;
  double depth = 0;  // light lost at the darkest place
};
void add_stains(Plane& page, const StainFigures& figures, int resolution_dpi, std::uint64_t seed);

// The back of the sheet, or the next sheet: mirrored and faint. `back` is ink at any scale. show_through.cpp
struct ShowThroughFigures {
  double strength = 0;  // light lost where the other side is black
  double blur_mil = 6;
};
void add_show_through(Plane& page, Plane back, const ShowThroughFigures& figures, int resolution_dpi,
                      std::uint64_t seed);

// Ink on paper. `density` is the share of light that full ink swallows.
void print_ink(Plane& page, const Plane& ink, double density);

// Dirt, hairs and dust, dark and light. specks.cpp
struct SpeckFigures {
  double dark_per_square_inch = 0;
  double light_per_square_inch = 0;
  double largest_mil = 6;  // radius
  int most_hairs = 0;
};
void add_specks(Plane& page, const SpeckFigures& figures, int resolution_dpi, std::uint64_t seed);

// The sheet on the glass: turned a little, with the dark lid around it, and holes from a binder. scanner.cpp
struct ScannerFigures {
  double skew_degrees = 0;  // at most, either way
  double border_mil = 0;    // of dark lid, at most, on each side
  double punch_holes = 0;   // probability
  double blur_mil = 0;
  double noise = 0;  // deviation of each pixel
};
// The picture has the size of the sheet; the boxes and base lines of `lines` are moved
// with their ink, the boxes clipped to it.
Plane scan_sheet(const Plane& page, std::vector<TypedLine>& lines, const ScannerFigures& figures, int resolution_dpi,
                 std::uint64_t seed);

}  // namespace emend::train
