// Reads the variants of one cleaned page and brings every box back to the scan.
#pragma once

#include "base/result.h"
#include "document/page.h"
#include "image/clean.h"
#include "ocr/engine.h"

namespace emend::ocr {

// Reads `variant` and maps its boxes to a scan of the given size. Confidences are from 0 to 1 already.
Result<document::Page> read_variant(Engine& engine, const image::Variant& variant, int scan_width_px,
                                    int scan_height_px);

}  // namespace emend::ocr
