#include "correct/typography/ellipses.h"

#include "correct/token_context.h"

namespace emend::correct {
namespace {

// Where a row of single stops with one space between them ends; `first` is the first stop.
std::size_t end_of_spaced_stops(const RuleInput& input, std::size_t first) {
  std::size_t last = first;
  while (is_token(input, last + 1, text::TokenKind::kSpace) && input.tokens[last + 1].span.size() == 1 &&
         token_text(input, last + 2) == ".")
    last += 2;
  return last;
}

}  // namespace

std::vector<EllipsisMark> ellipses(const RuleInput& input) {
  std::vector<EllipsisMark> marks;
  for (std::size_t i = 0; i < input.tokens.size(); ++i) {
    if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
    const std::string_view token = token_text(input, i);
    const text::Span span = input.tokens[i].span;
    if (token == "...") {
      const std::size_t next = next_on_line(input, i);
      const std::size_t previous = previous_on_line(input, i);
      if (token_text(input, next).starts_with('.') || token_text(input, previous).starts_with('.')) continue;
      marks.push_back({span, EllipsisForm::kStops});
    } else if (token == "…") {
      marks.push_back({span, EllipsisForm::kSign});
    } else if (token == ".") {
      const std::size_t last = end_of_spaced_stops(input, i);
      // Two spaces between three stops; a stop before them may end the sentence.
      if (last == i + 4) marks.push_back({{span.begin, input.tokens[last].span.end}, EllipsisForm::kSpacedStops});
      i = last;
    }
  }
  return marks;
}

std::string_view sign_of(EllipsisForm form) {
  constexpr std::string_view kSigns[kEllipsisForms] = {"...", "…", ". . ."};
  return kSigns[static_cast<std::size_t>(form)];
}

}  // namespace emend::correct
