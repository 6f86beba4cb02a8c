#include "report/line_regions.h"

#include <algorithm>

namespace emend::report {

std::vector<LineRegion> line_regions(std::string_view raw, const edit::CleanText& clean,
                                     const std::vector<text::Span>& together) {
  std::vector<LineRegion> regions;
  LineRegion region;
  std::size_t applied = 0;       // edits that end before the border at hand
  std::size_t bound = 0;         // ranges of `together` that begin before it
  std::size_t bound_end = 0;     // the furthest end among those
  std::size_t applied_done = 0;  // edits that are in earlier regions
  for (std::size_t border = 0; border < raw.size();) {
    border = std::min(raw.find('\n', border), raw.size() - 1) + 1;
    const bool is_last = border == raw.size();

    // An edit belongs to the line that it begins in; an insertion on the border to the line behind it.
    while (applied < clean.applied.size() &&
           (is_last || (clean.applied[applied].raw.begin < border && clean.applied[applied].raw.end <= border)))
      ++applied;
    const bool cuts_an_edit = !is_last && applied < clean.applied.size() && clean.applied[applied].raw.begin < border;
    while (bound < together.size() && together[bound].begin < border)
      bound_end = std::max(bound_end, together[bound++].end);
    if (!is_last && (cuts_an_edit || bound_end > border)) continue;

    std::size_t clean_border = clean.text.size();
    if (!is_last) {
      const edit::AppliedSpan before = applied > 0 ? clean.applied[applied - 1] : edit::AppliedSpan();
      clean_border = border - before.raw.end + before.clean.end;
      // The line feed before the border may be gone from the clean text; then the lines have become one.
      if (clean_border > 0 && clean.text[clean_border - 1] != '\n') continue;
    }
    region.raw.end = border;
    region.clean.end = clean_border;
    region.is_changed = applied > applied_done;
    regions.push_back(region);
    applied_done = applied;
    region.raw.begin = border;
    region.clean.begin = clean_border;
  }
  if (raw.empty() && !clean.text.empty()) regions.push_back({{}, {0, clean.text.size()}, true});
  return regions;
}

}  // namespace emend::report
