// Clean text as runs, each with the raw text that it comes from.
//
// Outside of accepted edits both are equal. Inside of one, the letters that it kept lead to themselves, so that a word
// made of two halves leads to both lines; what it put in leads to what it took out. What one edit takes out and another
// puts in elsewhere, as a note that is gathered behind the text, leads to where it was. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "edit/apply.h"

namespace emend::edit {

struct SourceRun {
  text::Span clean;      // never empty
  text::Span raw;        // empty where something was put in between two letters
  bool is_kept = false;  // letter for letter
};

// Without gaps over the clean text, in its order.
std::vector<SourceRun> source_runs(std::string_view raw_text, const CleanText& clean);

}  // namespace emend::edit
