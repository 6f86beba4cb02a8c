#include "base/json.h"

namespace emend {
namespace {

// Deeper than any file of ours; keeps a hostile file from exhausting the stack.
constexpr int kDeepestNesting = 64;

bool is_too_deep(std::string_view text) {
  int depth = 0;
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
      if (++depth > kDeepestNesting) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& subject) {
  if (is_too_deep(text)) return fail(ErrorKind::kUnreadable, subject, "is nested too deeply for a file of emend");
  try {
    return Json::parse(text);
  } catch (const Json::exception& problem) {
    return fail(ErrorKind::kUnreadable, subject, std::string("is not valid JSON: ") + problem.what());
  }
}

std::string to_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string to_document(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace emend
