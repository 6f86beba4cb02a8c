#include "review/typed_line.h"

#include <istream>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::review {

std::optional<std::string> typed_line(std::istream& in) {
  std::string line;
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return line;
    }
    if (line.size() < kLongestTypedLine) line += static_cast<char>(c);
  }
  if (line.empty()) return std::nullopt;
  return line;
}

std::optional<std::string> meant_text(std::string_view typed) {
  if (!text::is_valid_utf8(typed)) return std::nullopt;
  if (typed == "\\-") return std::string();
  std::string out;
  for (std::size_t i = 0; i < typed.size();) {
    const text::Decoded decoded = text::decode_at(typed, i);
    if (decoded.code_point == '\\') {
      const char next = i + 1 < typed.size() ? typed[i + 1] : '\0';
      if (next == 'n')
        out += '\n';
      else if (next == 't')
        out += '\t';
      else if (next == '\\')
        out += '\\';
      else
        return std::nullopt;
      i += 2;
      continue;
    }
    if (text::is_control(decoded.code_point)) return std::nullopt;
    out += typed.substr(i, decoded.size);
    i += decoded.size;
  }
  return out;
}

}  // namespace emend::review
