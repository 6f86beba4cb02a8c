#include "pipeline/paper.h"

#include <optional>

#include "image/binarise.h"
#include "image/raised_ink.h"

namespace emend::pipeline {
namespace {

// The ink of one page at a time; pages are asked for in order.
class Ink {
 public:
  explicit Ink(const ScanPages& scans) : load_(scans.loader()) {}

  const image::Picture* of(std::size_t page) {
    if (!load_) return nullptr;
    if (page_ != page) {
      page_ = page;
      ink_.reset();
      if (const auto picture = load_(page)) ink_ = image::binarised(*picture, image::binarisation_window_px(*picture));
    }
    return ink_ ? &*ink_ : nullptr;
  }

 private:
  std::function<Result<image::Picture>(std::size_t)> load_;
  std::optional<std::size_t> page_;
  std::optional<image::Picture> ink_;
};

}  // namespace

std::vector<layout::PageLayout> paper_layouts(const Loaded& loaded) {
  if (!loaded.scans.has_scan()) return layout::page_layouts(loaded.document);
  Ink ink(loaded.scans);
  return layout::page_layouts(loaded.document, [&](std::size_t page, const document::Line& line) {
    std::vector<layout::RaisedPiece> pieces;
    const image::Picture* picture = ink.of(page);
    if (picture == nullptr) return pieces;
    document::Line measured{line.box, line.baseline, static_cast<float>(layout::x_height_of(line)), {}};
    for (const image::RaisedInk& raised : image::raised_ink(*picture, measured))
      pieces.push_back({static_cast<double>(raised.box.x), static_cast<double>(raised.box.right()), raised.height,
                        raised.width, raised.rise, raised.gap_before});
    return pieces;
  });
}

}  // namespace emend::pipeline
