#include "pipeline/page_problems.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace emend::pipeline {
namespace {

// Above, a page is told to be read badly: one word in three has an error then.
constexpr float kPoorErrorRate = 0.08F;

std::size_t count_of(const document::Page& page, document::RegionKind kind) {
  return static_cast<std::size_t>(std::count_if(page.regions.begin(), page.regions.end(),
                                                [&](const document::Region& region) { return region.kind == kind; }));
}

}  // namespace

Problems problems_of(const document::Page& page) {
  Problems problems;
  const auto tell = [&](Severity severity, std::string what, std::string hint) {
    problems.push_back({severity, {ErrorKind::kUnreadable, "", std::move(what), std::move(hint)}, page.number});
  };
  const std::size_t unread = count_of(page, document::RegionKind::kUnreadInk);
  if (!page.has_words())
    tell(Severity::kWarning,
         unread > 0 ? "no text was read on this page, though lines of ink are on it"
                    : "no text was found on this page: it is blank or holds pictures only",
         "");
  else if (unread > 0)
    tell(Severity::kWarning,
         fmt::format("{} of ink on this page {} not read", unread == 1 ? "1 line" : fmt::format("{} lines", unread),
                     unread == 1 ? "was" : "were"),
         "look at the page; document.json tells where (regions, unread-ink)");
  if (page.expected_error_rate > kPoorErrorRate)
    tell(Severity::kNote,
         fmt::format("this page was read badly: about {:.0f} % of its characters may be wrong",
                     static_cast<double>(page.expected_error_rate) * 100),
         "scan it again if the original is at hand, or review it first");
  return problems;
}

}  // namespace emend::pipeline
