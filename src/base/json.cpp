#include "base/json.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace emend {
namespace {

// Deeper than any file of ours; keeps a hostile file from exhausting the stack.
constexpr std::size_t kDeepestNesting = 64;

// An object keeps the order of its keys and looks each new one up among those before it, so a million keys would take
// hours. Objects of ours have a few dozen members; what grows with a document is in arrays.
constexpr std::size_t kMostMembers = 1000;

// What is beyond the limits, as the end of a sentence; empty where nothing is. Needs no valid JSON.
std::string_view excess_of(std::string_view text) {
  std::array<std::size_t, kDeepestNesting + 1> members{};  // of the open object or array of each depth
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (depth == kDeepestNesting) return "is nested too deeply for a file of emend";
      members[++depth] = 0;
    } else if (c == '}' || c == ']') {
      if (depth > 0) --depth;
    } else if (c == ':') {
      if (++members[depth] > kMostMembers) return "has an object with too many members for a file of emend";
    }
  }
  return {};
}

// "line 3, column 7"; of a text of one line, as the lines of a JSON-lines file are, only the column. In characters.
std::string place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto is_begin_of_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto column =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(begin), before.end(), is_begin_of_character) + 1;
  const std::string in_line = "column " + std::to_string(column);
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || first_end + 1 == text.size()) return in_line;
  return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ", " + in_line;
}

// What the library could not read, and where. `bytes_read`: the last of them is the one that it did not expect.
std::string fault_at(std::string_view text, std::size_t bytes_read) {
  const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;  // npos + 1 is 0
  if (end == 0) return "there is nothing in it";
  if (bytes_read == 0 || bytes_read > end) return "it ends too early, at " + place_of(text, end);
  const std::size_t offset = bytes_read - 1;
  const char c = text[offset];
  const auto byte = static_cast<unsigned char>(c);
  std::string what = "'" + std::string(1, c) + "'";
  if (byte >= 0x80) what = "a character that is not ASCII or not UTF-8";
  if (byte < 0x20 || byte == 0x7F) what = c == '\n' || c == '\r' ? "a line break" : "a control character";
  return what + " has no place at " + place_of(text, offset);
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& subject) {
  if (const std::string_view excess = excess_of(text); !excess.empty())
    return fail(ErrorKind::kUnreadable, subject, std::string(excess));
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& problem) {
    return fail(ErrorKind::kUnreadable, subject, "is not valid JSON: " + fault_at(text, problem.byte));
  } catch (const Json::exception&) {
    return fail(ErrorKind::kUnreadable, subject, "is not valid JSON: it has a number that is too large");
  }
}

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_document(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace emend
