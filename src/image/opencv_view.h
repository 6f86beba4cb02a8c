// Pictures as OpenCV sees them. The only door between src/image and OpenCV: everything here includes it through this
// file.
//
// Safe to use from several threads: a view only reads the shared pixels.
#pragma once

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "image/picture.h"

namespace emend::image {

// OpenCV on one thread (pages are what runs in parallel) and silent. Idempotent; every step passes through view().
void settle_opencv();

// Looks into the picture's own pixels: never write to it, and keep the picture alive.
cv::Mat view(const Picture& picture);
// One channel; a view where the picture is grey already.
cv::Mat grey_view(const Picture& picture);
// Copies 8-bit pixels of one or three channels.
Picture to_picture(const cv::Mat& pixels, int resolution_dpi);

// The level (0 to 255) below and at which this share of the pixels lies.
double level_at_share(const cv::Mat& grey, double share);
// The level of the paper of a written page.
double level_of_paper(const cv::Mat& grey);

}  // namespace emend::image
