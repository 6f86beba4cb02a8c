// What people are told about the edits of the mark layer.
#include <span>

#include "correct/marks/mark_repair.h"

namespace emend::correct {

constexpr std::array<RuleInfo, kMarkRepairs> kMarkRepairInfos = {{
    {.id = "misread-mark",
     .group = "marks",
     .summary = "Read one mark as another where the words around it say so",
     .why = "A comma and a full stop differ by a speck. The words around the mark, the capital behind it and what else "
            "the "
            "document confuses are weighed together.",
     .example_before = "he came. and went",
     .example_after = "he came, and went",
     .applicability = edit::Applicability::kAutomatic},
    {.id = "lost-mark",
     .group = "marks",
     .summary = "Put a mark where recognition lost it",
     .why = "Full stops and commas are the smallest signs of a page and the first to go.",
     .example_before = "the motion was carried The meeting then closed",
     .example_after = "the motion was carried. The meeting then closed",
     .applicability = edit::Applicability::kAutomatic},
    {.id = "stray-mark",
     .group = "marks",
     .summary = "Take out a mark that the sentence has no room for",
     .why = "Dirt is read as a mark: a speck between two words becomes a full stop, an apostrophe or a bullet.",
     .example_before = "the meeting of. the council",
     .example_after = "the meeting of the council",
     .applicability = edit::Applicability::kAutomatic},
    {.id = "misread-capital",
     .group = "marks",
     .summary = "Set right the capital of a word that is small there, or the other way round",
     .why = "Some letters differ from their capitals by size or a dot only: I and i, S and s, W and w.",
     .example_before = "he arrived In the evening",
     .example_after = "he arrived in the evening",
     .applicability = edit::Applicability::kAutomatic},
    {.id = "drifted-mark",
     .group = "marks",
     .summary = "Put a mark back to the word that it belongs to",
     .why = "Old printers set a narrow space before semicolons, colons and inside quotation marks, and recognition "
            "takes it for the "
            "space between words. A text that looks clean keeps its spaces.",
     .example_before = "they drink a great deal ; but seldom wash",
     .example_after = "they drink a great deal; but seldom wash",
     .applicability = edit::Applicability::kAutomatic},
}};

std::span<const RuleInfo> mark_repair_info() { return kMarkRepairInfos; }

}  // namespace emend::correct
