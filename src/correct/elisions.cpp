#include "correct/elisions.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

// Words that begin with an apostrophe; none that may begin a quotation.
constexpr std::string_view kWithoutBeginning[] = {"ave",  "bout",  "bove",  "cause", "em",    "fore",   "gainst",
                                                  "gan",  "im",    "mid",   "midst", "mong",  "mongst", "neath",
                                                  "nuff", "ouse",  "pon",   "scape", "til",   "tis",    "tother",
                                                  "twas", "tween", "twere", "twill", "twixt", "twould", "um"};
// Words that end with one.
constexpr std::string_view kWithoutEnd[] = {"altho", "an", "ca", "fa", "fo",  "ha",   "jus", "lan", "mo", "mus",
                                            "o",     "ol", "po", "th", "tho", "thro", "wa",  "wi",  "yo"};
// Letters of the longest of them, and more than one.
constexpr std::size_t kLongest = 7;
// "goin'", but not "captain'".
constexpr std::size_t kShortestWithoutG = 4;

bool is_word_character(char32_t c) { return text::is_letter(c) || text::is_digit(c) || text::is_mark(c); }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool begins_elided(std::string_view text, std::size_t behind_apostrophe) {
  const std::string_view rest = text.substr(behind_apostrophe, kLongest);
  if (rest.size() >= 2 && text::is_digit(static_cast<unsigned char>(rest[0])) &&
      text::is_digit(static_cast<unsigned char>(rest[1])))
    return rest.size() == 2 || !is_word_character(static_cast<unsigned char>(rest[2]));
  std::size_t letters = 0;
  while (letters < rest.size() &&
         ((rest[letters] >= 'a' && rest[letters] <= 'z') || (letters == 0 && rest[0] >= 'A' && rest[0] <= 'Z')))
    ++letters;
  return is_among(kWithoutBeginning, text::to_lower(rest.substr(0, letters)));
}

bool ends_elided(std::string_view text, std::size_t apostrophe) {
  std::size_t begin = apostrophe;
  while (begin > 0 && is_ascii_letter(text[begin - 1])) --begin;
  const std::string word = text::to_lower(text.substr(begin, apostrophe - begin));
  if (word.size() >= kShortestWithoutG && word.ends_with("in") && !word.ends_with("ain")) return true;
  return is_among(kWithoutEnd, word);
}

bool is_elision_of(std::string_view elided, std::string_view whole) {
  for (const std::string_view apostrophe : {"'", "’"}) {
    const std::size_t at = elided.find(apostrophe);
    if (at == std::string_view::npos) continue;
    const std::string_view before = elided.substr(0, at);
    const std::string_view behind = elided.substr(at + apostrophe.size());
    const std::size_t letters = before.size() + behind.size();
    if (whole.size() <= letters || whole.size() > letters + 2) continue;
    const std::string_view lost = whole.substr(before.size(), whole.size() - letters);
    if (std::all_of(lost.begin(), lost.end(), is_ascii_letter) && whole.starts_with(before) && whole.ends_with(behind))
      return true;
  }
  return false;
}

}  // namespace emend::correct
