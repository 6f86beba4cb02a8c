// Several lexicons as one: the first with an opinion wins. Where none has one, there is no opinion.
//
// So a list that says "not a word" silences the dictionary below it, and a list that says nothing does not.
// Threads: adds no state of its own.
#pragma once

#include <memory>
#include <vector>

#include "lexicon/lexicon.h"

namespace emend::lexicon {

class StackedLexicon final : public Lexicon {
 public:
  explicit StackedLexicon(std::vector<std::unique_ptr<Lexicon>> first_to_last);
  Answer look_up(std::string_view word) const override;

 private:
  std::vector<std::unique_ptr<Lexicon>> lexicons_;
};

}  // namespace emend::lexicon
