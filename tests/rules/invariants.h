// What is true of the edits of any rules on any text. Used by the fixtures and by the property test.
#pragma once

#include <string>
#include <vector>

#include "correct/rule.h"
#include "edit/edit.h"
#include "lexicon/lexicon.h"

namespace emend::rules_test {

// English, loaded once.
const lexicon::Lexicon& english();

// What propose_edits says of `text`, with the text's own repeated words on top of English.
std::vector<edit::Edit> edits_of(const std::string& text, const correct::RuleSet& rules);
// The text after all edits, or after the automatic ones only.
std::string with_all_edits(const std::string& text, const std::vector<edit::Edit>& edits);
std::string with_automatic_edits(const std::string& text, const std::vector<edit::Edit>& edits);

// What is broken, a sentence each; nothing when all is well. Checks that spans are in the text, on code point borders,
// sorted and apart; that `before` is the text; that ids, reasons and probabilities are there; that the result is valid
// UTF-8; that undoing gives the text back; that a second run gives the same edits; and that the rules find nothing
// automatic in what they repaired.
std::vector<std::string> broken_invariants(const std::string& text, const correct::RuleSet& rules);

// One edit, to show in a message.
std::string shown(const edit::Edit& edit);

}  // namespace emend::rules_test
