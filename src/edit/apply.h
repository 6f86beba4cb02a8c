// Raw text plus decisions gives clean text, and a map between the two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/decision.h"
#include "text/span.h"

namespace emend::edit {

// An accepted edit's two ends: raw[raw_span] became clean[clean_span].
struct AppliedSpan {
  text::Span raw;
  text::Span clean;
  std::size_t edit = 0;  // index into the decided edits
};

struct CleanText {
  std::string text;
  std::vector<AppliedSpan> applied;  // in the order of the text

  // Where a raw offset went; offsets inside a replaced range go to the start of what replaced it.
  std::size_t to_clean(std::size_t raw_offset) const;
  // Where a clean offset came from; offsets inside a replacement come from the start of what was replaced.
  std::size_t to_raw(std::size_t clean_offset) const;
};

// Applies the accepted edits. They are sorted and do not overlap, and each `before` is the raw text under its span.
CleanText apply(std::string_view raw_text, const DecidedEdits& edits);

// Takes every applied edit back; gives the raw text, byte for byte.
std::string undo(const CleanText& clean, const DecidedEdits& edits);

// Sorts by span, then by text: the order that apply, anchor_keys and reports want.
void sort_by_place(std::vector<Edit>& edits);

}  // namespace emend::edit
