// What people are told about the edits that put paragraph breaks where they are on the page.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/paragraphs.h"

namespace emend::correct {
namespace {

constexpr std::array<RuleInfo, 1> kInfo = {{
    {.id = kMissingBreakId,
     .group = "lines",
     .summary = "Put an empty line where a paragraph ends on the page",
     .why =
         "Engines see some paragraphs and overlook others. On a scan the lines themselves tell: the first line of a "
         "paragraph is indented, its last one ends early, there is more room between the lines, or the type changes. "
         "A sentence that goes on in small letters, lists, verse and short lines in a row speak against it.",
     .example_before = "misquoted formula does.\n   Constantly appealed to again are the words",
     .example_after = "misquoted formula does.\n\n   Constantly appealed to again are the words",
     .applicability = edit::Applicability::kAutomatic},
}};

}  // namespace

std::span<const RuleInfo> paragraphs_info() { return kInfo; }

}  // namespace emend::correct
