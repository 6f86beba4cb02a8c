#include "pipeline/typography_notes.h"

#include "correct/typography/conventions.h"

namespace emend::pipeline {

Problems typography_notes(std::string_view clean_text, const lexicon::Lexicon& lexicon) {
  const correct::PreparedText prepared(clean_text, lexicon);
  std::string what;
  for (const std::string& clause : correct::mixed_use(prepared.input())) what += (what.empty() ? "" : "; ") + clause;
  if (what.empty()) return {};
  return {{Severity::kNote,
           {ErrorKind::kUnreadable, "", "its typography is mixed: " + what,
            "--typography plain or curly writes all of it in one way"},
           0}};
}

}  // namespace emend::pipeline
