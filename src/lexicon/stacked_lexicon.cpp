#include "lexicon/stacked_lexicon.h"

namespace emend::lexicon {

StackedLexicon::StackedLexicon(std::vector<std::unique_ptr<Lexicon>> first_to_last)
    : lexicons_(std::move(first_to_last)) {}

Answer StackedLexicon::look_up(std::string_view word) const {
  for (const auto& lexicon : lexicons_) {
    Answer answer = lexicon->look_up(word);
    if (answer.verdict != Verdict::kNoOpinion) return answer;
  }
  return {};
}

}  // namespace emend::lexicon
