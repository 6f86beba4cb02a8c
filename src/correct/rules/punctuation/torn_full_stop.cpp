#include <algorithm>
#include <array>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "torn-full-stop",
    .group = "punctuation",
    .summary = "Put a mark that is torn off its word back to it",
    .why =
        "A carriage that slips, or a gap that an engine takes for a space, puts air before a full stop, comma or "
        "ellipsis. Where the document itself often writes a mark that way, as French and many old printers do before "
        "; : ! and ?, it is a custom and stays.",
    .example_before = "the grain . The peasants , however",
    .example_after = "the grain. The peasants, however",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kStopOrComma = 0.95;
// "!" and "?" alone are also what footnote marks and the pronoun I are misread as; ":" stands apart in typed forms, and
// printers of the nineteenth century put a thin space before ";": where newspapers were typed off, it is often there.
constexpr double kOtherMark = 0.75;
constexpr double kEllipsis = 0.9;

// A custom: so many times apart, and in so large a share of its places.
constexpr std::size_t kFewestOfCustom = 3;
constexpr double kShareOfCustom = 0.25;
// Marks at their words, for each one apart, before one apart is surely torn. Short documents of a printer who spaces
// his semicolons, and ellipses, which print has both ways, would be changed otherwise.
constexpr std::size_t kAttachedPerTorn = 4;
constexpr double kWithoutCustom = 0.8;

// Spaces between words of prose; a typist may put two.
constexpr std::size_t kWidestSpaceBytes = 2;

enum Mark : std::size_t { kStop, kComma, kSemi, kColon, kOutcry, kQuestion, kDots, kMarkCount };

// Which mark a token is; kMarkCount where it is none of them.
std::size_t mark_of(std::string_view token) {
  if (token == ".") return kStop;
  if (token == ",") return kComma;
  if (token == ";") return kSemi;
  if (token == ":") return kColon;
  if (token == "!") return kOutcry;
  if (token == "?") return kQuestion;
  if (token == "…" || (token.size() >= 3 && token.front() == '.')) return kDots;
  return kMarkCount;
}

struct Places {
  std::size_t attached = 0;
  std::size_t apart = 0;

  bool is_surely_torn() const { return apart * kAttachedPerTorn <= attached; }
  bool is_custom() const {
    return apart >= kFewestOfCustom &&
           static_cast<double>(apart) > kShareOfCustom * static_cast<double>(apart + attached);
  }
};

bool ends_a_word(const RuleInput& input, std::size_t i) {
  if (i >= input.tokens.size()) return false;
  if (text::is_wordlike(input.tokens[i].kind)) return true;
  const std::string_view token = token_text(input, i);
  return token == ")" || token == "]" || token == "”" || token == "’";
}

bool is_followed_by_gap(const RuleInput& input, std::size_t i) {
  if (has_space_after(input, i)) return true;
  const std::string_view next = token_text(input, i + 1);
  return next == "”" || next == "’" || next == ")" || next == "]";
}

// Whether the mark stands behind a word with a space between. Wide spaces make columns, not torn marks.
bool is_apart(const RuleInput& input, std::size_t i) {
  if (i < 2 || input.tokens[i - 1].kind != text::TokenKind::kSpace) return false;
  if (!ends_a_word(input, i - 2) || !is_followed_by_gap(input, i)) return false;
  const bool is_wide_after = is_token(input, i + 1, text::TokenKind::kSpace) &&
                             input.tokens[i + 1].span.size() > kWidestSpaceBytes && !ends_line(input, i);
  return input.tokens[i - 1].span.size() <= kWidestSpaceBytes && !is_wide_after;
}

class TornFullStop final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    std::array<Places, kMarkCount> places;
    for (std::size_t i = 1; i < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
      const std::size_t mark = mark_of(token_text(input, i));
      if (mark == kMarkCount) continue;
      if (is_apart(input, i))
        ++places[mark].apart;
      else if (ends_a_word(input, i - 1))
        ++places[mark].attached;
    }
    const bool is_french = input.text.find("«") != std::string_view::npos;
    for (std::size_t i = 2; i < input.tokens.size(); ++i) {
      if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
      const std::size_t mark = mark_of(token_text(input, i));
      if (mark == kMarkCount || !is_apart(input, i) || places[mark].is_custom()) continue;
      if (is_french && mark != kStop && mark != kComma) continue;
      if (mark == kDots && !places[kDots].is_surely_torn()) continue;
      if (is_row_of_marks(input, i) || is_between_figures(input, i)) continue;
      propose_for(input, i, mark, places[mark].is_surely_torn(), edits);
    }
  }

 private:
  // ". . ." and ". , ." are leaders, spaced ellipses or dirt.
  static bool is_row_of_marks(const RuleInput& input, std::size_t i) {
    return mark_of(token_text(input, next_on_line(input, i))) != kMarkCount;
  }

  // "1 : 2" and "12 , 5" are ratios and columns.
  static bool is_between_figures(const RuleInput& input, std::size_t i) {
    return is_token(input, i - 2, text::TokenKind::kNumber) &&
           is_token(input, next_on_line(input, i), text::TokenKind::kNumber);
  }

  // Figures in columns have marks anywhere, and so has what dirt was read as.
  static bool is_known_word(const RuleInput& input, std::size_t i) {
    const std::string_view word = token_text(input, i);
    if (word == ")") return true;
    return input.tokens[i].kind == text::TokenKind::kWord && word.size() > 1 && input.lexicon.has(word);
  }

  // A speck in the margin reads as a mark too. A true full stop is followed by a capital in the next line.
  static bool may_be_dirt_at_line_end(const RuleInput& input, std::size_t i) {
    if (!ends_line(input, i)) return false;
    std::size_t next = i + 1;
    while (next < input.tokens.size() && next < i + 4 && !text::is_wordlike(input.tokens[next].kind)) ++next;
    if (next >= input.tokens.size()) return false;
    return token_text(input, i) != "." || text::is_lower(text::decode_at(token_text(input, next), 0).code_point);
  }

  static void propose_for(const RuleInput& input, std::size_t i, std::size_t mark, bool is_surely_torn,
                          std::vector<edit::Edit>& edits) {
    double probability = kOtherMark;
    if (mark == kStop || mark == kComma) probability = kStopOrComma;
    if (mark == kDots) probability = kEllipsis;

    // Inside a sentence, dots with air on both sides are words left out, and rightly so.
    const std::size_t next = next_on_line(input, i);
    const bool is_inside_sentence =
        next != kNoToken && !text::is_upper(text::decode_at(token_text(input, next), 0).code_point);
    const bool is_clear = is_known_word(input, i - 2) && !may_be_dirt_at_line_end(input, i) &&
                          (mark != kDots || !is_inside_sentence) && mark != kSemi && mark != kColon &&
                          mark != kOutcry && mark != kQuestion && is_surely_torn;
    if (!is_clear) probability = std::min(probability, kWithoutCustom);
    edits.push_back(make_edit(kInfo, input, input.tokens[i - 1].span, "",
                              "a space tears “" + std::string(token_text(input, i)) + "” off its word", probability));
    if (!is_clear) edits.back().applicability = edit::Applicability::kProposed;
  }
};

}  // namespace

std::unique_ptr<Rule> make_torn_full_stop() { return std::make_unique<TornFullStop>(); }

}  // namespace emend::correct
