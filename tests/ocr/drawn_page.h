// Pages of drawn text for the tests of engines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "image/picture.h"

namespace emend::ocr {

// Black on white, a line of text each, in a plain sans-serif face about 20 pixels high; `channels` is 1 or 3.
image::Picture drawn_page(const std::vector<std::string>& lines, int channels = 1, int resolution_dpi = 0);

// A picture of one colour.
image::Picture plain_page(int width_px, int height_px, std::uint8_t value);

// The text of a page: its lines, without the empty ones between paragraphs.
std::vector<std::string> lines_of(const document::Page& page);

}  // namespace emend::ocr
