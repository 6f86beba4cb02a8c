#include "image/picture.h"

#include <utility>

#include "base/check.h"

namespace emend::image {

Picture::Picture(int width_px, int height_px, int channels, std::vector<std::uint8_t> pixels, int resolution_dpi)
    : width_px_(width_px), height_px_(height_px), channels_(channels), resolution_dpi_(resolution_dpi) {
  EMEND_ASSUME(width_px >= 0 && height_px >= 0, "a picture has no negative side");
  EMEND_ASSUME(channels == 1 || channels == 3, "a picture is grey or colour");
  EMEND_ASSUME(pixels.size() == row_bytes() * static_cast<std::size_t>(height_px), "every pixel is given");
  pixels_ = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels));
}

Picture Picture::with_resolution(int resolution_dpi) const {
  Picture same = *this;
  same.resolution_dpi_ = resolution_dpi;
  return same;
}

}  // namespace emend::image
