// Crops of the scan as files, for a review in a terminal that can only name them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>

#include "base/result.h"
#include "document/document.h"
#include "image/picture.h"
#include "store/change_file.h"

namespace emend::review {

using LoadScan = std::function<Result<image::Picture>(std::size_t page)>;

// Writes FOLDER/<key>.png when a change is first looked at; keeps the scan of the last page in memory.
// Borrows the document. One thread at a time.
class CropFolder {
 public:
  CropFolder(const document::Document& document, LoadScan load_scan, std::filesystem::path folder)
      : document_(document), load_scan_(std::move(load_scan)), folder_(std::move(folder)) {}

  // Errors: kMissing where the change has no place on a scan; those of the scan; kUnwritable.
  Result<std::filesystem::path> crop_of(const store::ChangeRecord& record);

 private:
  const document::Document& document_;
  LoadScan load_scan_;
  std::filesystem::path folder_;
  std::optional<std::size_t> page_;  // of scan_
  image::Picture scan_;
};

}  // namespace emend::review
