// All rules and the decoder over one text, in rounds, until nothing more would be repaired automatically.
#pragma once

#include <vector>

#include "correct/lattice/word_repair.h"
#include "correct/marks/mark_repair.h"
#include "correct/output/output_style.h"
#include "correct/rule.h"
#include "document/document.h"
#include "edit/edit.h"
#include "layout/page_layout.h"
#include "lexicon/lexicon.h"

namespace emend::correct {

// Rounds after which what is still found stays unrepaired. Two are the rule; more come only from contrived texts.
inline constexpr int kMostRounds = 5;
// The same for turns of repairing and rendering, where the user asks for another typography.
inline constexpr int kMostPasses = 6;

struct ProposeOptions {
  Rendering rendering{};
  bool keeps_line_ends = false;  // what would move words over them is only proposed
  // What the layout of the pages asks for, sorted by place and without overlap: the rules see the text as the automatic
  // ones leave it. Borrowed; null: nothing.
  const std::vector<edit::Edit>* structure = nullptr;
  // What is done to a scan's words when they are repaired: emphasis for underlined ones, and the columns of tables, of
  // these pages. Borrowed; null: no columns.
  bool tells_underlines = false;
  const std::vector<layout::PageLayout>* tables_of = nullptr;
  OutputStyle style{};  // the form of the clean text; given to it when nothing more is repaired
};

// Sorted edits on the raw text that do not overlap. A repair can uncover another fault: the rules then run again on the
// repaired text, and what they find is told as an edit of the raw text; where it meets an earlier edit, the two
// become one, with the evidence of both. Depends on nothing but its arguments, so what a person rejected keeps its key.
// `words` and `marks` propose beside the rules; null: nobody does.
std::vector<edit::Edit> propose_edits(const document::Document& document, const RuleSet& rules,
                                      const lexicon::Lexicon& lexicon, const WordRepair* words = nullptr,
                                      const MarkRepair* marks = nullptr, const ProposeOptions& options = {});

}  // namespace emend::correct
