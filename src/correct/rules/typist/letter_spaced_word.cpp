#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "letter-spaced-word",
    .group = "typist",
    .summary = "Close up a word that was typed with spaces between its letters",
    .why =
        "Typists who have no bold type space the letters of what matters, and words by two spaces or more. Single "
        "letters in a row that spell a known word are one. It is only proposed, unless --marks asks for it: plain "
        "closes the word up, markdown sets it between stars as well. Initials, the alphabet and columns of letters "
        "spell no words and stay.",
    .example_before = "the  M i n u t e s   o f  the committee",
    .example_after = "the  Minutes of  the committee",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kKnownWords = 0.95;
// Letters of the shortest word that is told by itself, and of one beside another.
constexpr std::size_t kFewestLetters = 4;
constexpr std::size_t kFewestLettersBeside = 2;
// Letters of a row; a longer one is no emphasis, and its search would not be linear.
constexpr std::size_t kMostLetters = 200;
// Spaces between two such words; more make columns.
constexpr std::size_t kWidestSpaceBytes = 6;

bool is_single_letter(const RuleInput& input, std::size_t i) {
  if (!is_token(input, i, text::TokenKind::kWord)) return false;
  const text::Decoded letter = text::decode_at(token_text(input, i), 0);
  return letter.size == input.tokens[i].span.size();
}

struct SpacedRow {
  std::size_t last = 0;  // token
  std::vector<std::string> words;
};

// The words of the row that begins with the letter at `first`.
SpacedRow row_from(const RuleInput& input, std::size_t first) {
  SpacedRow row{first, {std::string(token_text(input, first))}};
  for (std::size_t letters = 1; letters < kMostLetters; ++letters) {
    const std::size_t next = row.last + 2;
    if (!is_token(input, row.last + 1, text::TokenKind::kSpace) || !is_single_letter(input, next)) break;
    const std::size_t space = input.tokens[row.last + 1].span.size();
    if (space > kWidestSpaceBytes) break;
    if (space > 1) row.words.emplace_back();
    row.words.back() += token_text(input, next);
    row.last = next;
  }
  return row;
}

bool is_known(const RuleInput& input, const std::string& word) {
  return input.lexicon.has(word) || input.lexicon.has(text::to_lower(word));
}

bool spells_words(const RuleInput& input, const SpacedRow& row) {
  std::size_t longest = 0;
  for (const std::string& word : row.words) {
    const std::size_t letters = text::count_code_points(word);
    longest = std::max(longest, letters);
    if (letters < kFewestLettersBeside && word != "a" && word != "A" && word != "I") return false;
    if (!is_known(input, word)) return false;
  }
  return longest >= kFewestLetters;
}

class LetterSpacedWord final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (!is_single_letter(input, i) || !has_space_before(input, i)) continue;
      const SpacedRow row = row_from(input, i);
      const std::size_t first = i;
      i = row.last;
      if (!spells_words(input, row)) continue;
      std::string after;
      for (const std::string& word : row.words) after += (after.empty() ? "" : " ") + word;
      const bool is_asked_for = input.rendering.marks != TypistMarks::kKeep;
      if (input.rendering.marks == TypistMarks::kMarkdown) after = "*" + after + "*";
      edits.push_back(make_edit(kInfo, input, {input.tokens[first].span.begin, input.tokens[row.last].span.end},
                                std::move(after), "single letters in a row spell a word", kKnownWords));
      if (!is_asked_for) edits.back().applicability = edit::Applicability::kProposed;
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_letter_spaced_word() { return std::make_unique<LetterSpacedWord>(); }

}  // namespace emend::correct
