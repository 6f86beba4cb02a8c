// document_from_json and page_from_json: any bytes; what they take can be written and read again without a change,
// and every place of the text leads to a word.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.h"
#include "document/page_json.h"
#include "expect.h"
#include "store/document_file.h"

namespace {

void check_document(std::string_view bytes) {
  const auto document = emend::store::document_from_json(bytes, "input");
  if (!document) return;
  const std::string_view text = document->raw.text();
  for (const auto& place : document->raw.places()) {
    FUZZ_EXPECT(place.span.begin < place.span.end && place.span.end <= text.size());
    const auto& block = document->pages.at(place.page).blocks.at(place.block);
    const auto& line = block.paragraphs.at(place.paragraph).lines.at(place.line);
    for (const auto& reading : line.words.at(place.word).readings)
      FUZZ_EXPECT(reading.witness < document->witnesses.size());
  }
  const std::string written = emend::store::document_to_json(*document);
  const auto again = emend::store::document_from_json(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(emend::store::document_to_json(*again) == written);
}

void check_page(std::string_view bytes) {
  const auto json = emend::parse_json(bytes, "input");
  if (!json) return;
  const auto page = emend::document::page_from_json(*json, "input");
  if (!page) return;
  const emend::Json written = emend::document::page_to_json(*page);
  const auto again = emend::document::page_from_json(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(emend::document::page_to_json(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_document(bytes);
  check_page(bytes);
  return 0;
}
