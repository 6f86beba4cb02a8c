#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "bar-for-pronoun-i",
    .group = "characters",
    .summary = "Read a lone bar or l as the pronoun I",
    .why =
        "A typed or worn capital I is one upright stroke, and is read as a bar, an l, a 1 or an exclamation mark. "
        "Where such a stroke stands alone before a verb, at the start of a line or sentence or after a conjunction, "
        "only the pronoun fits. Lines with several bars are tables and are left alone.",
    .example_before = "| asked comrades from the localities.",
    .example_after = "I asked comrades from the localities.",
    .applicability = edit::Applicability::kAutomatic,
};

// Estimates: a verb of the list leaves hardly another reading; any other word in -ed may be a participle
// ("| painted walls" beside a column line).
constexpr double kBeforeKnownVerb = 0.97;
constexpr double kBeforePastForm = 0.93;
// A 1 or an exclamation mark alone has other meanings: a number, the end of an outcry, a footnote mark.
constexpr double kFromOtherMarks = 0.75;

// "l’ll", the longest token that is looked at.
constexpr std::size_t kLongestBytes = 6;

// Verbs and adverbs that follow "I" and never begin what a lone stroke could otherwise belong to. Sorted.
constexpr std::string_view kAfterPronoun[] = {
    "agree",    "agreed",  "also",   "am",      "answered", "appeal",  "ask",     "asked",    "assure",     "beg",
    "began",    "believe", "belong", "came",    "can",      "cannot",  "caught",  "consider", "could",      "dare",
    "did",      "do",      "doubt",  "enclose", "expect",   "fear",    "feel",    "felt",     "find",       "forgot",
    "found",    "gave",    "get",    "go",      "got",      "guess",   "had",     "have",     "hear",       "heard",
    "hold",     "hope",    "insist", "intend",  "knew",     "know",    "learned", "left",     "looked",     "made",
    "may",      "mean",    "met",    "might",   "move",     "must",    "never",   "often",    "only",       "ought",
    "prefer",   "propose", "put",    "quite",   "read",     "really",  "recall",  "received", "regret",     "remain",
    "remember", "repeat",  "said",   "saw",     "say",      "see",     "sent",    "shall",    "should",     "speak",
    "spoke",    "stand",   "still",  "submit",  "suggest",  "support", "suppose", "take",     "tell",       "thank",
    "think",    "thought", "told",   "took",    "tried",    "trust",   "try",     "turned",   "understand", "used",
    "vote",     "want",    "wanted", "was",     "went",     "will",    "wish",    "wonder",   "worked",     "would",
    "write",    "wrote",
};

// Words after which a clause begins. Sorted.
constexpr std::string_view kBeforePronoun[] = {
    "after", "although", "and",  "as",      "because", "before", "but",   "for",  "how",  "however", "if",
    "nor",   "once",     "or",   "perhaps", "since",   "so",     "than",  "that", "then", "though",  "unless",
    "until", "what",     "when", "where",   "whether", "which",  "while", "whom", "why",  "yet",
};

