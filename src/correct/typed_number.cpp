#include "correct/typed_number.h"

#include <algorithm>

#include "correct/token_context.h"

namespace emend::correct {
namespace {

// Digits and letters of the longest number that a person types; also keeps the work per token constant.
constexpr std::size_t kLongestBytes = 20;

std::string_view ordinal_suffix(std::string_view token) {
  for (const std::string_view suffix : {"th", "st", "nd", "rd", "s"})
    if (token.size() > suffix.size() && token.ends_with(suffix)) return token.substr(token.size() - suffix.size());
  return {};
}

bool is_number_token(const RuleInput& input, std::size_t i) {
  return is_token(input, i, text::TokenKind::kNumber) || is_token(input, i, text::TokenKind::kMixed);
}

bool is_free_before(const RuleInput& input, std::size_t i) {
  if (has_space_before(input, i)) return true;
  const std::string_view mark = token_text(input, i - 1);
  for (const std::string_view opening : {"(", "[", "“", "‘", "\"", "'", "$", "£", "—", "–"})
    if (mark == opening) return true;
  const bool joins_numbers = mark == "-" || mark == "/" || mark == "." || mark == "," || mark == ":";
  return joins_numbers && i >= 2 && is_number_token(input, i - 2);
}

bool is_free_after(const RuleInput& input, std::size_t i) {
  if (has_space_after(input, i)) return true;
  const std::string_view mark = token_text(input, i + 1);
  // "l3'ing" is no number.
  if ((mark == "’" || mark == "'") && !has_space_after(input, i + 1)) return false;
  for (const std::string_view closing : {",", ";", ":", "!", "?", ")", "]", "”", "’", "\"", "'", "%", "—", "–"})
    if (mark == closing) return true;
  const bool joins_numbers = mark == "-" || mark == "/" || mark == ".";
  return joins_numbers && (is_number_token(input, i + 2) || has_space_after(input, i + 1));
}

}  // namespace

std::optional<TypedNumber> typed_number(const RuleInput& input, std::size_t token) {
  if (!is_token(input, token, text::TokenKind::kMixed)) return std::nullopt;
  const std::string_view whole = token_text(input, token);
  if (whole.size() > kLongestBytes) return std::nullopt;

  TypedNumber number;
  number.suffix = ordinal_suffix(whole);
  number.figures = whole.substr(0, whole.size() - number.suffix.size());
  for (const char c : number.figures) {
    if (c >= '0' && c <= '9')
      ++number.digits;
    else if (c == 'l')
      ++number.els;
    else if (c == 'I')
      ++number.upper_is;
    else if (c == 'O')
      ++number.upper_os;
    else if (c == 'o')
      ++number.lower_os;
    else if (c != '.' && c != ',')
      return std::nullopt;
  }
  if (number.digits == 0 || number.digits == number.size()) return std::nullopt;
  if (!is_free_before(input, token) || !is_free_after(input, token) || is_inside_address(input, token))
    return std::nullopt;
  return number;
}

}  // namespace emend::correct
