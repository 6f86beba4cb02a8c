// Shows in the text where a bar strikes something out, so that what stands on both sides is not read as one sentence.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/page.h"

namespace emend::ocr {

// As transcribers write it.
inline constexpr std::string_view kBlackoutMark = "____";

// A word that reads kBlackoutMark for every blackout region of the page that stands in a line of its text: beside words
// and not over them. Its reading is sure and of witness `witness`. Returns how many there are.
std::size_t mark_blackouts(document::Page& page, std::size_t witness);

}  // namespace emend::ocr
