#include <algorithm>

#include "base/among.h"
#include "correct/rule.h"
#include "correct/token_context.h"
#include "correct/typed_number.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "typewriter-l-for-one",
    .group = "characters",
    .summary = "Read an l typed or read for the figure 1 as the figure",
    .why =
        "Many typewriters have no 1: the typist strikes l. An l among figures, or alone beside the name of a month, "
        "is the figure. An l that ends a number may also be the pound sign of old accounts or a litre, so it is only "
        "proposed, unless the document has no figure 1 at all.",
    .example_before = "on l5 May l9l7",
    .example_after = "on 15 May 1917",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kAmongFigures = 0.97;
constexpr double kBesideMonth = 0.95;
constexpr double kInFraction = 0.95;
constexpr double kAtEnd = 0.75;
constexpr double kAtEndWithoutOnes = 0.93;
constexpr double kMaybeWord = 0.7;
constexpr double kAfterCountedThing = 0.85;
// Numbers with an l after which a document without any 1 shows the habit of its typist.
constexpr std::size_t kHabit = 3;

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

// What is counted by a figure before it.
constexpr std::string_view kUnits[] = {
    "per",   "years",     "months", "weeks",  "days",    "hours",   "minutes", "year",    "men",     "women", "members",
    "votes", "pages",     "miles",  "feet",   "inches",  "pounds",  "tons",    "dollars", "roubles", "cents", "francs",
    "marks", "shillings", "acres",  "copies", "o'clock", "o’clock", "persons", "degrees", "a.m",     "p.m"};

// What is counted by a figure behind it.
constexpr std::string_view kCounted[] = {"No",      "Page", "page",   "Article",   "article",  "Section", "section",
                                         "Chapter", "Part", "Fig",    "Table",     "Point",    "point",   "Item",
                                         "item",    "Vol",  "Volume", "Paragraph", "paragraph"};

std::string with_ones(std::string_view figures) {
  std::string out(figures);
  std::replace(out.begin(), out.end(), 'l', '1');
  std::replace(out.begin(), out.end(), 'I', '1');
  return out;
}

