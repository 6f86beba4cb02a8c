// What people are told about the marks of doubt.
#include <array>
#include <span>

#include "correct/doubt/notation.h"
#include "correct/rule.h"

namespace emend::correct {
namespace {

constexpr std::array<RuleInfo, 3> kInfos = {{
    {.id = kDoubtfulWord,
     .group = "doubt",
     .summary = "Set a word that is in doubt between brackets, with a question mark",
     .why =
         "A reader should see where a text is not to be trusted. A word that was changed is as sure as the change, "
         "one for which another is proposed as sure as that is not, and any other word of a scan as sure as the "
         "engine was. Below the probability that the user sets with --mark-doubtful, the word is marked. A word that "
         "a person has decided about is never in doubt.",
     .example_before = "the commitfee met",
     .example_after = "the [commitfee?] met",
     .applicability = edit::Applicability::kAutomatic,
     .on_request = "--mark-doubtful"},
    {.id = kIllegibleWord,
     .group = "doubt",
     .summary = "Put [illegible] where a word cannot be read",
     .why = "Below the probability that the user sets with --mark-illegible, what was read is worth less than saying "
            "that nobody can read it. The record keeps what was read.",
     .example_before = "the c0mm#fse met",
     .example_after = "the [illegible] met",
     .applicability = edit::Applicability::kAutomatic,
     .on_request = "--mark-illegible"},
    {.id = kTypistsError,
     .group = "doubt",
     .summary = "Leave a typist's own error alone, and mark it with [sic]",
     .why =
         "What the typist mistyped and the engine read rightly belongs to the document. With --sic leave, a word of a "
         "scan whose every letter was read with high confidence, and in whose place nothing else was seen, keeps its "
         "letters, and its repair is only proposed; with --sic mark, [sic] stands behind it as well.",
     .example_before = "they recieved it",
     .example_after = "they recieved [sic] it",
     .applicability = edit::Applicability::kAutomatic,
     .on_request = "--sic mark"},
}};

}  // namespace

std::span<const RuleInfo> doubt_marks_info() { return kInfos; }

}  // namespace emend::correct
