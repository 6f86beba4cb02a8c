// Raw and clean text cut into pieces of whole lines that answer each other.
//
// The diff looks for changed lines in them; the HTML report sets them side by side.
#pragma once

#include <string_view>
#include <vector>

#include "edit/apply.h"
#include "text/span.h"

namespace emend::report {

struct LineRegion {
  text::Span raw;
  text::Span clean;
  bool is_changed = false;  // an edit was applied in it
};

// In the order of the text; together they cover both texts. A region is as small as its edits allow: usually one line,
// more where an edit joins or splits lines. `together` are ranges of the raw text that no border may cut, sorted by
// their begin.
std::vector<LineRegion> line_regions(std::string_view raw, const edit::CleanText& clean,
                                     const std::vector<text::Span>& together = {});

}  // namespace emend::report
