// How light the paper of a page is, place by place, and how dark the ink on it.
//
// Used by the steps "background" and "faint-ink". Pure functions.
#pragma once

#include "image/opencv_view.h"

namespace emend::image {

struct PaperLight {
  cv::Mat light;           // the paper under the letters, in a small picture
  double dark_level = 0;   // of 255: the darkest twentieth of the paper
  double light_level = 0;  // the lightest twentieth
  double middle_level = 0;
  double area_share = 0;  // how much of the page is paper, 0 to 1
  double ink_share = 1;   // the light of the darkest hundredth of the page, as a share of the paper's under it
};

// The paper is what a grey closing larger than the letters' strokes leaves. What is much darker than most of it
// (blackened lines, stamps, photographs) is no paper.
PaperLight measure_paper_light(const cv::Mat& grey);

// The page as it would be on even paper of nearly 255. Of the paper's light, `ink_share` becomes black; 0 keeps how
// dark the ink is.
cv::Mat on_even_paper(const cv::Mat& grey, const PaperLight& paper, double ink_share);

}  // namespace emend::image
