// What is true of the edits of any rules on any text. Used by the fixtures and by the property test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "correct/lattice/word_repair.h"
#include "correct/marks/mark_repair.h"
#include "correct/rule.h"
#include "edit/edit.h"
#include "lexicon/lexicon.h"

namespace emend::rules_test {

// English, loaded once.
const lexicon::Lexicon& english();

// Who proposes; borrows all of it. A set of rules alone is one.
struct Proposers {
  Proposers(const correct::RuleSet& only_rules, const correct::WordRepair* and_words = nullptr,
            correct::Rendering asked_for = {}, const correct::MarkRepair* and_marks = nullptr)
      : rules(only_rules), words(and_words), rendering(asked_for), marks(and_marks) {}
  const correct::RuleSet& rules;
  const correct::WordRepair* words;
  correct::Rendering rendering;
  const correct::MarkRepair* marks;
};

// The decoder with the models of the checkout, loaded once; and one that leaves out all ids but one of its own.
const correct::WordRepair& word_repair();
const correct::WordRepair& word_repair_of(std::string_view id);
// The same of the mark layer; all of it where `id` is empty.
const correct::MarkRepair& mark_repair_of(std::string_view id);

// What propose_edits says of `text`, with the text's own repeated words on top of English.
std::vector<edit::Edit> edits_of(const std::string& text, const Proposers& proposers);
// The text after all edits, or after the automatic ones only.
std::string with_all_edits(const std::string& text, const std::vector<edit::Edit>& edits);
std::string with_automatic_edits(const std::string& text, const std::vector<edit::Edit>& edits);

// What is broken, a sentence each; nothing when all is well. Checks that spans are in the text, on code point borders,
// sorted and apart; that `before` is the text; that ids, reasons and probabilities are there; that the result is valid
// UTF-8; that the candidates hold the edit and the text; that undoing gives the text back; that a second run gives the
// same edits; and that the rules find nothing automatic in what they repaired.
std::vector<std::string> broken_invariants(const std::string& text, const Proposers& proposers);

// One edit, to show in a message.
std::string shown(const edit::Edit& edit);

}  // namespace emend::rules_test
