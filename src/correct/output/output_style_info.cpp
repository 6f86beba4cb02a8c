// What people are told about the edits that give the clean text the form that they want.
#include <array>
#include <span>

#include "correct/output/output_style.h"
#include "correct/rule.h"

namespace emend::correct {
namespace {

constexpr RuleInfo described(std::size_t id, std::string_view summary, std::string_view why, std::string_view before,
                             std::string_view after) {
  return {kOutputStyleIds[id], "output", summary, why, before, after, edit::Applicability::kAutomatic};
}

constexpr std::array<RuleInfo, kOutputStyleIds.size()> kInfo = {
    described(
        0, "Make one line of the lines of a paragraph, or lines of a wanted length",
        "Only with --layout paragraphs. The lines of the page are joined by a space, behind a dash or a hyphen by "
        "nothing; --wrap N breaks them anew. Verse, lists, tables, addresses and signatures keep their lines.",
        "the judgment of Rome by itself\nis everything", "the judgment of Rome by itself is everything"),
    described(
        1, "Gather the notes where they are wanted",
        "Only with --notes section or --notes document. Notes stand at the foot of their page; they move behind the "
        "section or the document, in their order. Where their numbers would come twice they are numbered through, "
        "with their marks.",
        "text[1]\n\n[1] Works.\n\nmore text", "text[1]\n\nmore text\n\n[1] Works."),
};

}  // namespace

std::span<const RuleInfo> output_style_info() { return kInfo; }

}  // namespace emend::correct
