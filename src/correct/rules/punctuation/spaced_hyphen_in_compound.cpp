#include <algorithm>
#include <set>

#include "base/among.h"
#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "spaced-hyphen-in-compound",
    .group = "punctuation",
    .summary = "Close up a hyphen inside a compound that was read as a dash",
    .why =
        "Typewriters have one stroke for hyphen and dash, and engines see a wide one as a dash with spaces. A number "
        "and a unit before a noun, a prefix that is never a word, tens and units, and a compound that the document "
        "elsewhere writes with its hyphen belong together. Between other words a dash is a dash and stays.",
    .example_before = "The 8 — hour day — at last",
    .example_after = "The 8-hour day — at last",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kNumberAndUnit = 0.95;
constexpr double kTensAndUnits = 0.95;
constexpr double kPrefix = 0.95;
constexpr double kWrittenElsewhere = 0.95;
// A dash as wide as this between two words is more often meant.
constexpr double kWrittenElsewhereButWide = 0.75;

constexpr std::string_view kTens[] = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::string_view kOnes[] = {"one",    "two",   "three", "four",    "five",   "six",
                                      "seven",  "eight", "nine",  "first",   "second", "third",
                                      "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"};
constexpr std::string_view kNumbers[] = {"two",     "three",  "four",   "five",   "six",    "seven",
                                         "eight",   "nine",   "ten",    "eleven", "twelve", "fifteen",
                                         "sixteen", "twenty", "thirty", "forty",  "fifty",  "hundred"};
constexpr std::string_view kUnits[] = {"hour", "day",   "week", "month",  "year",   "minute",
                                       "mile", "foot",  "inch", "ton",    "pound",  "acre",
                                       "man",  "point", "page", "storey", "rouble", "dollar"};
// Parts that are no words, or hardly ever stand before a dash.
constexpr std::string_view kPrefixes[] = {"anti",  "ex",    "non",    "pre",    "pro",   "quasi", "semi",    "vice",
                                          "ultra", "anglo", "austro", "franco", "russo", "sino",  "counter", "pseudo"};
// What may follow a dash behind a unit, and never a compound: "1917 — year of hope".
constexpr std::string_view kNotNouns[] = {
    "a",   "after", "and",  "are",  "as",    "at",   "but",  "by",   "for", "from", "had",   "has",   "in",
    "is",  "it",    "no",   "of",   "on",    "or",   "so",   "that", "the", "then", "there", "this",  "to",
    "was", "we",    "were", "when", "which", "will", "with", "ago",  "he",  "they", "later", "before"};

bool is_hyphen(std::string_view token) { return token == "-" || token == "‐" || token == "‑"; }
bool is_dash(std::string_view token) { return is_hyphen(token) || token == "–" || token == "—"; }

// The longest token that may be half of a compound; keeps the work per token constant.
constexpr std::size_t kLongestHalfBytes = 40;

// The compounds that the document writes with a hyphen, in small letters: "petty-bourgeois".
std::set<std::string> compounds_of(const RuleInput& input) {
  std::set<std::string> compounds;
  for (const text::Token& token : input.tokens) {
    if (token.kind != text::TokenKind::kWord || token.span.size() > 2 * kLongestHalfBytes) continue;
    const std::string_view word = token.span.of(input.text);
    if (word.find('-') == std::string_view::npos) continue;
    const std::string lower = text::to_lower(word);
    // Of "petty-bourgeois-democratic" each pair of neighbours.
    for (std::size_t begin = 0;;) {
      const std::size_t middle = lower.find('-', begin);
      if (middle == std::string::npos) break;
      const std::size_t end = std::min(lower.find('-', middle + 1), lower.size());
      compounds.insert(lower.substr(begin, end - begin));
      begin = middle + 1;
    }
  }
  return compounds;
}

