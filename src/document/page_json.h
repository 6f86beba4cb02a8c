// A page as JSON: inside document.json, and by itself as the recorded engine replays it.
// The format is described in docs/formats/document.md. Pure functions.
#pragma once

#include <cstddef>
#include <string>

#include "base/json.h"
#include "base/json_reader.h"
#include "base/result.h"
#include "document/page.h"

namespace emend::document {

// Pixels; far above any scan, and sums of such coordinates stay inside an int.
inline constexpr int kLargestCoordinate = 10'000'000;

Json page_to_json(const Page& page);

// Readings may name the witnesses 0 to witness_count - 1; an engine's own page names only the first.
// Error: kUnreadable; it names the first value that is missing, of the wrong type or out of range.
Result<Page> page_from_json(const Json& json, const std::string& subject, std::size_t witness_count = 1);

// The same for a page inside a larger file; problems go to `reader`.
Page read_page(JsonReader& reader, const Json& json, std::size_t witness_count);

// The shortest decimal that reads back as the same float (0.97, not 0.9700000286102295). What is not finite is 0.
Json short_number(float value);

}  // namespace emend::document
