// What people are told about the edits that keep the columns of tables.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/table_columns.h"

namespace emend::correct {
namespace {

constexpr std::array<RuleInfo, 1> kInfo = {{
    {.id = kTableColumnId,
     .group = "lines",
     .summary = "Set the words of a table below each other",
     .why = "Engines write one space wherever the paper has room, so that nobody knows which figure belongs to which "
            "column. On a scan the words of three lines or more that leave the same wide gap are a table: its cells "
            "get the spaces that set them below each other, figures by their ends. Such lines are never joined to a "
            "paragraph. A text that was given as a text keeps its own spaces.",
     .example_before = "Stone 12 barges 117\nWages of the masons 40 men 1,212",
     .example_after = "Stone                 12 barges     117\nWages of the masons   40 men      1,212",
     .applicability = edit::Applicability::kAutomatic},
}};

}  // namespace

std::span<const RuleInfo> table_columns_info() { return kInfo; }

}  // namespace emend::correct
