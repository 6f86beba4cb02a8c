// What is wrong with a page's picture, in numbers: measured before it is cleaned.
//
// Figures of the page, lengths in pixels of the picture, levels of 255:
//   speck_share           pixels unlike all their neighbours
//   stroke_width_px       twice the area of the letters by the length of their edges
//   edge_width_px         from paper to ink at the edge of a letter: 1 is sharp, 3 and more blurred
//   ink_level, paper_level, contrast_share (of the paper's light that is missing in the ink)
//   paper_slope_levels    the difference between the lightest and the darkest tile's paper
//   show_through_share    paper that is a little darker than paper: the back of the sheet, stains
//   skew_degrees, bend_px, x_height_px, pitch_px   of the lines of text, see text_lines.h
// The first seven also for tiles. Pure; its cost is about that of two cleaning steps.
#pragma once

#include "document/page.h"
#include "image/picture.h"

namespace emend::image {

document::Damage measure_damage(const Picture& page);

}  // namespace emend::image
