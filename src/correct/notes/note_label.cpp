#include "correct/notes/note_label.h"

#include <algorithm>
#include <array>

#include "layout/note_numbers.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr std::array<std::string_view, 6> kSigns = {"**", "*", "††", "†", "‡", "§"};
constexpr std::array<std::string_view, 4> kTypedCrosses = {"XX", "X", "xx", "x"};
constexpr std::size_t kFewestLetters = 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t digits_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return size;
}

bool is_note_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 3 || digits.front() == '0') return false;
  int number = 0;
  for (const char c : digits) number = 10 * number + (c - '0');
  return number <= layout::kHighestNote;
}

// A space, and then words.
bool goes_on(std::string_view rest) {
  if (rest.empty() || rest.front() != ' ') return false;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < rest.size() && letters < kFewestLetters;) {
    const text::Decoded here = text::decode_at(rest, i);
    letters += text::is_letter(here.code_point);
    i += here.size;
  }
  return letters >= kFewestLetters;
}

std::optional<NoteLabel> numbered(std::string_view line) {
  const bool opens = !line.empty() && (line.front() == '[' || line.front() == '{' || line.front() == '(');
  const std::size_t begin = opens ? 1 : 0;
  const std::size_t digits = digits_at(line.substr(begin));
  const std::string label(line.substr(begin, digits));
  if (!is_note_number(label)) return std::nullopt;
  const std::size_t end = begin + digits;
  const char close = end < line.size() ? line[end] : '\0';
  const bool closes = close == ']' || close == '}';
  if (opens) {
    if (!closes && !(line.front() != '(' && (close == ')' || close == ' '))) return std::nullopt;
    const bool is_sound = line.front() == '[' && close == ']';
    return NoteLabel{is_sound ? NoteLabel::Kind::kBrackets : NoteLabel::Kind::kMisread, end + (close == ' ' ? 0 : 1),
                     label};
  }
  if (closes) return NoteLabel{NoteLabel::Kind::kMisread, end + 1, label};
  return NoteLabel{NoteLabel::Kind::kNumber, end + (close == '.' || close == ')' ? 1 : 0), label};
}

std::optional<NoteLabel> signed_label(std::string_view line) {
  for (const std::string_view sign : kSigns)
    if (line.starts_with(sign)) return NoteLabel{NoteLabel::Kind::kSign, sign.size(), std::string(sign)};
  for (const std::string_view cross : kTypedCrosses) {
    if (!line.starts_with(cross)) continue;
    const bool has_bracket = line.size() > cross.size() && line[cross.size()] == ')';
    return NoteLabel{NoteLabel::Kind::kSign, cross.size() + (has_bracket ? 1 : 0), text::to_lower(std::string(cross))};
  }
  if (line.size() > 2 && line[0] >= 'a' && line[0] <= 'z' && line[1] == ')')
    return NoteLabel{NoteLabel::Kind::kSign, 2, std::string(1, line[0])};
  return std::nullopt;
}

}  // namespace

std::optional<std::string> bracketed_label(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::string_view near = text.substr(at, 5);
  const std::size_t end = near.find(']');
  if (end == std::string_view::npos || end == 1) return std::nullopt;
  const std::string label(near.substr(1, end - 1));
  const bool is_letter = label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z';
  return is_letter || (std::all_of(label.begin(), label.end(), is_digit) && is_note_number(label))
             ? std::optional(label)
             : std::nullopt;
}

std::optional<NoteLabel> note_label(std::string_view line) {
  std::optional<NoteLabel> found;
  if (const auto label = bracketed_label(line, 0))
    found = NoteLabel{NoteLabel::Kind::kBrackets, label->size() + 2, *label};
  if (!found) found = numbered(line);
  if (!found) found = signed_label(line);
  if (!found)
    for (const std::string_view sign : {"@", "®", "©", "?", "!", "°"})
      if (line.starts_with(sign)) found = NoteLabel{NoteLabel::Kind::kUnread, sign.size(), ""};
  return found && goes_on(line.substr(found->size)) ? found : std::nullopt;
}

std::string_view sign_mark(std::string_view text, std::size_t at) {
  const auto ends = [&](std::size_t end) {
    return end >= text.size() || is_blank(text[end]) || std::string_view(".,;:!?)").find(text[end]) != text.npos;
  };
  const auto follows_word = [&](std::size_t begin) {
    if (begin == 0) return false;
    const char32_t c = text::decode_before(text, begin).code_point;
    return text::is_letter(c) || c == U'.' || c == U',' || c == U';' || c == U'!' || c == U'?' || c == U'"' ||
           c == U'”' || c == U'’' || c == U')';
  };
  for (const std::string_view sign : kSigns)
    if (text.substr(at).starts_with(sign))
      return follows_word(at) && ends(at + sign.size()) ? text.substr(at, sign.size()) : std::string_view();
  // A cross stands by itself behind a word; in round brackets it may be a letter.
  if (at == 0) return {};
  if (text[at - 1] == ' ' && follows_word(at - 1))
    for (const std::string_view cross : kTypedCrosses)
      if (text.substr(at).starts_with(cross) && ends(at + cross.size())) return text.substr(at, cross.size());
  if (text[at] >= 'a' && text[at] <= 'z' && at + 1 < text.size() && text[at + 1] == ')' && at >= 2 &&
      (text[at - 1] == ' ' || text[at - 1] == '(') && (follows_word(at - 1) || text[at - 2] == ' ') && ends(at + 2))
    return text.substr(at, 1);
  return {};
}

}  // namespace emend::correct
