#include "check/wording.h"

#include "text/unicode.h"
#include "text/visible.h"

namespace emend::check {
namespace {

constexpr std::size_t kMostShown = 80;
constexpr std::size_t kMostOfMessage = 300;

}  // namespace

std::string message_of(const Finding& finding) {
  std::string message;
  if (!finding.before.empty() || !finding.after.empty()) {
    message += "'" + text::visible(finding.before, kMostShown) + "'";
    if (!finding.after.empty() || finding.has_fix) message += " -> '" + text::visible(finding.after, kMostShown) + "'";
    message += ": ";
  }
  return message + text::visible(finding.message, kMostOfMessage);
}

std::string_view fix_words(const Finding& finding) {
  if (!finding.has_fix) return "";
  return finding.is_safe ? "safe fix" : "proposed fix";
}

// The wide ranges of Unicode's EastAsianWidth.txt in large steps; enough to put a caret under a letter.
int width_of(char32_t c) {
  if (text::is_mark(c)) return 0;
  const bool is_wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
                       (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                       (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
                       (c >= 0x1F900 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
  return is_wide ? 2 : 1;
}

std::string uri_of(std::string_view name) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                          c == '.' || c == '_' || c == '~' || c == '/';
    if (is_plain) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return name.starts_with('/') ? "file://" + uri : uri;
}

}  // namespace emend::check
