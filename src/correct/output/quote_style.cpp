#include <string>

#include "correct/output/output_style.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// What a typewriter has for a sign of print; nothing for all others.
std::string_view plain(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛': return "'";
    case U'“':
    case U'”':
    case U'„':
    case U'‟': return "\"";
    case U'—': return "--";
    case U'–': return "-";
    case U'…': return "...";
    default: return {};
  }
}

// A quote opens where nothing, white space, an opening bracket, a dash or another opening quote stands before it.
bool opens(std::string_view text, std::size_t at) {
  const text::Decoded before = text::decode_before(text, at);
  return before.size == 0 || text::is_space(before.code_point) || before.code_point == U'(' ||
         before.code_point == U'[' || before.code_point == U'—' || before.code_point == U'“' ||
         before.code_point == U'‘' || (before.code_point == U'-' && at > 1 && text[at - 2] == '-');
}

}  // namespace

std::vector<edit::Edit> quote_style_edits(std::string_view text, QuoteStyle quotes) {
  std::vector<edit::Edit> edits;
  if (quotes == QuoteStyle::kKeep) return edits;
  const std::string reason = quotes == QuoteStyle::kPlain ? "Plain signs are wanted" : "Signs of print are wanted";
  bool opened = false;  // the straight double quote before opened a quotation
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded here = text::decode_at(text, i);
    std::string after;
    if (quotes == QuoteStyle::kPlain) {
      after = plain(here.code_point);
    } else if (here.code_point == U'"') {
      opened = opens(text, i) || (opened && i > 0 && text[i - 1] == '"');
      after = opened ? "“" : "”";
    } else if (here.code_point == U'\'') {
      after = opens(text, i) || (i > 0 && text[i - 1] == '"' && opened) ? "‘" : "’";
    }
    if (!after.empty()) edits.push_back(style_edit(text, 1, {i, i + here.size}, std::move(after), reason));
    i += here.size;
  }
  return edits;
}

}  // namespace emend::correct
