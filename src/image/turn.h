// Pictures turned by quarters and mirrored, without loss. Used for EXIF orientation and by the step "orientation".
#pragma once

#include "image/picture.h"
#include "image/transform.h"

namespace emend::image {

// What EXIF and TIFF say by the numbers 1 to 8: how the stored picture lies. 1 is upright, 6 needs a quarter turn to
// the right. Other numbers count as 1, as both standards leave them without meaning.
Picture upright(const Picture& stored, int exif_orientation);

// Turned to the right by 0, 1, 2 or 3 quarters.
Picture turned_right(const Picture& picture, int quarters);
// From pixels of turned_right(picture, quarters) to pixels of a picture of the given size.
Transform turned_right_to_input(int width_px, int height_px, int quarters);

}  // namespace emend::image
