#include "correct/lattice/left_alone.h"

#include <algorithm>
#include <array>
#include <string>

#include "correct/elisions.h"
#include "correct/lattice/old_spelling.h"
#include "text/span.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

std::string_view run_around(std::string_view text, text::Span span) {
  constexpr std::size_t kReach = 100;
  constexpr std::string_view kSpaces = " \t\r\n\f";
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < kReach && kSpaces.find(text[begin - 1]) == std::string_view::npos) --begin;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < kReach && kSpaces.find(text[end]) == std::string_view::npos) ++end;
  return text.substr(begin, end - begin);
}

// The web, files, people's addresses and code; the text of a run between white space.
bool is_address(std::string_view run) {
  constexpr std::array<std::string_view, 7> kSigns = {"://", "www.", "@", "_", "()", "::", "(\""};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return run.find(sign) != std::string_view::npos; }) ||
         std::count(run.begin(), run.end(), '/') > 1;
}

// Spellings of the period that differ from today's by a letter that is often confused; the language model knows them
// but thinks them rare.
constexpr std::array<std::string_view, 5> kPeriodForms = {"shew", "shewed", "shewing", "shewn", "shews"};

bool is_period_form(std::string_view before) {
  return std::find(kPeriodForms.begin(), kPeriodForms.end(), text::to_lower(before)) != kPeriodForms.end();
}

// "adorn'd", "ling'ring", "thro'": no misreadings, though people write them in full now.
bool is_elided_word(std::string_view text, text::Span span, std::string_view after) {
  const std::string_view before = span.of(text);
  if (before.ends_with("'d") || before.ends_with("’d") || is_elision_of(before, after)) return true;
  const std::string_view behind = text.substr(span.end);
  if ((behind.starts_with('\'') || behind.starts_with("’")) && ends_elided(text, span.end)) return true;
  const std::string_view ahead = text.substr(0, span.begin);
  return (ahead.ends_with('\'') || ahead.ends_with("’")) && begins_elided(text, span.begin);
}

// Greek, Hebrew; not a Latin word with a letter of another alphabet in it.
bool is_in_other_letters(std::string_view before) {
  constexpr char32_t kBeyondLatin = 0x370;
  bool has_other = false;
  for (std::size_t i = 0; i < before.size();) {
    const text::Decoded decoded = text::decode_at(before, i);
    i += decoded.size;
    if (!text::is_letter(decoded.code_point)) continue;
    if (decoded.code_point < kBeyondLatin || text::script_of(decoded.code_point) == "Latin") return false;
    has_other = true;
  }
  return has_other;
}

// "2oz" is no misread "oz": a figure would be lost.
bool loses_figure(std::string_view before, std::string_view after) {
  const std::size_t figures = before.find_first_not_of("0123456789");
  return figures > 0 && figures != std::string::npos && before.substr(figures) == after;
}

// "iij", "iiijd": Roman numbers of accounts end with a j.
bool is_old_number(std::string_view before) {
  if (before.size() > 2 && (before.ends_with('d') || before.ends_with('s'))) before.remove_suffix(1);
  return before.size() > 1 && before.ends_with('j') &&
         before.substr(0, before.size() - 1).find_first_not_of("ivxlc") == std::string_view::npos;
}

}  // namespace

bool is_left_alone(const Change& change, std::string_view text) {
  const std::string_view before = change.span.of(text);
  return change.is_in_foreign_run || is_in_other_letters(before) || is_address(run_around(text, change.span)) ||
         is_period_form(before) || is_old_spelling(before, change.after) || is_old_number(before) ||
         is_elided_word(text, change.span, change.after) || loses_figure(before, change.after);
}

}  // namespace emend::correct
