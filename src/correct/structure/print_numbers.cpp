#include "correct/structure/print_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "edit/apply.h"

namespace emend::correct {
namespace {

constexpr double kOrdinal = 0.95;
constexpr double kRoman = 0.94;
constexpr double kHours = 0.97;
constexpr double kBracket = 0.93;

// No chapter has a longer number.
constexpr std::size_t kLongestRoman = 8;
// Between a brace and the bracket that closes it; more is another matter.
constexpr std::size_t kLongestBracketed = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_small(c) || is_capital(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\n'; }

// The figure that a letter stands for in small type; nothing for other letters.
std::optional<char> figure_of(char c) {
  if (is_digit(c)) return c;
  if (c == 'l' || c == 'I' || c == 'r' || c == 'i') return '1';
  if (c == 'o' || c == 'O') return '0';
  if (c == 's' || c == 'S') return '5';
  return std::nullopt;
}

std::optional<int> roman_value(std::string_view number) {
  constexpr std::array<std::pair<char, int>, 5> kSigns = {{{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}, {'C', 100}}};
  int value = 0, last = 1000;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto sign =
        std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& one) { return one.first == number[i]; });
    if (sign == kSigns.end()) return std::nullopt;
    value += sign->second > last ? sign->second - 2 * last : sign->second;
    last = sign->second;
  }
  return value;
}

// In the one form that it has.
std::string roman(int value) {
  constexpr std::array<std::pair<int, std::string_view>, 9> kParts = {
      {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string number;
  for (const auto& [part, sign] : kParts)
    for (; value >= part; value -= part) number += sign;
  return number;
}

bool is_roman(std::string_view number) {
  const auto value = roman_value(number);
  return value && *value > 0 && roman(*value) == number;
}

class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text) {}

  std::vector<edit::Edit> edits() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool begins = i == 0 || !(is_letter(text_[i - 1]) || is_digit(text_[i - 1]));
      if (text_[i] == '{') bracket_at(i);
      if (!begins || !(is_letter(text_[i]) || is_digit(text_[i]))) continue;
      std::size_t end = i;
      while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) ++end;
      ordinal_at({i, end});
      hours_at({i, end});
      roman_behind({i, end});
      i = end - 1;
    }
    edit::sort_by_place(edits_);
    return std::move(edits_);
  }

 private:
  void add(std::size_t id, text::Span span, std::string after, std::string reason, std::string evidence,
           double probability) {
    edit::Edit edit;
    edit.span = span;
    edit.before = std::string(span.of(text_));
    edit.after = std::move(after);
    edit.rule = kPrintNumberIds[id];
    edit.reason = std::move(reason);
    edit.probability = probability;
    edit.applicability = edit::Applicability::kAutomatic;
    edit.evidence.push_back({"document", std::move(evidence), 3});
    if (edit.before != edit.after) edits_.push_back(std::move(edit));
  }

  // "r5th", "2oth": a figure is among its signs, and it ends as the number does.
  void ordinal_at(text::Span word) {
    const std::string_view token = word.of(text_);
    if (token.size() < 4 || token.size() > 5) return;
    const std::string_view ending = token.substr(token.size() - 2);
    if (ending != "th" && ending != "st" && ending != "nd" && ending != "rd") return;
    std::string number;
    bool has_figure = false;
    for (const char c : token.substr(0, token.size() - 2)) {
      const auto figure = figure_of(c);
      if (!figure) return;
      has_figure = has_figure || is_digit(c);
      number += *figure;
    }
    if (!has_figure || number.front() == '0') return;
    const char last = number.back();
    const bool is_teen = number.size() > 1 && number[number.size() - 2] == '1';
    const std::string_view wanted = is_teen       ? "th"
                                    : last == '1' ? "st"
                                    : last == '2' ? "nd"
                                    : last == '3' ? "rd"
                                                  : "th";
    if (ending != wanted) return;
    add(0, word, number + std::string(ending), "A letter among the figures of an ordinal is a figure",
        "The number ends as it should", kOrdinal);
  }

  // "10 p. M.", "11 o'clock Pp. M.": the hours of the day in small capitals.
  void hours_at(text::Span word) {
    const std::string_view token = word.of(text_);
    const bool is_small_letter = token == "a" || token == "p";
    const bool is_doubled = token == "Aa" || token == "Pp" || token == "aA" || token == "pP";
    if (!is_small_letter && !is_doubled) return;
    if (!text_.substr(word.end).starts_with(". M.")) return;
    if (word.begin < 2 || text_[word.begin - 1] != ' ') return;
    const std::size_t from = word.begin > 10 ? word.begin - 10 : 0;
    const std::string_view before = text_.substr(from, word.begin - 1 - from);
    const bool is_hour = is_digit(before.back()) || before.ends_with("clock") || before.ends_with("cleck");
    if (!is_hour) return;
    add(2, word, std::string(1, token.find_first_of("aA") == 0 ? 'A' : 'P'),
        "The hours of the day are set in small capitals, both alike", "A capital M stands behind it, an hour before",
        kHours);
  }

  // "CHAPTER VIIL" and "BOOK IIT.": a number that is none, but for its last letters.
  void roman_behind(text::Span word) {
    constexpr std::array<std::string_view, 6> kParts = {"CHAPTER", "BOOK", "PART", "SECTION", "APPENDIX", "LECTURE"};
    if (std::find(kParts.begin(), kParts.end(), word.of(text_)) == kParts.end()) return;
    if (word.end + 1 >= text_.size() || text_[word.end] != ' ') return;
    text::Span number{word.end + 1, word.end + 1};
    while (number.end < text_.size() && (is_capital(text_[number.end]) || text_[number.end] == 'l')) ++number.end;
    if (number.size() < 2 || number.size() > kLongestRoman) return;
    if (number.end < text_.size() && (is_letter(text_[number.end]) || is_digit(text_[number.end]))) return;
    const std::string_view read = number.of(text_);
    if (is_roman(read)) return;
    std::string mended(read);
    for (std::size_t i = 1; i < mended.size(); ++i)
      if (mended[i - 1] == 'I' && (mended[i] == 'L' || mended[i] == 'T' || mended[i] == 'l')) mended[i] = 'I';
    if (mended != read && is_roman(mended))
      add(1, number, mended, "A stroke of a Roman number was read as another letter", "As it was read it is no number",
          kRoman);
  }

  // "{Draft by Thornton]"
  void bracket_at(std::size_t open) {
    const std::size_t end = text_.find_first_of("]}[{", open + 1);
    if (end == std::string_view::npos || text_[end] != ']' || end - open > kLongestBracketed) return;
    if (open + 1 >= text_.size() || !is_letter(text_[open + 1])) return;
    if (open > 0 && !is_blank(text_[open - 1])) return;
    if (text_.substr(open, end - open).find("\n\n") != std::string_view::npos) return;
    add(3, {open, open + 1}, "[", "A brace that a bracket closes is a bracket", "No other bracket is open", kBracket);
  }

  std::string_view text_;
  std::vector<edit::Edit> edits_;
};

}  // namespace

std::vector<edit::Edit> print_number_edits(std::string_view raw_text) { return Editor(raw_text).edits(); }

}  // namespace emend::correct
