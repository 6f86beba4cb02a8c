// What a rule may look at. Everything is read-only and borrowed for the time of one call.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "text/line_index.h"
#include "text/tokens.h"

namespace emend::correct {

// Built once per document and shared by all rules.
struct RuleInput {
  std::string_view text;  // the text to look at: raw, or raw with the edits of an earlier round
  const text::LineIndex& lines;
  const std::vector<text::Token>& tokens;
  const lexicon::Lexicon& lexicon;  // dictionaries, word lists and the document's own vocabulary
  // The words of the scan behind the text; null where there is none, and in later rounds.
  const document::Document* scan = nullptr;
};

}  // namespace emend::correct
