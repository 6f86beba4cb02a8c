// The directions in which the letters of a machine differ: Fisher's linear discriminant.
//
// R. A. Fisher: The use of multiple measurements in taxonomic problems, Annals of Eugenics 7, 1936. All letters have
// one covariance: what differs from strike to strike - weight, ribbon, paper - is the same for all of them. It is
// shrunk towards its mean variance, so that a page is enough to learn from (O. Ledoit, M. Wolf: A well-conditioned
// estimator for large-dimensional covariance matrices, Journal of Multivariate Analysis 88, 2004; the share here is
// fixed). Cost: the square of a window's size for each strike, and its cube once.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <vector>

#include "ocr/typewriter/cell_window.h"

namespace emend::ocr {

// The strikes of one letter, moved onto their mean.
struct Strikes {
  std::vector<CellWindow> windows;
  CellWindow mean{};
};

Strikes strikes_of(const std::vector<const CellPicture*>& pictures);  // of at least one

// From a window to the space in which distances are plain: its rows, one after another, each as long as a window. In
// that space the differences between strikes of one letter are of the same size in every direction.
std::vector<float> discriminant_of(const std::vector<Strikes>& letters);

}  // namespace emend::ocr
