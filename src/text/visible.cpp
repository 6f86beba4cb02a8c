#include "text/visible.h"

#include <cstdio>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::text {
namespace {

void append_code(std::string& out, char32_t c) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer,
                c < 0x100     ? "\\x%02x"
                : c < 0x10000 ? "\\u%04x"
                              : "\\U%06x",
                static_cast<unsigned>(c));
  out += buffer;
}

}  // namespace

std::string visible(std::string_view text, std::size_t limit_code_points) {
  std::u32string code_points = to_code_points(text);
  if (code_points.size() > limit_code_points && limit_code_points > 2) {
    const std::size_t half = (limit_code_points - 1) / 2;
    code_points = code_points.substr(0, half) + U'…' + code_points.substr(code_points.size() - half);
  }
  std::string out;
  for (const char32_t c : code_points) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (is_control(c))
      append_code(out, c);
    else
      append_utf8(out, c);
  }
  return out;
}

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : to_code_points(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (is_control(c))
          append_code(out, c);
        else
          append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace emend::text
