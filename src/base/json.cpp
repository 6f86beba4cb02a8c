#include "base/json.h"

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

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& subject) {
  if (const std::string_view excess = excess_of(text); !excess.empty())
    return fail(ErrorKind::kUnreadable, subject, std::string(excess));
  try {
    return Json::parse(text);
  } catch (const Json::exception& problem) {
    return fail(ErrorKind::kUnreadable, subject, std::string("is not valid JSON: ") + problem.what());
  }
}

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_document(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace emend
