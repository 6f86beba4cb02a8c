// read_layout of check/layout.h: hOCR, ALTO and PAGE.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/layout.h"
#include "document/raw_text.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using emend::check::FileKind;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const FileKind kind : {FileKind::kHocr, FileKind::kAlto, FileKind::kPage}) {
    const auto layout = emend::check::read_layout(bytes, kind, "file");
    if (!layout) {
      FUZZ_EXPECT(layout.error().kind == emend::ErrorKind::kUnreadable);
      continue;
    }
    FUZZ_EXPECT(layout->images.size() == layout->pages.size());
    const auto raw = emend::document::RawText::from_pages(layout->pages);
    FUZZ_EXPECT(raw.places().size() == layout->word_spans.size());
    for (const auto& span : layout->word_spans)
      FUZZ_EXPECT(span.begin == emend::check::kNowhere || (span.begin <= span.end && span.end <= bytes.size()));
  }
  return 0;
}
