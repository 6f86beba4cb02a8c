// A page of text drawn for the tests of cleaning: known size, known angle, known damage.
#pragma once

#include <cstdint>

#include "document/box.h"
#include "image/picture.h"

namespace emend::image::testing {

struct DrawnPage {
  int width = 1000;
  int height = 1300;
  double x_height_px = 24;   // of the small letters, within a pixel
  double angle_degrees = 0;  // how far lines fall to the right
  int paper = 255;
  int ink = 20;
  int resolution_dpi = 300;
  bool is_spaced = false;  // with a blank behind every letter
};

Picture drawn(const DrawnPage& page);

// The same page with this share of its pixels turned black or white at random (always the same ones).
Picture strewn(const Picture& page, double share);
// With bars this wide, of this level, at the left and the top edge.
Picture with_margins(const Picture& page, int thickness_px, std::uint8_t level);
// With words of this size, their feet at y.
Picture with_words(const Picture& page, const char* words, int x, int y, double x_height_px);
// With a black bar there.
Picture with_bar(const Picture& page, const document::Box& bar);
// With light that falls from left to right, from all of it to `least_share`.
Picture shaded(const Picture& page, double least_share);
// As if photographed from a bound volume: places at the right edge lie `depth_px` lower than those in the middle, more
// and more so towards the edge.
Picture curled(const Picture& page, double depth_px);
// With the same page's mirror image at this share of its strength, blurred.
Picture shining_through(const Picture& page, double share);
// Out of focus, as a Gaussian of this deviation.
Picture blurred(const Picture& page, double sigma_px);
// With a light line of this thickness every so many rows.
Picture lined(const Picture& page, int thickness_px, int every_px);
// With ink of this level that spread from every stroke.
Picture clogged(const Picture& page, int spread_px, std::uint8_t level);
Picture with_disc(const Picture& page, int x, int y, int radius_px);
// In colour, with a ring of this colour across it.
Picture with_ring(const Picture& page, int x, int y, int radius_px, int blue, int green, int red);
Picture filled(int width, int height, std::uint8_t level, int resolution_dpi = 300);

bool is_same(const Picture& a, const Picture& b);

}  // namespace emend::image::testing
