#include <algorithm>
#include <array>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "mark-for-space",
    .group = "punctuation",
    .summary = "Put the space back where a speck between two words was read as a full stop or a colon",
    .why =
        "A speck in the space between two words is read as a mark, and the space is gone. No text has a full stop or a "
        "colon between two small-letter words without a space. One of the two must be a word like “the” or “was”, "
        "which "
        "neither addresses nor the names of programs hold; before a capital the mark stays, and the space comes behind "
        "it.",
    .example_before = "he went into the.room and shut it.The lamp",
    .example_after = "he went into the room and shut it. The lamp",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kSpeck = 0.92;
constexpr double kLostSpace = 0.93;

// Words of grammar: no part of an address or of a name in a program, and next to the other word hardly its compound.
constexpr std::array<std::string_view, 46> kGrammar = {
    "after", "an", "and",   "are",  "as",  "at",   "but",   "by",   "for",  "from",  "had",  "has",
    "have",  "he", "her",   "his",  "if",  "in",   "into",  "is",   "it",   "its",   "my",   "not",
    "of",    "on", "or",    "our",  "she", "so",   "than",  "that", "the",  "their", "them", "they",
    "this",  "to", "under", "upon", "was", "were", "which", "who",  "with", "your"};

bool is_grammar(std::string_view word) {
  return std::binary_search(kGrammar.begin(), kGrammar.end(), text::to_lower(word));
}

class MarkForSpace final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 1; i + 1 < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
      const std::string_view mark = token_text(input, i);
      if (mark != "." && mark != ":") continue;
      if (!is_known_word(input, i - 1) || !is_known_word(input, i + 1)) continue;
      const std::string_view left = token_text(input, i - 1);
      const std::string_view right = token_text(input, i + 1);
      if (!is_grammar(left) && !is_grammar(right)) continue;
      // A word of one letter may be an initial: "viz.a".
      if (left.size() < 2 || right.size() < 2 || is_part_of_more(input, i) || is_inside_address(input, i)) continue;
      if (text::casing_of(right) == text::Casing::kLower) {
        edits.push_back(make_edit(kInfo, input, input.tokens[i].span, " ",
                                  "no text has such a mark between two words in small letters", kSpeck));
      } else {
        const std::size_t end = input.tokens[i].span.end;
        edits.push_back(make_edit(kInfo, input, {end, end}, " ", "no space stands behind the mark", kLostSpace));
      }
    }
  }

 private:
  static bool is_known_word(const RuleInput& input, std::size_t i) {
    if (!is_token(input, i, text::TokenKind::kWord)) return false;
    const std::string_view word = token_text(input, i);
    const text::Casing casing = text::casing_of(word);
    if (casing == text::Casing::kLower) return input.lexicon.has(word);
    return casing == text::Casing::kCapitalised && is_grammar(word);
  }

  // "p.m.and", "a.b.the": something of its own.
  static bool is_part_of_more(const RuleInput& input, std::size_t i) {
    return (i >= 2 && !has_space_before(input, i - 1)) ||
           (is_token(input, i + 2, text::TokenKind::kPunctuation) && !has_space_after(input, i + 2) &&
            is_token(input, i + 3, text::TokenKind::kWord));
  }
};

}  // namespace

std::unique_ptr<Rule> make_mark_for_space() { return std::make_unique<MarkForSpace>(); }

}  // namespace emend::correct
