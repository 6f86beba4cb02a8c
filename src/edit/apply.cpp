#include "edit/apply.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"

namespace emend::edit {

std::size_t CleanText::to_clean(std::size_t raw_offset) const {
  const auto after = std::partition_point(applied.begin(), applied.end(),
                                          [&](const AppliedSpan& span) { return span.raw.begin <= raw_offset; });
  if (after == applied.begin()) return raw_offset;
  const AppliedSpan& last = *std::prev(after);
  return raw_offset < last.raw.end ? last.clean.begin : raw_offset - last.raw.end + last.clean.end;
}

std::size_t CleanText::to_raw(std::size_t clean_offset) const {
  const auto after = std::partition_point(applied.begin(), applied.end(),
                                          [&](const AppliedSpan& span) { return span.clean.begin <= clean_offset; });
  if (after == applied.begin()) return clean_offset;
  const AppliedSpan& last = *std::prev(after);
  return clean_offset < last.clean.end ? last.raw.begin : clean_offset - last.clean.end + last.raw.end;
}

CleanText apply(std::string_view raw_text, const DecidedEdits& edits) {
  CleanText clean;
  clean.text.reserve(raw_text.size());
  std::size_t done = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (!edits[i].is_accepted()) continue;
    const text::Span span = edits[i].edit.span;
    EMEND_ASSUME(span.begin >= done && span.begin <= span.end && span.end <= raw_text.size(),
                 "accepted edits are sorted and do not overlap");
    EMEND_ASSUME(span.of(raw_text) == edits[i].edit.before, "an edit's before is the raw text that it covers");
    clean.text += raw_text.substr(done, span.begin - done);
    const std::size_t begin = clean.text.size();
    clean.text += edits[i].replacement();
    clean.applied.push_back({span, {begin, clean.text.size()}, i});
    done = span.end;
  }
  clean.text += raw_text.substr(done);
  return clean;
}

std::string undo(const CleanText& clean, const DecidedEdits& edits) {
  std::string raw;
  std::size_t done = 0;
  for (const AppliedSpan& span : clean.applied) {
    raw += std::string_view(clean.text).substr(done, span.clean.begin - done);
    raw += edits[span.edit].edit.before;
    done = span.clean.end;
  }
  return raw + clean.text.substr(done);
}

void sort_by_place(std::vector<Edit>& edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::tie(a.span, a.after, a.rule) < std::tie(b.span, b.after, b.rule);
  });
}

}  // namespace emend::edit
