#include "ocr/read_page.h"

#include "ocr/way_back.h"

namespace emend::ocr {
Result<document::Page> read_variant(Engine& engine, const image::Variant& variant, int scan_width_px,
                                    int scan_height_px) {
  auto page = engine.read(variant.picture);
  if (!page) return fail(page.error());
  page->width_px = scan_width_px;
  page->height_px = scan_height_px;
  // Points are measured on the paper, so font sizes are the same in every variant.
  const WayBack way_back(variant.to_scan, scan_width_px, scan_height_px);
  for (document::Block& block : page->blocks) way_back.map(block);
  return page;
}

}  // namespace emend::ocr
