// What is wrong with a page's picture, in numbers: measured before it is cleaned. The figures decide which cleaning
// steps are tried (condition.h).
//
// Lengths in pixels of the picture, levels of 255. Of the page and of its tiles:
//   speck_share           pixels unlike all their neighbours
//   stroke_width_px       twice the area of the letters by the length of their edges
//   edge_width_px         from paper to ink at the edge of a letter: 1 is sharp, 3 and more blurred
//   ink_level, paper_level, contrast_share (of the paper's light that is missing in the ink)
//   paper_slope_levels    the difference between the lightest and the darkest paper: of the page's tiles, of a tile's
//                         quarters
//   show_through_share    paper that is a little darker than paper: the back of the sheet, stains
//   skew_degrees, x_height_px, pitch_px   of the lines of text, see text_lines.h
//   bend_px               of the page: what straight lines leave of its curl (page_curl.h); of a tile: how far the feet
//                         of its letters lie below the straight baselines of their lines
// Of the page only:
//   letters               pieces of ink that look like one to a few letters
//   blur_share, bend_share  edge_width_px and bend_px in heights of small letters
//   x_height_mm           where the scan tells its resolution
//   dark_edge_share       of the rim of the picture, what is much darker than paper
//   thick_ink_share       of the page, what is black and thicker than any stroke
//   loose_ink_share       of the ink, what is no letter: scrawl, stamps, rules, bars
//   rule_share            of the ink, what lies in long thin level strokes
//   coloured_ink_share    of the ink, what is neither black nor grey
//   broken_share, filled_share   letters that are parted by a light line, or clogged (letter_faults.h)
//   lines_share           of the letters, those in orderly lines
// A figure that cannot be measured is left out of the page's, and is 0 in a tile. Pure; its cost is about that of three
// cleaning steps.
#pragma once

#include "document/page.h"
#include "image/picture.h"

namespace emend::image {

document::Damage measure_damage(const Picture& page);

}  // namespace emend::image
