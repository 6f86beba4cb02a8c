#include "image/turn.h"

#include "image/opencv_view.h"

namespace emend::image {

Picture upright(const Picture& stored, int exif_orientation) {
  if (stored.is_empty() || exif_orientation <= 1 || exif_orientation > 8) return stored;
  cv::Mat out;
  const cv::Mat in = view(stored);
  switch (exif_orientation) {
    case 2: cv::flip(in, out, 1); break;
    case 3: cv::rotate(in, out, cv::ROTATE_180); break;
    case 4: cv::flip(in, out, 0); break;
    case 5: cv::transpose(in, out); break;
    case 6: cv::rotate(in, out, cv::ROTATE_90_CLOCKWISE); break;
    case 7: {
      cv::Mat transposed;
      cv::transpose(in, transposed);
      cv::rotate(transposed, out, cv::ROTATE_180);
      break;
    }
    default: cv::rotate(in, out, cv::ROTATE_90_COUNTERCLOCKWISE); break;
  }
  return to_picture(out, stored.resolution_dpi());
}

Picture turned_right(const Picture& picture, int quarters) {
  constexpr int kExifOfQuarters[] = {1, 6, 3, 8};
  return upright(picture, kExifOfQuarters[quarters & 3]);
}

Transform turned_right_to_input(int width_px, int height_px, int quarters) {
  const double width = width_px;
  const double height = height_px;
  switch (quarters & 3) {
    case 1: return {0, 1, 0, -1, 0, height};
    case 2: return {-1, 0, width, 0, -1, height};
    case 3: return {0, -1, width, 1, 0, 0};
    default: return {};
  }
}

}  // namespace emend::image