class SpacedHyphenInCompound final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::set<std::string> compounds = compounds_of(input);
    for (std::size_t i = 1; i + 1 < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation || !is_dash(token_text(input, i))) continue;
      const bool is_spaced =
          is_token(input, i - 1, text::TokenKind::kSpace) || is_token(input, i + 1, text::TokenKind::kSpace);
      const std::size_t left = previous_on_line(input, i);
      const std::size_t right = next_on_line(input, i);
      if (!is_spaced || left == kNoToken || !is_token(input, right, text::TokenKind::kWord)) continue;
      if (input.tokens[left].span.size() > kLongestHalfBytes || input.tokens[right].span.size() > kLongestHalfBytes)
        continue;
      propose_between(input, compounds, left, i, right, edits);
    }
  }

 private:
  static void propose_between(const RuleInput& input, const std::set<std::string>& compounds, std::size_t left,
                              std::size_t dash, std::size_t right, std::vector<edit::Edit>& edits) {
    const bool has_both_spaces = left + 2 == dash && dash + 2 == right;
    const std::string_view right_word = token_text(input, right);
    const std::string left_word = text::to_lower(token_text(input, left));
    const bool is_number = is_token(input, left, text::TokenKind::kNumber);
    if (!is_number && !is_token(input, left, text::TokenKind::kWord)) return;

    const auto close_up = [&](std::string reason, double probability) {
      edits.push_back(make_edit(kInfo, input, {input.tokens[left].span.end, input.tokens[right].span.begin}, "-",
                                std::move(reason), probability));
    };
    const bool counts = is_small_number(input, left) || is_among(kNumbers, left_word);
    if (counts && has_both_spaces && is_among(kUnits, right_word) && is_before_noun(input, right)) {
      close_up("a number and the unit “" + std::string(right_word) + "” before a noun are one compound",
               kNumberAndUnit);
      return;
    }
    if (is_number || text::casing_of(right_word) == text::Casing::kNone) return;
    if (is_among(kNotNouns, left_word) || is_among(kNotNouns, right_word)) return;
    // "pre- sent" is a word broken at the end of a line that was closed up since.
    if (!has_both_spaces && input.lexicon.has(left_word + std::string(right_word))) return;
    // ... and "pro- ES" is one whose other half is lost.
    if (!has_both_spaces && (right_word.size() < 3 || !input.lexicon.has(right_word))) return;
    if (is_among(kTens, left_word) && is_among(kOnes, right_word) && is_hyphen(token_text(input, dash))) {
      close_up("tens and units are written with a hyphen", kTensAndUnits);
      return;
    }
    if (is_among(kPrefixes, left_word) && is_hyphen(token_text(input, dash)) && has_space_before(input, left)) {
      close_up("“" + std::string(token_text(input, left)) + "” is only the first part of a word", kPrefix);
      return;
    }
    if (compounds.count(left_word + "-" + text::to_lower(right_word)) == 0) return;
    const bool is_narrow = is_hyphen(token_text(input, dash));
    close_up("the document elsewhere writes “" + left_word + "-" + text::to_lower(right_word) + "”",
             is_narrow ? kWrittenElsewhere : kWrittenElsewhereButWide);
    if (!is_narrow) edits.back().applicability = edit::Applicability::kProposed;
  }

  // Up to three digits: four are a year.
  static bool is_small_number(const RuleInput& input, std::size_t i) {
    return is_token(input, i, text::TokenKind::kNumber) && input.tokens[i].span.size() <= 3;
  }

  // "hour day", but not "hour of" and not the end of the sentence; "year - old" and "year-old" belong together too.
  static bool is_before_noun(const RuleInput& input, std::size_t unit) {
    const std::size_t next = next_on_line(input, unit);
    if (!is_token(input, next, text::TokenKind::kWord) || next != unit + 2) return false;
    const std::string_view word = token_text(input, next);
    return text::casing_of(word) == text::Casing::kLower && !is_among(kNotNouns, word) && input.lexicon.has(word);
  }
};

}  // namespace

std::unique_ptr<Rule> make_spaced_hyphen_in_compound() { return std::make_unique<SpacedHyphenInCompound>(); }

}  // namespace emend::correct
