#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "correct/typography/quotation_marks.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "typewriter-exclamation",
    .group = "typist",
    .summary = "Read an apostrophe over a full stop as the exclamation mark that the machine lacked",
    .why =
        "Many typewriters have no exclamation mark: the typist strikes an apostrophe, goes back and strikes a full "
        "stop below it. Engines and copyists write the two one behind the other. An apostrophe that closes no "
        "quotation, right before the stop that ends the sentence, is such a mark. Behind an s it may be a genitive, "
        "so that it is only proposed, as it is in documents that have exclamation marks or only one such place.",
    .example_before = "Long live peace'. Long live bread'.",
    .example_after = "Long live peace! Long live bread!",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kHabit = 0.95;
constexpr double kOnce = 0.8;
constexpr double kBehindS = 0.6;
// Places that are no genitive, after which a document without ! shows the habit of its typist.
constexpr std::size_t kFewestOfHabit = 2;

struct Place {
  text::Span span;
  bool is_behind_s = false;
};

class TypewriterExclamation final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<Place> places = places_of(input);
    if (places.empty()) return;
    const auto clear = static_cast<std::size_t>(
        std::count_if(places.begin(), places.end(), [](const Place& place) { return !place.is_behind_s; }));
    const bool is_habit = clear >= kFewestOfHabit && input.text.find('!') == std::string_view::npos;
    for (const Place& place : places) {
      const double probability = place.is_behind_s ? kBehindS : is_habit ? kHabit : kOnce;
      edits.push_back(make_edit(kInfo, input, place.span, "!",
                                "an apostrophe that closes nothing stands over the full stop", probability));
      if (place.is_behind_s || !is_habit) edits.back().applicability = edit::Applicability::kProposed;
    }
  }

 private:
  static std::vector<Place> places_of(const RuleInput& input) {
    std::vector<Place> places;
    if (input.text.find("'.") == std::string_view::npos && input.text.find("’.") == std::string_view::npos)
      return places;
    const std::vector<QuoteMark> marks = quotation_marks(input.text);
    for (std::size_t i = 1; i + 1 < input.tokens.size(); ++i) {
      const std::string_view mark = token_text(input, i);
      if ((mark != "'" && mark != "’") || token_text(input, i + 1) != ".") continue;
      if (!is_token(input, i - 1, text::TokenKind::kWord) || closes_quotation(marks, input.tokens[i].span)) continue;
      if (!ends_sentence(input, i + 1)) continue;
      const std::string_view word = token_text(input, i - 1);
      places.push_back(
          {{input.tokens[i].span.begin, input.tokens[i + 1].span.end}, word.ends_with('s') || word.ends_with('S')});
    }
    return places;
  }

  static bool closes_quotation(const std::vector<QuoteMark>& marks, text::Span span) {
    const auto found = std::lower_bound(marks.begin(), marks.end(), span,
                                        [](const QuoteMark& mark, text::Span wanted) { return mark.span < wanted; });
    return found != marks.end() && found->span == span && found->role == QuoteRole::kClosing;
  }

  static bool ends_sentence(const RuleInput& input, std::size_t stop) {
    const std::size_t next = next_on_line(input, stop);
    if (next == kNoToken) return true;
    if (next == stop + 1) return is_token(input, next, text::TokenKind::kPunctuation) && token_text(input, next) != ",";
    return !text::is_lower(text::decode_at(token_text(input, next), 0).code_point);
  }
};

}  // namespace

std::unique_ptr<Rule> make_typewriter_exclamation() { return std::make_unique<TypewriterExclamation>(); }

}  // namespace emend::correct
