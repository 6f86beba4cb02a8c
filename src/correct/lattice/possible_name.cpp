#include "correct/lattice/possible_name.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Whether a sentence begins there, so that the capital says nothing: a paragraph, or a word in small letters with a
// full stop behind it. Before the stop of a title or an initial stands a capital.
bool begins_sentence(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_not_of(" \t\r\n\"'(");
  if (last == std::string_view::npos) return true;
  const std::string_view between = text.substr(last + 1, at - last - 1);
  if (std::count(between.begin(), between.end(), '\n') > 1) return true;
  if (text[last] == '!' || text[last] == '?') return true;
  if (text[last] != '.' || last == 0) return false;
  const std::size_t space = text.substr(0, last).find_last_of(" \n\t");
  const std::string_view word = text.substr(space + 1, last - space - 1);
  return word.size() > 1 && text::casing_of(word) == text::Casing::kLower;
}

// Whether another part of a name may begin behind these letters.
bool ends_part(std::string_view before) {
  return before.ends_with('\'') || before.ends_with("’") || before.ends_with('-') || before == "Mc" || before == "Mac";
}

}  // namespace

bool is_cased_as_name(std::string_view word) {
  std::size_t first = 0;
  std::size_t letters = 0;
  bool has_small = false;
  for (std::size_t i = 0; i < word.size();) {
    const text::Decoded decoded = text::decode_at(word, i);
    const bool is_capital = text::is_upper(decoded.code_point);
    const bool is_small = text::is_lower(decoded.code_point);
    if (letters == 0) {
      if (is_small) return false;
      first = i;
    } else if (is_capital && !ends_part(word.substr(first, i - first))) {
      return false;
    }
    has_small |= is_small;
    if (is_capital || is_small) ++letters;
    i += decoded.size;
  }
  return has_small || letters == 1;
}

bool may_be_name(const Change& change, std::string_view text) {
  return (change.kind == ChangeKind::kMisread || change.kind == ChangeKind::kSplit) && !change.was_known &&
         !change.was_in_dictionary && is_cased_as_name(change.span.of(text)) &&
         !begins_sentence(text, change.span.begin);
}

}  // namespace emend::correct
