// tokenise, LineIndex and visible: any bytes, also such as are not UTF-8. Every byte is in one token and on one line.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "expect.h"
#include "text/line_index.h"
#include "text/tokens.h"
#include "text/utf8.h"
#include "text/visible.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The index answers per byte below; longer inputs would only be slow.
  constexpr std::size_t kLongest = 4096;
  const std::string_view text(reinterpret_cast<const char*>(data), size < kLongest ? size : kLongest);

  const emend::text::LineIndex lines(text);
  std::size_t end = 0;
  for (const emend::text::Token& token : emend::text::tokenise(text)) {
    FUZZ_EXPECT(token.span.begin == end);
    FUZZ_EXPECT(token.span.end > token.span.begin);
    end = token.span.end;
    const std::size_t line = lines.line_of(token.span.begin);
    FUZZ_EXPECT(line < lines.line_count());
    FUZZ_EXPECT(lines.line_span(line).begin <= token.span.begin);
    FUZZ_EXPECT(lines.position_of(token.span.begin).line == line + 1);
  }
  FUZZ_EXPECT(end == text.size());

  for (const char c : emend::text::visible(text)) FUZZ_EXPECT(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  FUZZ_EXPECT(emend::text::is_valid_utf8(emend::text::visible(text)));
  FUZZ_EXPECT(emend::text::html_escaped(text).find('<') == std::string_view::npos);
  FUZZ_EXPECT(emend::text::is_valid_utf8(emend::text::repaired_utf8(text)));
  return 0;
}
