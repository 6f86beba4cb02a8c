// What people are told about the edits that render what typists did on paper.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/typist_marks.h"

namespace emend::correct {
namespace {

constexpr std::array<RuleInfo, kTypistMarkIds.size()> kInfo = {{
    {.id = kWordsBetweenLinesId,
     .group = "typist",
     .summary = "Put words that stand between two lines into the line below",
     .why = "Words that were forgotten are put in above the line, between it and the one before, and engines read them "
            "as a line of their own. On a scan their feet show it: they are nearer to the line below than the lines of "
            "the page are to each other. They go where a caret stands, or else into the gap below their middle. It is "
            "only proposed, unless --marks asks for it: plain sets the words in, markdown marks them as inserted.",
     .example_before = "not\nwe shall pay for it",
     .example_after = "we shall not pay for it",
     .applicability = edit::Applicability::kAutomatic},
    {.id = kUnderlinedWordsId,
     .group = "typist",
     .summary = "Write underlined words as emphasis",
     .why =
         "Typists underline what they want to stress, and engines do not tell it. On a scan the stroke below the words "
         "is seen: thin, and as long as they are. Rules of forms and tables run on, bars are thick, and neither "
         "counts. document.json tells which words are underlined, whatever is asked for.",
     .example_before = "it must not be done",
     .example_after = "it must _not_ be done",
     .applicability = edit::Applicability::kAutomatic,
     .on_request = "--marks markdown"},
}};

}  // namespace

std::span<const RuleInfo> typist_marks_info() { return kInfo; }

}  // namespace emend::correct
