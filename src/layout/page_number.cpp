#include "layout/page_number.h"

#include <algorithm>
#include <string>

#include "text/distance.h"
#include "text/utf8.h"

namespace emend::layout {
namespace {

constexpr std::size_t kLongestNumber = 8;  // "lxxxviii"

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// The figure that a letter or sign is read for; 0 where it is none.
char32_t figure_of(char32_t c) {
  if (is_figure(c)) return c;
  switch (c) {
    case U'I':
    case U'l':
    case U'i':
    case U'|':
    case U'!':
    case U'J': return U'1';
    case U'O':
    case U'o':
    case U'Q': return U'0';
    case U'Z':
    case U'z': return U'2';
    case U'S':
    case U's': return U'5';
    case U'G': return U'6';
    case U'B': return U'8';
    case U'g':
    case U'q': return U'9';
    default: return 0;
  }
}

// Without brackets, dashes, stops and the like at either end. An exclamation mark may be a figure.
std::u32string stripped(std::string_view token) {
  std::u32string signs = text::to_code_points(token);
  const auto is_sign = [](char32_t c) { return is_figure(c) || is_ascii_letter(c) || c == U'|' || c == U'!'; };
  while (!signs.empty() && !is_sign(signs.back())) signs.pop_back();
  const auto first = std::find_if(signs.begin(), signs.end(), is_sign);
  signs.erase(signs.begin(), first);
  return signs;
}

std::optional<int> roman(const std::u32string& signs) {
  const auto value_of = [](char32_t c) {
    switch (c) {
      case U'i': return 1;
      case U'v': return 5;
      case U'x': return 10;
      case U'l': return 50;
      case U'c': return 100;
      default: return 0;
    }
  };
  int sum = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const int value = value_of(signs[i]);
    if (value == 0) return std::nullopt;
    const int next = i + 1 < signs.size() ? value_of(signs[i + 1]) : 0;
    sum += value < next ? -value : value;
  }
  return sum > 0 ? std::optional(sum) : std::nullopt;
}

std::u32string roman_figures(int number) {
  static constexpr std::pair<int, std::u32string_view> kSigns[] = {
      {100, U"c"}, {90, U"xc"}, {50, U"l"}, {40, U"xl"}, {10, U"x"}, {9, U"ix"}, {5, U"v"}, {4, U"iv"}, {1, U"i"}};
  std::u32string figures;
  for (const auto& [value, signs] : kSigns)
    for (; number >= value; number -= value) figures += signs;
  return figures;
}

}  // namespace

std::optional<int> read_page_number(std::string_view token) {
  const std::u32string signs = stripped(token);
  if (signs.empty() || signs.size() > kLongestNumber) return std::nullopt;
  const auto figures = static_cast<std::size_t>(std::count_if(signs.begin(), signs.end(), is_figure));
  if (2 * figures < signs.size()) return figures == 0 ? roman(signs) : std::nullopt;
  int number = 0;
  for (const char32_t sign : signs) {
    const char32_t figure = figure_of(sign);
    if (figure == 0) return std::nullopt;
    number = 10 * number + static_cast<int>(figure - U'0');
    if (number > kHighestPageNumber) return std::nullopt;
  }
  return number > 0 ? std::optional(number) : std::nullopt;
}

NumberMatch match_page_number(std::string_view token, int number) {
  const std::u32string signs = stripped(token);
  if (signs.empty() || signs.size() > kLongestNumber || number <= 0) return NumberMatch::kNo;
  const std::u32string wanted = text::to_code_points(std::to_string(number));
  if (signs == wanted) return NumberMatch::kExactly;
  constexpr int kHighestRoman = 399;
  if (number <= kHighestRoman && signs == roman_figures(number)) return NumberMatch::kExactly;
  std::u32string figures;
  for (const char32_t sign : signs) figures += figure_of(sign) != 0 ? figure_of(sign) : sign;
  if (figures == wanted) return NumberMatch::kLooksAlike;
  // Something of it must be a figure, or look like one.
  const bool has_figure = std::any_of(signs.begin(), signs.end(), [](char32_t c) { return figure_of(c) != 0; });
  const bool is_long_enough = wanted.size() >= 2;
  if (has_figure && is_long_enough && text::edit_distance(figures, wanted) <= 1) return NumberMatch::kNearly;
  return NumberMatch::kNo;
}

}  // namespace emend::layout
