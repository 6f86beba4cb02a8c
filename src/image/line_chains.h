// Chains of pieces of ink that may all be of one line: each follows another at the distance of words at most, overlaps
// it in height and is of about its size. Pure.
#pragma once

#include <vector>

#include "image/line_pieces.h"

namespace emend::image {

// Every piece is in one chain; in the order of the leftmost pieces.
std::vector<Pieces> chains_of(Pieces pieces);

}  // namespace emend::image