template <std::size_t kSize>
bool is_among(const std::string_view (&sorted)[kSize], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

bool is_bar(std::string_view token) { return token == "|" || token == "¦"; }

class BarForPronounI final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<std::size_t> bars = bars_by_line(input);
    const bool has_column_lines = has_bars_at_edges(input);
    std::size_t line = 0;
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const std::string_view token = token_text(input, i);
      if (input.tokens[i].kind == text::TokenKind::kLineBreak) {
        ++line;
        continue;
      }
      if (token.size() > kLongestBytes || bars[line] > 1) continue;
      if (is_bar(token) || token == "l" || token == "1" || token == "!")
        propose_alone(input, i, has_column_lines, edits);
      if (is_bar(token) || token.starts_with("l")) propose_contracted(input, i, edits);
    }
  }

 private:
  static std::vector<std::size_t> bars_by_line(const RuleInput& input) {
    std::vector<std::size_t> bars(1, 0);
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const std::string_view token = token_text(input, i);
      if (input.tokens[i].kind == text::TokenKind::kLineBreak) bars.push_back(0);
      if (token.starts_with('|') || token.starts_with("¦")) bars.back() += token.size();
    }
    return bars;
  }

  // Whether bars stand at the start or end of lines where no pronoun can be: before a capital, or after the last word.
  static bool has_bars_at_edges(const RuleInput& input) {
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (!is_bar(token_text(input, i))) continue;
      const std::size_t next = next_on_line(input, i);
      if (next == kNoToken) return true;
      if (begins_line(input, i) && text::casing_of(token_text(input, next)) != text::Casing::kLower) return true;
    }
    return false;
  }

  // Whether a clause may begin after the token at `index`.
  static bool opens_clause(const RuleInput& input, std::size_t index) {
    if (index == kNoToken) return true;
    const std::string_view token = token_text(input, index);
    constexpr std::string_view kMarks[] = {".", ",", ";", ":", "?", "(", "“", "‘", "\"", "—", "–"};
    if (std::find(std::begin(kMarks), std::end(kMarks), token) != std::end(kMarks)) return true;
    return is_token(input, index, text::TokenKind::kWord) && is_among(kBeforePronoun, text::to_lower(token));
  }

  static void propose_alone(const RuleInput& input, std::size_t i, bool has_column_lines,
                            std::vector<edit::Edit>& edits) {
    if (token_text(input, i + 1) != " " || !is_token(input, i + 2, text::TokenKind::kWord)) return;
    const std::string_view next = token_text(input, i + 2);
    const bool is_known = is_among(kAfterPronoun, next);
    const bool is_past = next.size() > 4 && next.ends_with("ed") && text::casing_of(next) == text::Casing::kLower;
    if (!is_known && !(is_past && input.lexicon.has(next))) return;
    const std::size_t previous = previous_on_line(input, i);
    if (!opens_clause(input, previous)) return;
    if (!has_space_before(input, i) && !is_opening(token_text(input, previous))) return;

    const std::string_view stroke = token_text(input, i);
    // Inside a sentence, a bar at the edge of the line may be the edge of the page where the page shows others.
    const bool may_be_edge = is_bar(stroke) && has_column_lines && previous == kNoToken && !begins_sentence(input, i);
    if (may_be_edge) return;
    const bool is_clear =
        is_known ? is_bar(stroke) || stroke == "l" : previous != kNoToken || begins_sentence(input, i);
    // "1 am", "page 5, 1 made": figures before a verb are no rarity in lists.
    if (!is_bar(stroke) && !is_known) return;
    edits.push_back(make_edit(
        kInfo, input, input.tokens[i].span, "I",
        "“" + std::string(stroke) + "” stands alone where a clause begins, before “" + std::string(next) + "”",
        !is_clear  ? kFromOtherMarks
        : is_known ? kBeforeKnownVerb
                   : kBeforePastForm));
    if (!is_clear) edits.back().applicability = edit::Applicability::kProposed;
  }

  static bool is_opening(std::string_view token) {
    return token == "“" || token == "‘" || token == "\"" || token == "(" || token == "—" || token == "–";
  }

  // "|'ve" and "l've": the bar is a token of its own, the l is part of the word.
  static void propose_contracted(const RuleInput& input, std::size_t i, std::vector<edit::Edit>& edits) {
    constexpr std::string_view kEndings[] = {"'ll", "’ll", "'ve", "’ve", "'m", "’m"};
    const text::Span span = input.tokens[i].span;
    const bool bar = is_bar(token_text(input, i));
    if (bar && !has_space_before(input, i) && !is_opening(token_text(input, i - 1))) return;
    const std::string_view rest = input.text.substr(bar ? span.end : span.begin + 1);
    const std::size_t rest_in_token = bar ? 0 : span.end - span.begin - 1;
    for (const std::string_view ending : kEndings) {
      if (!rest.starts_with(ending)) continue;
      if (bar ? token_text(input, i + 2) != ending.substr(ending.find_first_not_of("'’"))
              : rest_in_token != ending.size())
        continue;
      edits.push_back(make_edit(kInfo, input, {span.begin, bar ? span.end : span.begin + 1}, "I",
                                "only “I” takes the ending “" + std::string(ending) + "”", kBeforeKnownVerb));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_bar_for_pronoun_i() { return std::make_unique<BarForPronounI>(); }

}  // namespace emend::correct
