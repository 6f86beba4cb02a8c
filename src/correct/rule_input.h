// What a rule may look at. Everything is read-only and borrowed for the time of one call.
#pragma once

#include <string_view>
#include <vector>

#include "correct/rendering.h"
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
  Rendering rendering{};
};

// A text with its lines and tokens: what a RuleInput borrows from. Borrows the text and the lexicon itself.
class PreparedText {
 public:
  PreparedText(std::string_view text, const lexicon::Lexicon& lexicon, const document::Document* scan = nullptr,
               Rendering rendering = {});

  RuleInput input() const { return {text_, lines_, tokens_, lexicon_, scan_, rendering_}; }

 private:
  std::string_view text_;
  text::LineIndex lines_;
  std::vector<text::Token> tokens_;
  const lexicon::Lexicon& lexicon_;
  const document::Document* scan_;
  Rendering rendering_;
};

}  // namespace emend::correct
