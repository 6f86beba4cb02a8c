#include "correct/typography/dashes.h"

#include <charconv>
#include <optional>

#include "base/among.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Wider gaps make columns.
constexpr std::size_t kWidestSpaceBytes = 2;
// Digits of the longest number that a range joins: a year.
constexpr std::size_t kMostDigits = 4;
// What one reckons with: a number behind it may be negative.
constexpr std::string_view kReckoning[] = {"=", "+", "×", "*", "<", ">", "±", "÷"};
// What --marks markdown and notations of doubt set around words.
constexpr std::string_view kMarkup = "*_~<>[]";
// What is measured below nought.
constexpr std::string_view kBelowNought[] = {"°", "degrees", "degree"};

std::optional<DashForm> form_of(std::string_view token) {
  if (token == "-" || token == "‐" || token == "‑") return DashForm::kHyphen;
  if (token == "--" || token == "---") return DashForm::kTwoHyphens;
  if (token == "–" || token == "‒") return DashForm::kEnDash;
  if (token == "—" || token == "―") return DashForm::kEmDash;
  if (token == "−") return DashForm::kMinusSign;
  return std::nullopt;
}

std::optional<int> number_at(const RuleInput& input, std::size_t i) {
  if (!is_token(input, i, text::TokenKind::kNumber) || input.tokens[i].span.size() > kMostDigits) return std::nullopt;
  const std::string_view digits = token_text(input, i);
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

class Judge {
 public:
  Judge(const RuleInput& input, std::size_t dash, DashForm form)
      : input_(input),
        dash_(dash),
        form_(form),
        left_(previous_on_line(input, dash)),
        right_(next_on_line(input, dash)) {
    is_glued_left_ = left_ != kNoToken && left_ + 1 == dash;
    is_glued_right_ = right_ != kNoToken && right_ == dash + 1;
  }

  bool is_spaced() const { return !is_glued_left_ || !is_glued_right_; }

  DashRole role() const {
    if (left_ == kNoToken || (right_ == kNoToken && form_ == DashForm::kHyphen)) return DashRole::kOther;
    if (is_wide(dash_ - 1) || is_wide(dash_ + 1) || is_inside_address(input_, dash_)) return DashRole::kOther;
    const bool has_numbers = is_number_like(left_) && is_number_like(right_);
    if (has_numbers) return is_range() ? DashRole::kRange : DashRole::kOther;
    if (is_minus()) return DashRole::kMinus;
    if (form_ == DashForm::kMinusSign || !has_words()) return DashRole::kOther;
    const bool is_apart = !is_glued_left_ && !is_glued_right_;
    if (form_ == DashForm::kHyphen) return is_apart ? DashRole::kDash : DashRole::kOther;
    // "Monday–Friday" and "Anglo–Russian" are no parts of a sentence.
    if (form_ == DashForm::kEnDash && is_glued_left_ && is_glued_right_) return DashRole::kOther;
    return DashRole::kDash;
  }

 private:
  bool is_number_like(std::size_t i) const {
    return is_token(input_, i, text::TokenKind::kNumber) || is_token(input_, i, text::TokenKind::kMixed);
  }

  bool is_wide(std::size_t i) const {
    return is_token(input_, i, text::TokenKind::kSpace) && input_.tokens[i].span.size() > kWidestSpaceBytes;
  }

  bool has_words() const {
    const auto may_be_beside = [&](std::size_t i) {
      if (i == kNoToken) return true;  // the sentence goes on in the next line
      if (text::is_wordlike(input_.tokens[i].kind)) return true;
      const std::string_view mark = token_text(input_, i);
      const char32_t c = text::decode_at(mark, 0).code_point;
      return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == ',' || c == '.' || c == '!' || c == '?' ||
             c == ')' || c == '(' || c == 0x2026 || (c < 0x80 && kMarkup.find(static_cast<char>(c)) != kMarkup.npos);
    };
    return may_be_beside(left_) && may_be_beside(right_);
  }

  // Glued on both sides or on neither, and the numbers may be the ends of something: "1914-18", "98-102", "5 - 7".
  bool is_range() const {
    if (is_glued_left_ != is_glued_right_) return false;
    const auto first = number_at(input_, left_);
    const auto last = number_at(input_, right_);
    if (!first || !last) return false;
    // "12-5-17" is a date, "3-1/2" three and a half, "1.5-2" may be anything.
    const auto goes_on = [&](std::string_view token) {
      return form_of(token).has_value() || token == "/" || token == ":" || token == "=";
    };
    if (goes_on(token_text(input_, right_ + 1)) || (left_ > 0 && goes_on(token_text(input_, left_ - 1)))) return false;
    const std::size_t first_digits = input_.tokens[left_].span.size();
    const std::size_t last_digits = input_.tokens[right_].span.size();
    if (last_digits < first_digits) return is_glued_left_;
    if (last_digits == first_digits) return *last > *first;
    return last_digits == first_digits + 1 && *last > *first && *last <= 2 * *first + 1;
  }

  // "t = -5", "-5°"; not "- 5", which is a list.
  bool is_minus() const {
    if (form_ != DashForm::kHyphen && form_ != DashForm::kMinusSign) return false;
    if (is_glued_left_ || !is_glued_right_ || !is_token(input_, right_, text::TokenKind::kNumber)) return false;
    if (is_among(kReckoning, token_text(input_, left_))) return true;
    return is_among(kBelowNought, token_text(input_, next_on_line(input_, right_)));
  }

  const RuleInput& input_;
  std::size_t dash_;
  DashForm form_;
  std::size_t left_;
  std::size_t right_;
  bool is_glued_left_ = false;
  bool is_glued_right_ = false;
};

}  // namespace

std::vector<DashMark> dash_marks(const RuleInput& input) {
  std::vector<DashMark> marks;
  for (std::size_t i = 0; i < input.tokens.size(); ++i) {
    if (input.tokens[i].kind != text::TokenKind::kPunctuation) continue;
    const auto form = form_of(token_text(input, i));
    if (!form) continue;
    const Judge judge(input, i, *form);
    marks.push_back({input.tokens[i].span, judge.role(), *form, judge.is_spaced()});
  }
  return marks;
}

std::string_view sign_of(DashForm form) {
  constexpr std::string_view kSigns[kDashForms] = {"-", "--", "–", "—", "−"};
  return kSigns[static_cast<std::size_t>(form)];
}

}  // namespace emend::correct
