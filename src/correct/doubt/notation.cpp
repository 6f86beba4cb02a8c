#include "correct/doubt/notation.h"

#include <algorithm>

namespace emend::correct {
namespace {

// Of a word in doubt; what is longer between brackets is a remark.
constexpr std::size_t kLongestWordBytes = 60;
constexpr std::string_view kNoWord = " \t\r\n\f[]";

// Where the notation that begins at the bracket ends; the bracket where there is none.
std::size_t end_of_notation(std::string_view text, std::size_t bracket) {
  const std::string_view rest = text.substr(bracket);
  if (rest.starts_with(kIllegible)) return bracket + kIllegible.size();
  if (rest.starts_with(kSic.substr(1))) return bracket + kSic.size() - 1;
  const std::size_t end = rest.substr(0, kLongestWordBytes).find_first_of(kNoWord, 1);
  if (end == rest.npos || end < 3 || !rest.substr(0, end + 1).ends_with(kDoubtEnds)) return bracket;
  return bracket + end + 1;
}

}  // namespace

std::vector<text::Span> notation_spans(std::string_view text) {
  std::vector<text::Span> spans;
  std::size_t last_end = 0;
  for (std::size_t at = text.find('['); at != text.npos; at = text.find('[', at + 1)) {
    const std::size_t end = end_of_notation(text, at);
    if (end == at) continue;
    std::size_t begin = at;
    if (text.substr(at, end - at) == kSic.substr(1)) {
      while (begin > last_end && text[begin - 1] == ' ') --begin;
      while (begin > last_end && kNoWord.find(text[begin - 1]) == kNoWord.npos) --begin;
    }
    spans.push_back({begin, end});
    last_end = end;
  }
  return spans;
}

void leave_notation(std::string_view text, std::vector<edit::Edit>& edits) {
  const std::vector<text::Span> spans = notation_spans(text);
  if (spans.empty()) return;
  std::erase_if(edits, [&](const edit::Edit& edit) {
    // The first notation that ends behind the edit's begin.
    const auto next = std::upper_bound(spans.begin(), spans.end(), edit.span.begin,
                                       [](std::size_t begin, text::Span span) { return begin < span.end; });
    return next != spans.end() && next->overlaps(edit.span);
  });
}

}  // namespace emend::correct