class TypewriterLForOne final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const Habits habits = habits_of(input);
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      if (is_token(input, i, text::TokenKind::kMixed))
        propose_in_number(input, i, habits, edits);
      else if (is_token(input, i, text::TokenKind::kWord) && input.tokens[i].span.size() <= 2)
        propose_alone(input, i, edits);
    }
  }

 private:
  struct Habits {
    bool lacks_ones = false;     // no 1 anywhere, but often an l in its place
    bool counts_pounds = false;  // "5l." or "5l. 10s.": the l is money
  };

  static bool ends_in_el(const TypedNumber& number) {
    return number.figures.back() == 'l' && number.els == 1 && number.suffix.empty();
  }

  static Habits habits_of(const RuleInput& input) {
    Habits habits;
    std::size_t numbers_with_els = 0;
    bool has_ones = false;
    for (std::size_t i = 0; i < input.tokens.size(); ++i) {
      const text::TokenKind kind = input.tokens[i].kind;
      if (kind != text::TokenKind::kNumber && kind != text::TokenKind::kMixed) continue;
      has_ones = has_ones || token_text(input, i).find('1') != std::string_view::npos;
      const auto number = typed_number(input, i);
      if (!number || number->els == 0) continue;
      ++numbers_with_els;
      const std::string_view next = token_text(input, i + 1);
      if (ends_in_el(*number) && (next == "." || next == "," || next == "-")) habits.counts_pounds = true;
    }
    habits.lacks_ones = !has_ones && numbers_with_els >= kHabit;
    return habits;
  }

  static void propose_in_number(const RuleInput& input, std::size_t i, const Habits& habits,
                                std::vector<edit::Edit>& edits) {
    const auto number = typed_number(input, i);
    if (!number || number->els + number->upper_is == 0) return;
    // "I95" is a road and "1I" a note; a capital counts only inside of a year: I9I7, 1I17 never, 19I7.
    const bool is_year = number->size() == 4 && (number->figures[1] == '8' || number->figures[1] == '9');
    if (number->upper_is > 0 && !is_year) return;
    // "5l." is five pounds in old accounts, "2l" two litres now.
    const bool may_be_sign = ends_in_el(*number) && !is_year;
    if (may_be_sign && habits.counts_pounds && !habits.lacks_ones) return;
    // "l5" and "l8" are also what "is" is misread as, "4ll" is "all": they need a neighbour that goes with numbers.
    const bool may_be_word = (number->size() == 2 && !may_be_sign) || number->figures.ends_with("ll");
    const bool is_odd = number->lower_os > 0 || number->figures.front() == '0' ||
                        (number->suffix.size() == 2 && number->size() > 2);  // "l15th" is no "115th"
    if (is_odd || (may_be_word && !habits.lacks_ones && number->suffix.empty() && !has_number_beside(input, i))) {
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span,
                                with_ones(number->figures) + std::string(number->suffix),
                                "an l beside a figure may be the figure 1", kMaybeWord));
      edits.back().applicability = edit::Applicability::kProposed;
      return;
    }
    const double probability = !may_be_sign ? kAmongFigures : habits.lacks_ones ? kAtEndWithoutOnes : kAtEnd;
    edits.push_back(make_edit(kInfo, input, input.tokens[i].span,
                              with_ones(number->figures) + std::string(number->suffix),
                              may_be_sign && habits.lacks_ones ? "the document has no figure 1 and types l for it"
                                                               : "an l among figures is the figure 1",
                              probability));
    if (may_be_sign && !habits.lacks_ones) edits.back().applicability = edit::Applicability::kProposed;
  }

  static bool has_number_beside(const RuleInput& input, std::size_t i) {
    const std::size_t previous = previous_on_line(input, i);
    const std::size_t next = next_on_line(input, i);
    for (const std::size_t neighbour : {previous, next}) {
      if (neighbour == kNoToken) continue;
      const std::string_view word = token_text(input, neighbour);
      if (is_token(input, neighbour, text::TokenKind::kNumber) || is_among(kMonths, word)) return true;
      if (word == "£" || word == "$" || word == "%") return true;
    }
    if (next != kNoToken && is_among(kUnits, token_text(input, next))) return true;
    return previous != kNoToken && is_among(kCounted, token_text(input, previous));
  }

  // "l May", "May l," and "ll May"; "No. l".
  static void propose_alone(const RuleInput& input, std::size_t i, std::vector<edit::Edit>& edits) {
    const std::string_view token = token_text(input, i);
    if (token != "l" && token != "ll") return;
    if (!has_space_before(input, i)) return;
    if (token == "l" && is_numerator(input, i)) {
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span, "1",
                                "an l over a figure is the figure 1 of a fraction", kInFraction));
      return;
    }
    const std::size_t next = next_on_line(input, i);
    const std::size_t previous = previous_on_line(input, i);
    const bool is_closed = has_space_after(input, i) || token_text(input, i + 1) == ",";
    const bool before_month =
        has_space_after(input, i) && is_among(kMonths, token_text(input, next)) && !is_after_modal_may(input, next);
    const bool after_month = is_closed && is_among(kMonths, token_text(input, previous)) &&
                             (token_text(input, next) == "," || is_token(input, next, text::TokenKind::kNumber) ||
                              is_token(input, next, text::TokenKind::kMixed));
    if (before_month || after_month) {
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span, with_ones(token), "an l beside a month is its day",
                                kBesideMonth));
      return;
    }
    std::size_t counted = previous;
    if (token_text(input, counted) == ".") counted = counted == 0 ? kNoToken : counted - 1;
    if (token == "l" && counted != kNoToken && is_among(kCounted, token_text(input, counted)) &&
        (is_closed || token_text(input, i + 1) == ".")) {
      edits.push_back(make_edit(kInfo, input, input.tokens[i].span, "1",
                                "an l after “" + std::string(token_text(input, counted)) + "” is its number",
                                kAfterCountedThing));
      edits.back().applicability = edit::Applicability::kProposed;
    }
  }

  // "3 l/2"; "l/c" is an account.
  static bool is_numerator(const RuleInput& input, std::size_t i) {
    if (token_text(input, i + 1) != "/" || token_text(input, i + 3) == "/") return false;
    const std::string_view below = token_text(input, i + 2);
    return below == "2" || below == "3" || below == "4" || below == "8";
  }

  // "l May I ask" and "l March on": a capital at the start of a sentence is no month yet.
  static bool is_after_modal_may(const RuleInput& input, std::size_t month) {
    const std::size_t next = next_on_line(input, month);
    if (!is_token(input, next, text::TokenKind::kWord)) return false;
    const std::string_view word = token_text(input, next);
    return word == "I" || word == "we" || word == "on";
  }
};

}  // namespace

std::unique_ptr<Rule> make_typewriter_l_for_one() { return std::make_unique<TypewriterLForOne>(); }

}  // namespace emend::correct
