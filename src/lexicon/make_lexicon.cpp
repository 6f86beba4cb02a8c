#include "lexicon/make_lexicon.h"

#include "lexicon/document_lexicon.h"
#include "lexicon/stacked_lexicon.h"

namespace emend::lexicon {

#define EMEND_LEXICON(name) Result<Lexicons> open_##name##_lexicons(const LexiconOptions& options);
#include "lexicon/lexicon_list.def"
#undef EMEND_LEXICON

namespace {

class BorrowedLexicon final : public Lexicon {
 public:
  explicit BorrowedLexicon(const Lexicon& borrowed) : borrowed_(borrowed) {}
  Answer look_up(std::string_view word) const override { return borrowed_.look_up(word); }

 private:
  const Lexicon& borrowed_;
};

}  // namespace

Result<std::unique_ptr<Lexicon>> make_lexicon(const LexiconOptions& options) {
  using Open = Result<Lexicons> (*)(const LexiconOptions&);
  constexpr Open kKinds[] = {
#define EMEND_LEXICON(name) &open_##name##_lexicons,
#include "lexicon/lexicon_list.def"
#undef EMEND_LEXICON
  };
  Lexicons stack;
  for (const Open open : kKinds) {
    Result<Lexicons> lexicons = open(options);
    if (!lexicons) return fail(lexicons.error());
    for (auto& lexicon : *lexicons) stack.push_back(std::move(lexicon));
  }
  return std::make_unique<StackedLexicon>(std::move(stack));
}

std::unique_ptr<Lexicon> with_document_words(std::string_view document_text, const Lexicon& base) {
  Lexicons stack;
  stack.push_back(std::make_unique<DocumentLexicon>(document_text));
  stack.push_back(std::make_unique<BorrowedLexicon>(base));
  return std::make_unique<StackedLexicon>(std::move(stack));
}

}  // namespace emend::lexicon
