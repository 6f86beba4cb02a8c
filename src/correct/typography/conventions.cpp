#include "correct/typography/conventions.h"

#include <algorithm>

#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Wider gaps make columns.
constexpr std::size_t kWidestProseGapBytes = 3;
// Letters of the shortest word behind whose full stop a sentence surely ends; shorter ones may be abbreviations.
constexpr std::size_t kFewestLetters = 4;

bool begins_small(const RuleInput& input, std::size_t i) {
  return is_token(input, i, text::TokenKind::kWord) &&
         text::is_lower(text::decode_at(token_text(input, i), 0).code_point);
}

bool is_known_small_word(const RuleInput& input, std::size_t i) {
  return begins_small(input, i) && input.lexicon.has(token_text(input, i));
}

bool ends_sentence_at(const RuleInput& input, std::size_t space) {
  if (space < 2) return false;
  const std::string_view mark = token_text(input, space - 1);
  if (mark != "." && mark != "!" && mark != "?") return false;
  const std::string_view word = token_text(input, space - 2);
  if (word.size() < kFewestLetters || !begins_small(input, space - 2)) return false;
  return is_token(input, space + 1, text::TokenKind::kWord) &&
         text::is_upper(text::decode_at(token_text(input, space + 1), 0).code_point);
}

std::string counted_mix(std::size_t of_way, const Custom& custom, const std::string& what) {
  return std::to_string(of_way) + " of " + std::to_string(custom.times + custom.others) + " " + what;
}

}  // namespace

Custom custom_of_quotation_marks(const std::vector<QuoteMark>& marks, bool is_double) {
  std::array<std::size_t, 2> counts{};
  for (const QuoteMark& mark : marks)
    if (mark.is_double == is_double && mark.role != QuoteRole::kOther) ++counts[mark.is_curly ? 1 : 0];
  return custom_of(counts);
}

std::size_t dash_way(const DashMark& mark) {
  return static_cast<std::size_t>(mark.form) * 2 + (mark.is_spaced ? 1 : 0);
}
DashForm form_of_dash_way(std::size_t way) { return static_cast<DashForm>(way / 2); }
bool is_spaced_dash_way(std::size_t way) { return way % 2 == 1; }

Custom custom_of_dashes(const std::vector<DashMark>& marks) {
  std::array<std::size_t, 2 * kDashForms> counts{};
  for (const DashMark& mark : marks)
    if (mark.role == DashRole::kDash) ++counts[dash_way(mark)];
  return custom_of(counts);
}

Custom custom_of_ellipses(const std::vector<EllipsisMark>& marks) {
  std::array<std::size_t, kEllipsisForms> counts{};
  for (const EllipsisMark& mark : marks) ++counts[static_cast<std::size_t>(mark.form)];
  return custom_of(counts);
}

std::vector<ProseGap> prose_gaps(const RuleInput& input) {
  std::vector<ProseGap> gaps;
  std::size_t line_begin = 0;  // in gaps
  std::size_t wide_on_line = 0;
  const auto end_line = [&] {
    // Several wide gaps, as in a table or a line set to both margins.
    if (wide_on_line > 1) {
      const auto line = gaps.begin() + static_cast<std::ptrdiff_t>(line_begin);
      const auto of_sentences = static_cast<std::size_t>(
          std::count_if(line, gaps.end(), [](const ProseGap& gap) { return gap.is_wide && gap.ends_sentence; }));
      // Several sentences on a line may well be spaced wide, but only they.
      if (of_sentences < wide_on_line) gaps.erase(line, gaps.end());
    }
    line_begin = gaps.size();
    wide_on_line = 0;
  };
  for (std::size_t i = 0; i < input.tokens.size(); ++i) {
    if (input.tokens[i].kind == text::TokenKind::kLineBreak) end_line();
    if (input.tokens[i].kind != text::TokenKind::kSpace || i == 0) continue;
    const std::string_view space = token_text(input, i);
    if (space.find_first_not_of(' ') != std::string_view::npos) continue;
    const bool is_wide = space.size() > 1;
    if (is_wide && !begins_line(input, i)) ++wide_on_line;
    if (space.size() > kWidestProseGapBytes) continue;
    const bool ends_sentence = ends_sentence_at(input, i);
    // A wide gap is asked for both of its words; the many narrow ones only make the custom.
    const auto may_be_beside = is_wide ? is_known_small_word : begins_small;
    if (!ends_sentence && !(may_be_beside(input, i - 1) && may_be_beside(input, i + 1))) continue;
    gaps.push_back({input.tokens[i].span, is_wide, ends_sentence});
  }
  end_line();
  return gaps;
}

