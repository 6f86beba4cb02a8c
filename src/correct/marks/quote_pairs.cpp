#include "correct/marks/quote_pairs.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {

void QuotePairs::add(std::size_t at, std::size_t bytes, bool is_double) {
  const auto is_free = [](const text::Decoded& c) { return c.size == 0 || text::is_space(c.code_point); };
  const bool is_free_before = is_free(text::decode_before(text_, at));
  const bool is_free_behind = is_free(text::decode_at(text_, at + bytes));
  Waiting waiting{{at, is_double, false, false}, Form::kGlued};
  if (is_free_before)
    waiting.form = is_free_behind ? Form::kFree : Form::kOpens;
  else if (is_free_behind)
    waiting.form = Form::kCloses;
  (is_double ? double_ : single_).push_back(waiting);
}

void QuotePairs::pair_up(std::vector<Waiting>& marks) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t open = kNone;
  const auto opens = [&](std::size_t i) {
    marks[i].mark.is_opening = true;
    open = i;
  };
  const auto closes = [&](std::size_t i) {
    if (open == kNone) return;
    marks[open].mark.has_partner = marks[i].mark.has_partner = true;
    open = kNone;
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool closing_follows = i + 1 < marks.size() && marks[i + 1].form == Form::kCloses;
    const bool free_follows = i + 1 < marks.size() && marks[i + 1].form == Form::kFree;
    switch (marks[i].form) {
      case Form::kOpens: opens(i); break;
      case Form::kCloses: closes(i); break;
      case Form::kFree:
        // Between one that opens and one that closes it is one too many.
        if (open != kNone && !closing_follows)
          closes(i);
        else if (open == kNone && (closing_follows || free_follows))
          opens(i);
        break;
      case Form::kGlued:
        if (open != kNone)
          closes(i);
        else
          opens(i);
        break;
    }
  }
  for (const Waiting& waiting : marks) told_.push_back(waiting.mark);
  marks.clear();
}

void QuotePairs::end_paragraph() {
  const std::size_t first = told_.size();
  pair_up(single_);
  pair_up(double_);
  std::sort(told_.begin() + static_cast<std::ptrdiff_t>(first), told_.end(),
            [](const PairedQuote& a, const PairedQuote& b) { return a.at < b.at; });
}

const PairedQuote* QuotePairs::find(std::size_t at) const {
  const auto found = std::lower_bound(told_.begin(), told_.end(), at,
                                      [](const PairedQuote& mark, std::size_t place) { return mark.at < place; });
  return found == told_.end() || found->at != at ? nullptr : &*found;
}

}  // namespace emend::correct
