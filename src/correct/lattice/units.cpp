#include "correct/lattice/units.h"

#include <algorithm>
#include <string>

#include "correct/lattice/capitals.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Longer gaps are torn tables and rules of dots.
constexpr std::size_t kLongestGapBytes = 8;

Gap gap_of(std::string_view between) {
  if (between.size() > kLongestGapBytes) return Gap::kWide;
  if (between == " ") return Gap::kSpace;
  std::size_t breaks = 0;
  std::size_t spaces = 0;
  std::size_t marks = 0;
  for (const char c : between) {
    if (c == '\n')
      ++breaks;
    else if (c == ' ' || c == '\t' || c == '\r')
      ++spaces;
    else
      ++marks;
  }
  if (between == "\n") return Gap::kLine;
  if (between[0] == '-' && marks == 1 && (breaks == 1 || between == "- ")) return Gap::kHyphenBreak;
  return breaks + spaces == 0 ? Gap::kGlued : Gap::kWide;
}

bool is_odd(char32_t c) {
  switch (c) {
    case U'\\':
    case U'^':
    case U'_':
    case U'`':
    case U'{':
    case U'|':
    case U'}':
    case U'~':
    case U'<':
    case U'>':
    case U'@':
    case U'#':
    case U'+':
    case U'=':
    case U'¡':
    case U'¿':
    case U'«':
    case U'»':
    case U'¬':
    case U'®':
    case U'©':
    case U'±':
    case U'¦':
    case U'•':
    case U'■':
    case U'°':
    case U'¢':
    case U'¥':
    case U'*': return true;
    default: return c == text::kReplacementCharacter;
  }
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'‘' || c == U'’'; }

constexpr std::size_t kMostOddMarks = 3;

template <class IsMark>
OddMarks marks_beside(std::string_view text, text::Span span, IsMark is_mark) {
  OddMarks marks;
  for (std::size_t i = 0; i < kMostOddMarks; ++i) {
    const text::Decoded before = text::decode_before(text, span.begin - marks.before);
    if (before.size == 0 || !is_mark(before.code_point)) break;
    marks.before += before.size;
  }
  // Between two words they belong to the first.
  const char32_t further = text::decode_before(text, span.begin - marks.before).code_point;
  if (marks.before > 0 && (text::is_letter(further) || text::is_digit(further) || is_mark(further))) marks.before = 0;
  for (std::size_t i = 0; i < kMostOddMarks; ++i) {
    const text::Decoded behind = text::decode_at(text, span.end + marks.behind);
    if (behind.size == 0 || !is_mark(behind.code_point)) break;
    marks.behind += behind.size;
  }
  return marks;
}

}  // namespace

OddMarks odd_marks(std::string_view text, text::Span span) {
  return marks_beside(text, span, [](char32_t c) { return is_odd(c); });
}

OddMarks odd_marks_with_apostrophes(std::string_view text, text::Span span) {
  const OddMarks odd = odd_marks(text, span);
  const OddMarks all = marks_beside(text, span, [](char32_t c) { return is_odd(c) || is_apostrophe(c); });
  return {odd.before > 0 ? all.before : 0, odd.behind > 0 ? all.behind : 0};
}

std::vector<Unit> units_of(std::string_view text, const lm::Vocabulary& words, FormList& forms) {
  std::vector<Unit> units;
  // Prose has a unit in five bytes; what is not used is hardly ever touched.
  units.reserve(text.size() / 4 + 1);
  std::string form;
  const auto push = [&](lm::LmTokenKind kind, text::Span span, std::string_view its_form) {
    Gap gap = Gap::kWide;
    if (!units.empty() && kind != lm::LmTokenKind::kBoundary && units.back().kind != lm::LmTokenKind::kBoundary)
      gap = span.begin == units.back().span.end
                ? Gap::kGlued
                : gap_of(text.substr(units.back().span.end, span.begin - units.back().span.end));
    units.push_back({kind, gap, false, forms.number_of(its_form), span});
  };
  lm::LmTokenReader reader(text);
  lm::LmTokenKind kind{};
  for (text::Span span; reader.next(kind, span);) {
    if (kind != lm::LmTokenKind::kWord) {
      push(kind, span, kind == lm::LmTokenKind::kNumber ? lm::kNumberForm : lm::kBoundaryForm);
      continue;
    }
    const std::string_view piece = span.of(text);
    lm::fold_form(piece, form);
    if (piece.find('-') == std::string_view::npos || words.id_of(form) != lm::kUnknownWord) {
      push(kind, span, form);
      continue;
    }
    for (std::size_t begin = 0; begin < piece.size();) {
      const std::size_t end = std::min(piece.find('-', begin), piece.size());
      if (end > begin) {
        lm::fold_form(piece.substr(begin, end - begin), form);
        push(lm::LmTokenKind::kWord, {span.begin + begin, span.begin + end}, form);
      }
      begin = end + 1;
    }
  }
  mark_capitals(text, units);
  return units;
}

}  // namespace emend::correct
