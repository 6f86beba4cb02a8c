#include "check/mojibake.h"

#include <array>
#include <cstring>

#include "text/utf8.h"

namespace emend::check {
namespace {

// What Windows-1252 has for 0x80 to 0x9F; 0 where it has nothing and programs keep the control character.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr std::array<char32_t, 32> kSpecials = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte of Windows-1252, or -1.
int byte_of(char32_t c) {
  if (c >= 0xA0 && c <= 0xFF) return static_cast<int>(c);
  if (c >= 0x80 && c < 0xA0) return static_cast<int>(c);
  for (std::size_t i = 0; i < kSpecials.size(); ++i)
    if (kSpecials[i] == c) return static_cast<int>(0x80 + i);
  return -1;
}

// "Ç’" would be "ǒ": a letter and an apostrophe may stand side by side in true text. A character of its own must be one
// that often comes out so, a Latin letter or a mark of three bytes; where several come out, that is proof enough.
bool is_convincing(std::string_view bytes) {
  const std::u32string meant = text::to_code_points(bytes);
  return meant.size() > 1 || (meant.size() == 1 && (meant[0] <= 0xFF || meant[0] >= 0x800));
}

}  // namespace

std::vector<Mojibake> find_mojibake(std::string_view text) {
  std::vector<Mojibake> found;
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    // A run of characters that Windows-1252 has beyond ASCII.
    const std::size_t begin = i;
    std::string bytes;
    std::size_t characters = 0;
    while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) {
      const text::Decoded decoded = text::decode_at(text, i);
      const int byte = byte_of(decoded.code_point);
      if (byte < 0) break;
      bytes += static_cast<char>(byte);
      ++characters;
      i += decoded.size;
    }
    if (characters >= 2 && text::is_valid_utf8(bytes) && is_convincing(bytes)) {
      // "Ã " and the like lose their second half to a space; only whole runs are told.
      found.push_back({{begin, i}, bytes});
    } else if (i == begin) {
      i += text::decode_at(text, i).size;
    }
  }
  return found;
}

}  // namespace emend::check
