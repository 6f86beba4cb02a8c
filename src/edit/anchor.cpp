#include "edit/anchor.h"

#include <map>

#include "base/content_hash.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::edit {
namespace {

// Letters and digits of context on either side; white space and punctuation are left out of it, so that re-wrapped
// or re-spaced text keeps its decisions.
constexpr int kContextLength = 24;

bool counts(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

std::string context_before(std::string_view raw, std::size_t offset) {
  std::u32string context;
  while (context.size() < kContextLength && offset > 0) {
    const text::Decoded decoded = text::decode_before(raw, offset);
    if (counts(decoded.code_point)) context += decoded.code_point;
    offset -= decoded.size;
  }
  return text::to_utf8(context);
}

std::string context_after(std::string_view raw, std::size_t offset) {
  std::u32string context;
  while (context.size() < kContextLength && offset < raw.size()) {
    const text::Decoded decoded = text::decode_at(raw, offset);
    if (counts(decoded.code_point)) context += decoded.code_point;
    offset += decoded.size;
  }
  return text::to_utf8(context);
}

}  // namespace

std::vector<std::string> anchor_keys(std::string_view raw_text, const std::vector<Edit>& edits) {
  std::vector<std::string> keys;
  keys.reserve(edits.size());
  std::map<std::string, int> occurrences;
  for (const Edit& edit : edits) {
    const char kSeparator = '\x1f';
    std::string content = edit.before + kSeparator + edit.after + kSeparator +
                          context_before(raw_text, edit.span.begin) + kSeparator +
                          context_after(raw_text, edit.span.end);
    const int occurrence = occurrences[content]++;
    content += kSeparator + std::to_string(occurrence);
    keys.push_back(content_hash(content).substr(0, 16));
  }
  return keys;
}

}  // namespace emend::edit
