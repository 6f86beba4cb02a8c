// From the scan to the picture that engines read: every step that the damage calls for in turn, each recorded.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/page.h"
#include "image/picture.h"
#include "image/step.h"
#include "image/transform.h"

namespace emend::image {

// A picture to read, and the way back to the scan.
struct Variant {
  std::string name;  // "cleaned", "binarised"
  Picture picture;
  Transform to_scan;
};

struct CleanedPage {
  std::vector<Variant> variants;  // never empty; the first is the one to read when only one is read
  std::vector<document::CleaningRecord> records;
  std::vector<document::Region> regions;                       // what steps took off the page, in pixels of the scan
  std::vector<std::pair<std::string, Picture>> intermediates;  // after each applied step; only when asked for
};

struct CleanOptions {
  bool keep_intermediates = false;
};

// `damage` is that of the scan, as measure_damage() tells it; it is measured again where a step has changed the
// picture. A step that is not tried is recorded, too, with the figures that spoke against it.
CleanedPage clean(const Picture& scan, const document::Damage& damage, const std::vector<std::unique_ptr<Step>>& steps,
                  const CleanOptions& options);

// The picture to read once more, from the records of an earlier cleaning of the same scan: only the steps that were
// applied then are run, and nothing is measured.
Picture cleaned_again(const Picture& scan, const std::vector<document::CleaningRecord>& records,
                      const std::vector<std::unique_ptr<Step>>& steps);

}  // namespace emend::image
