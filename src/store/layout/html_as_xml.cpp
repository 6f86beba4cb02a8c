#include "store/layout/html_as_xml.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace emend::store {
namespace {

// HTML 5, section 13.1.2: void elements.
constexpr std::array<std::string_view, 14> kNeverClosed = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                           "input", "link", "meta", "param", "source", "track", "wbr"};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_';
}

char to_small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Line ends stay, so that lines can be counted.
void blank(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, text.size()); ++i)
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
}

// Behind the ">" of the tag that begins at `at`; quoted values may hold one.
std::size_t end_of_tag(const std::string& html, std::size_t at) {
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return html.size();
}

}  // namespace

std::string html_as_xml(std::string html) {
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
    if (html.compare(at, 4, "<!--") == 0) {
      const std::size_t end = html.find("-->", at);
      if (end == std::string::npos) break;
      at = end + 3;
      continue;
    }
    const std::size_t begin = at;
    std::size_t name = at + 1;
    const bool is_end = name < html.size() && html[name] == '/';
    if (is_end) ++name;
    std::size_t name_end = name;
    for (; name_end < html.size() && is_name_character(html[name_end]); ++name_end)
      html[name_end] = to_small(html[name_end]);
    at = end_of_tag(html, name_end);
    const std::string_view element = std::string_view(html).substr(name, name_end - name);
    if (std::find(kNeverClosed.begin(), kNeverClosed.end(), element) != kNeverClosed.end()) {
      blank(html, begin, at);
    } else if (!is_end && (element == "script" || element == "style") && html[at - 2] != '/') {
      const std::size_t end = html.find("</" + std::string(element), at);
      blank(html, at, end);
      if (end == std::string::npos) break;
      at = end;
    }
  }
  return html;
}

}  // namespace emend::store
