// What else may happen to a line on its way to an engine: coarser scans, blur, sharpening, pale ink, noise, black and
// white. Makes many lines out of few, without changing what they say.
//
// Pure functions of their arguments and the Random.
#pragma once

#include "train/lines/line_strip.h"
#include "train/synth/plane.h"
#include "train/synth/random.h"

namespace emend::train {

// How one line is looked at. The defaults change nothing.
struct LineWear {
  double scale = 1;
  double tilt = 0;          // of the base line, rise over run
  double blur_pitches = 0;  // deviation of the blur, in cells
  double sharpening = 0;    // share of what a blur of a tenth of a cell takes away, given back
  double contrast = 1;      // around the paper's light
  double gamma = 1;
  double noise = 0;   // deviation of each pixel, of white
  double pepper = 0;  // share of pixels that turn black, and as many white
  bool is_binarised = false;
  double threshold = 0.5;  // between the ink's and the paper's light, where it is binarised
  // What is cut, in cells: capitals are about 1.1 high, and descenders 0.35 deep.
  double above_pitches = 1.2;
  double below_pitches = 0.45;
};

// A line as it comes: hardly anything but the margins changes.
LineWear mild_line_wear(Random& random);
// `pitch_px` is the cell's width on the page; it bounds how much smaller the line may become.
LineWear drawn_line_wear(double pitch_px, Random& random);

// `strip` is what strip_along made with wear.scale; `pitch_px` is the cell's width in it.
void wear_line(Plane& strip, const LineWear& wear, double pitch_px, Random& random);

}  // namespace emend::train
