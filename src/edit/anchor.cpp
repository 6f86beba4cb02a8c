#include "edit/anchor.h"

#include <map>

#include "base/content_hash.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::edit {
namespace {

// Letters and digits of context on either side, inside the paragraph. White space and punctuation are left out of it,
// so re-wrapped or re-spaced text keeps its decisions, and so does a paragraph whose neighbours change.
constexpr int kContextLength = 24;

bool counts(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

// Collects context while it walks; says when a paragraph border or enough of it was met.
class Context {
 public:
  bool wants_more(char32_t c) {
    if (c == '\n' && ++line_breaks_ == 2) return false;
    if (!text::is_space(c)) line_breaks_ = 0;
    if (counts(c)) letters_ += c;
    return letters_.size() < kContextLength;
  }
  std::string text() const { return text::to_utf8(letters_); }

 private:
  std::u32string letters_;
  int line_breaks_ = 0;
};

std::string context_before(std::string_view raw, std::size_t offset) {
  Context context;
  while (offset > 0) {
    const text::Decoded decoded = text::decode_before(raw, offset);
    if (!context.wants_more(decoded.code_point)) break;
    offset -= decoded.size;
  }
  return context.text();
}

std::string context_after(std::string_view raw, std::size_t offset) {
  Context context;
  while (offset < raw.size()) {
    const text::Decoded decoded = text::decode_at(raw, offset);
    if (!context.wants_more(decoded.code_point)) break;
    offset += decoded.size;
  }
  return context.text();
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
