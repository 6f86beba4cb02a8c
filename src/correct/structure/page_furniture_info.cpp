// What people are told about the edits that take page furniture out of the text.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/page_furniture.h"

namespace emend::correct {
namespace {

constexpr RuleInfo described(std::size_t id, std::string_view summary, std::string_view why, std::string_view before,
                             std::string_view after) {
  return {kPageFurnitureIds[id], "pages", summary, why, before, after, edit::Applicability::kAutomatic};
}

constexpr std::array<RuleInfo, kPageFurnitureIds.size()> kInfo = {
    described(0, "Take the running head out of the text",
              "The title of the book or of the chapter stands over its pages and would break the sentence that goes on "
              "under it. It is known by three things together: it is set apart at the top of the page, the "
              "neighbouring pages say the same at the same height, and the page number beside it is the one that their "
              "count asks for. A title that is repeated without these stays, and a page that stands alone loses "
              "nothing: there it is only proposed. The record and the report keep what was taken out.",
              "20 THE AGE OF THE FATHERS\n\nhe had said so before.", "he had said so before."),
    described(1, "Take the page number out of the text",
              "A number that stands alone at the head or the foot of a page and is the one that the count of the "
              "neighbouring pages asks for, also where the engine misread a figure of it. A number that does not agree "
              "stays.",
              "and there he stayed until the war.\n\n48", "and there he stayed until the war."),
    described(2, "Take the printer's mark of a gathering out of the text",
              "Every sixteenth or eighth page of a book bears at its foot the number or the letter of its sheet, for "
              "the binder. It is taken out where page number and mark agree with each other.",
              "Second Lieutenant C. W. Wilson.\n\n3", "Second Lieutenant C. W. Wilson."),
    described(3, "Take the catchword out of the text",
              "Old books repeat the first word of the next page at the foot of this one. It is taken out where it "
              "stands alone at the right and the next page is there and begins with it.",
              "which they had never seen\n                          before", "which they had never seen"),
};

}  // namespace

std::span<const RuleInfo> page_furniture_info() { return kInfo; }

}  // namespace emend::correct