Custom custom_of_gaps(const std::vector<ProseGap>& gaps, bool ends_sentence) {
  std::array<std::size_t, 2> counts{};
  for (const ProseGap& gap : gaps)
    if (gap.ends_sentence == ends_sentence) ++counts[gap.is_wide ? 1 : 0];
  return custom_of(counts);
}

void write_as_document(const RuleInput& input, std::vector<edit::Edit>& edits) {
  const auto puts_marks_in = [](const edit::Edit& edit) {
    return quotation_marks(edit.after).size() > quotation_marks(edit.before).size();
  };
  if (std::none_of(edits.begin(), edits.end(), puts_marks_in)) return;
  const std::vector<QuoteMark> of_document = quotation_marks(input.text);
  const std::array<Custom, 2> customs = {custom_of_quotation_marks(of_document, false),
                                         custom_of_quotation_marks(of_document, true)};
  for (edit::Edit& edit : edits) {
    if (!puts_marks_in(edit)) continue;
    std::string after;
    std::size_t done = 0;
    for (const QuoteMark& mark : quotation_marks(edit.after)) {
      const Custom& custom = customs[mark.is_double ? 1 : 0];
      const bool is_other = custom.strength != CustomStrength::kNone && mark.is_curly != (custom.way == 1);
      const std::string_view form = custom.way == 1 ? printed_form(mark) : typed_form(mark);
      if (!is_other || form.empty()) continue;
      after += edit.after.substr(done, mark.span.begin - done);
      after += form;
      done = mark.span.end;
    }
    if (done == 0) continue;
    after += edit.after.substr(done);
    for (edit::Candidate& candidate : edit.candidates)
      if (!candidate.is_text && candidate.text == edit.after) candidate.text = after;
    edit.after = std::move(after);
  }
}

std::vector<std::string> mixed_use(const RuleInput& input) {
  std::vector<std::string> clauses;
  const std::vector<QuoteMark> quotes = quotation_marks(input.text);
  std::array<Custom, 2> of_quotes;
  for (const bool is_double : {true, false}) {
    const Custom custom = custom_of_quotation_marks(quotes, is_double);
    of_quotes[is_double ? 0 : 1] = custom;
    const std::string what = is_double ? "double quotation marks" : "single quotation marks and apostrophes";
    if (custom.is_mixed())
      clauses.push_back(counted_mix(custom.way == 1 ? custom.times : custom.others, custom, what + " are curly"));
  }
  if (of_quotes[0].strength != CustomStrength::kNone && of_quotes[1].strength != CustomStrength::kNone &&
      of_quotes[0].way != of_quotes[1].way)
    clauses.push_back(of_quotes[0].way == 1 ? "double quotation marks are curly and single ones straight"
                                            : "double quotation marks are straight and single ones curly");
  const Custom dashes = custom_of_dashes(dash_marks(input));
  if (dashes.is_mixed()) {
    const std::string way = "“" + std::string(sign_of(form_of_dash_way(dashes.way))) + "” with" +
                            (is_spaced_dash_way(dashes.way) ? "" : "out") + " spaces";
    clauses.push_back(counted_mix(dashes.times, dashes, "dashes are " + way));
  }
  const Custom dots = custom_of_ellipses(ellipses(input));
  if (dots.is_mixed())
    clauses.push_back(counted_mix(dots.times, dots,
                                  "ellipses are “" + std::string(sign_of(static_cast<EllipsisForm>(dots.way))) + "”"));
  const Custom sentences = custom_of_gaps(prose_gaps(input), true);
  if (sentences.is_mixed())
    clauses.push_back(
        counted_mix(sentences.way == 1 ? sentences.times : sentences.others, sentences, "sentences are spaced wide"));
  return clauses;
}

}  // namespace emend::correct
