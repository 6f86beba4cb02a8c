// Which words of one text anybody knows, and how bad the text is; made once per text, asked about single words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "correct/marks/gaps.h"
#include "correct/marks/mark_context.h"
#include "lexicon/lexicon.h"

namespace emend::correct {

// Borrows all its arguments. Remembers what the lexicon said, so one thread uses one object.
class WordKnowledge {
 public:
  // `numbers` are those of the words (MarkContext::numbers_of).
  WordKnowledge(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
                const MarkContext& context, const lexicon::Lexicon& lexicon)
      : text_(text), marked_(marked), numbers_(numbers), context_(context), lexicon_(lexicon) {}

  // Numbers and single capitals count as known.
  bool is_known(std::size_t word);
  // Of the words in small letters, those that nobody knows, 0 to 1. Looks at no more than the first words of a long
  // text.
  double unknown_share();

 private:
  std::string_view text_;
  const MarkedText& marked_;
  const std::vector<WordNumber>& numbers_;
  const MarkContext& context_;
  const lexicon::Lexicon& lexicon_;
  std::unordered_map<std::string_view, bool> known_;
};

}  // namespace emend::correct
