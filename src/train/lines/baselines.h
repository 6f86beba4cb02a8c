// Where the letters of each line stand, with what they say: NAME.baselines.tsv beside a picture NAME.png.
//
// One line of the file for each line of text: the points of the base line from left to right as "x y x y ...", in
// pixels of the picture, a tab, and the text; see docs/formats/baselines.md. Pure functions but for
// read_baselines.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "image/transform.h"

namespace emend::train {

struct Baseline {
  std::vector<image::Point> points;  // two or more, each further right than the one before
  std::string text;                  // UTF-8, not empty
};

std::string baselines_table(const std::vector<Baseline>& baselines);

// Errors: those of read_file; kUnreadable names the line that is not as above.
Result<std::vector<Baseline>> read_baselines(const std::filesystem::path& path);

// The usual width of a cell: the median over the lines of 15 characters and more, over all lines where there are none;
// 0 without lines. On fixed-pitch pages everything else about a letter's size follows from it.
double pitch_px_of(const std::vector<Baseline>& baselines);

}  // namespace emend::train
