#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "capitals-for-emphasis",
    .group = "typist",
    .summary = "Mark words as emphasised that were typed in capitals",
    .why =
        "A machine without italics has capitals for emphasis. Up to four words in capitals among others in small "
        "letters, each of them a word of the language, are emphasised; --marks markdown sets them between stars, the "
        "letters as they are. Abbreviations are no words, headings have nothing around them, and without the flag "
        "nothing is said.",
    .example_before = "we must NOT forget it",
    .example_after = "we must **NOT** forget it",
    .applicability = edit::Applicability::kAutomatic,
    .on_request = "--marks markdown",
};

constexpr double kProbability = 0.9;
constexpr std::size_t kMostWords = 4;
constexpr std::size_t kFewestLetters = 4;
// Shorter words in capitals are abbreviations as a rule; these are not.
constexpr std::string_view kShortWords[] = {"all", "and", "any", "are", "but", "can", "did", "for", "her", "him", "his",
                                            "its", "may", "new", "nor", "not", "now", "off", "old", "one", "our", "out",
                                            "own", "she", "the", "too", "two", "was", "you", "yes", "no"};

bool is_small(const RuleInput& input, std::size_t i) {
  return is_token(input, i, text::TokenKind::kWord) &&
         text::is_lower(text::decode_at(token_text(input, i), 0).code_point);
}

bool is_emphasised(const RuleInput& input, std::size_t i) {
  if (!is_token(input, i, text::TokenKind::kWord)) return false;
  const std::string_view word = token_text(input, i);
  if (word.size() < 2 || text::casing_of(word) != text::Casing::kUpper) return false;
  const std::string lower = text::to_lower(word);
  if (text::count_code_points(word) < kFewestLetters)
    return std::find(std::begin(kShortWords), std::end(kShortWords), lower) != std::end(kShortWords);
  return input.lexicon.has(lower);
}

class CapitalsForEmphasis final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    if (input.rendering.marks != TypistMarks::kMarkdown) return;
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (!is_emphasised(input, i)) continue;
      const std::size_t first = i;
      std::size_t words = 1;
      while (is_token(input, i + 1, text::TokenKind::kSpace) && is_emphasised(input, i + 2)) {
        i += 2;
        ++words;
      }
      if (words > kMostWords || !is_among_small(input, first, i)) continue;
      const text::Span run{input.tokens[first].span.begin, input.tokens[i].span.end};
      edits.push_back(make_edit(kInfo, input, run, "**" + std::string(run.of(input.text)) + "**",
                                "capitals among small letters are emphasis", kProbability));
    }
  }

 private:
  // On one side a word in small letters, on the other one or the sentence's end.
  static bool is_among_small(const RuleInput& input, std::size_t first, std::size_t last) {
    const std::size_t before = previous_on_line(input, first);
    const std::size_t after = next_on_line(input, last);
    if (!has_space_before(input, first)) return false;
    const bool small_before = before != kNoToken && is_small(input, before);
    if (is_small(input, after)) return small_before || before == kNoToken;
    return small_before && (after == kNoToken || is_token(input, after, text::TokenKind::kPunctuation));
  }
};

}  // namespace

std::unique_ptr<Rule> make_capitals_for_emphasis() { return std::make_unique<CapitalsForEmphasis>(); }

}  // namespace emend::correct
