// What people are told about the edits of footnotes on scanned pages.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/footnotes.h"

namespace emend::correct {
namespace {

constexpr std::array<RuleInfo, kFootnoteIds.size()> kInfo = {{
    {.id = kRaisedMarkId,
     .group = "footnotes",
     .summary = "Set a raised figure behind a word as the footnote mark that it is",
     .why = "Engines have seen few footnote marks and read them as !, ?, ‘, ®, * or nothing at all. On a scan the ink "
            "itself tells: a raised figure hangs above the feet of the line and is larger than any quote. Its number "
            "follows from what was read of it, from its place in the count and from the notes at the foot of the page. "
            "Pages without notes are left alone, and a mark that has no note is only proposed. Signs are given the "
            "letters of their traditional order, so that an asterisk is [A].",
     .example_before = "has been proclaimed by the authority of St Paul.” ?",
     .example_after = "has been proclaimed by the authority of St Paul.”[2]",
     .applicability = edit::Applicability::kAutomatic},
    {.id = kFootnoteLabelId,
     .group = "footnotes",
     .summary = "Set the figure before a note as its label, and the note as a paragraph",
     .why =
         "Notes stand at the foot of the page in smaller type, and each begins with a raised figure. Engines misread "
         "it as they misread marks, and run short notes together on one line. The labels count as the marks do.",
     .example_before = "1 Bossuet, xxii. p. 277. ? Works, ii. p. 83.",
     .example_after = "[1] Bossuet, xxii. p. 277.\n\n[2] Works, ii. p. 83.",
     .applicability = edit::Applicability::kAutomatic},
}};

}  // namespace

std::span<const RuleInfo> footnotes_info() { return kInfo; }

}  // namespace emend::correct
