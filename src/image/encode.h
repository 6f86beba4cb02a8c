// Pictures out: for --keep-intermediate, synthetic pages and the crops of reports.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "document/box.h"
#include "image/picture.h"

namespace emend::image {

// The bytes of a PNG or JPEG file, with its resolution. `quality` is from 1 to 100.
Result<std::string> to_png(const Picture& picture);
Result<std::string> to_jpeg(const Picture& picture, int quality);

// The part of the picture under the box, clipped to it; empty where they do not meet.
Picture crop(const Picture& picture, document::Box box);
// Grey, scaled by `factor` (0 < factor) with area averaging downwards and cubic interpolation upwards.
Picture scaled(const Picture& picture, double factor);
Picture to_grey(const Picture& picture);

}  // namespace emend::image
