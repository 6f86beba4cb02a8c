#include "check/xml_text.h"

#include "text/utf8.h"

namespace emend::check {

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text::to_code_points(text)) {
    switch (c) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\n': out += "&#10;"; break;
      case U'\r': out += "&#13;"; break;
      case U'\t': out += "&#9;"; break;
      default: text::append_utf8(out, c < 0x20 || c == 0xFFFE || c == 0xFFFF ? text::kReplacementCharacter : c);
    }
  }
  return out;
}

}  // namespace emend::check
