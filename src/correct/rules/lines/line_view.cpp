#include "correct/rules/lines/line_view.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace emend::correct {
namespace {

bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

LineView view_line(const RuleInput& input, std::size_t line) {
  LineView view;
  view.whole = input.lines.line_span(line);
  std::size_t begin = view.whole.begin;
  std::size_t end = view.whole.end;
  while (begin < end && is_blank_byte(input.text[begin])) ++begin;
  while (end > begin && is_blank_byte(input.text[end - 1])) --end;
  view.content = {begin, end};
  view.indent = begin - view.whole.begin;
  return view;
}

std::size_t full_line_length(const RuleInput& input) {
  std::vector<std::size_t> lengths;
  for (std::size_t line = 0; line < input.lines.line_count(); ++line) {
    const LineView view = view_line(input, line);
    if (!view.is_blank()) lengths.push_back(text::count_code_points(view.content.of(input.text)));
  }
  if (lengths.empty()) return 0;
  const auto upper_quartile = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 3 / 4);
  std::nth_element(lengths.begin(), upper_quartile, lengths.end());
  return *upper_quartile;
}

bool has_columns(std::string_view content) {
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content[i] == '\t' || content[i] == '|') return true;
    // Two spaces behind a full stop are a typist's habit, not a column.
    if (content[i] == ' ' && i > 0 && content.substr(i, 2) == "  ") {
      const char before = content[i - 1];
      if (content.substr(i, 3) == "   " || (before != '.' && before != '?' && before != '!' && before != ':'))
        return true;
    }
  }
  return false;
}

bool starts_list_item(std::string_view content) {
  if (content.empty()) return false;
  for (const std::string_view bullet : {"-", "*", "•", "–", "—", "·", "+"})
    if (content.starts_with(bullet)) return true;
  std::size_t i = content.front() == '(' || content.front() == '[' ? 1 : 0;
  const std::size_t label = i;
  // "viii" and "1917" are the longest labels that are met.
  while (i < content.size() && i - label < 4 && is_ascii_digit(content[i])) ++i;
  if (i == label) {
    while (i < content.size() && i - label < 4 &&
           (is_ascii_letter(content[i]) &&
            (i == label || std::string_view("ivxlIVXL").find(content[i]) != std::string_view::npos)))
      ++i;
  }
  if (i == label || i >= content.size()) return false;
  return content[i] == ')' || content[i] == '.' || content[i] == ']';
}

bool starts_with_web_address(std::string_view content) {
  for (const std::string_view scheme : {"http://", "https://", "www.", "file://", "ftp://"})
    if (content.starts_with(scheme)) return true;
  return false;
}

}  // namespace emend::correct
