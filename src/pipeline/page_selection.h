// Which pages of a document are wanted: "1,3,7-".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::pipeline {

class PageSelection {
 public:
  PageSelection() = default;  // every page

  // Page numbers from 1, ranges "2-5", open ranges "7-" and "-3", joined by commas. Error: kUsage.
  static Result<PageSelection> parse(std::string_view text);

  bool selects_all() const { return ranges_.empty(); }
  bool contains(std::size_t number) const;
  // The wanted indices (from 0) of a document with so many pages.
  std::vector<std::size_t> indices(std::size_t page_count) const;
  std::string text() const { return text_; }

 private:
  struct Range {
    std::size_t first = 1;
    std::size_t last = 0;
  };
  std::vector<Range> ranges_;
  std::string text_;
};

}  // namespace emend::pipeline
