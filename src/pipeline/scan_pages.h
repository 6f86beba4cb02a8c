// The scan behind a document, opened again page by page when a report wants a crop.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "image/picture.h"
#include "image/scan_source.h"

namespace emend::pipeline {

class ScanPages {
 public:
  ScanPages() = default;  // a text has none
  // `indices`: where each of the document's pages is in the source.
  ScanPages(std::unique_ptr<image::ScanSource> source, std::vector<std::size_t> indices)
      : source_(std::move(source)), indices_(std::move(indices)) {}

  bool has_scan() const { return source_ != nullptr; }

  // For reports: the picture of a page (index into Document::pages). Borrows this object; empty for a text.
  std::function<Result<image::Picture>(std::size_t)> loader() const {
    if (source_ == nullptr) return {};
    return [this](std::size_t page) -> Result<image::Picture> {
      auto loaded = source_->load(indices_.at(page));
      if (!loaded) return fail(loaded.error());
      return std::move(loaded->picture);
    };
  }

 private:
  std::unique_ptr<image::ScanSource> source_;
  std::vector<std::size_t> indices_;
};

}  // namespace emend::pipeline
