// The piece of the scan behind each change, small enough for a report that is one file.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "document/document.h"
#include "image/picture.h"
#include "store/change_file.h"

namespace emend::report {

// A report of a thousand crops has about 12 MiB, which every browser opens at once.
inline constexpr std::size_t kMostCrops = 1000;

struct Crop {
  std::string jpeg;
  int width_px = 0;
  int height_px = 0;
  document::Box highlight;  // the words of the change, in pixels of the crop
};

struct Crops {
  std::map<std::size_t, Crop> by_record;  // index of the record
  std::size_t left_out = 0;               // changes that have a place on a scan but came after kMostCrops
  Problems problems;                      // pages whose scan could not be shown
};

// The part of the page to show for a change: its words with half a line around and two words on either side.
// Empty where it has no place on a scan.
document::Box crop_area(const document::Document& document, const store::ChangeRecord& record);

// Changes that wait for a person come first, then the others, in the order of the text. `load_scan` may be empty; it
// is called once per page at most, in the order of the pages.
Crops make_crops(const document::Document& document, const std::vector<store::ChangeRecord>& records,
                 const std::function<Result<image::Picture>(std::size_t page)>& load_scan);

}  // namespace emend::report
