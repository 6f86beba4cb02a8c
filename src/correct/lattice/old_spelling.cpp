#include "correct/lattice/old_spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>

#include "text/unicode.h"

namespace emend::correct {
namespace {

// How far old spellings tell of their surroundings, in bytes, and how many different ones it takes.
constexpr std::size_t kReach = 400;
constexpr std::size_t kLeastForms = 2;
// What is shorter, or less sure, may be dirt.
constexpr std::size_t kShortestForm = 4;
constexpr double kLeastPosterior = 0.5;

// Words that hardly a page of those times does without.
constexpr std::array<std::string_view, 22> kOldWords = {
    "doth",  "eek",  "fyrst", "hath", "haue", "hys",    "olde", "sayd", "shal", "swich", "thanne",
    "theyr", "vnto", "vpon",  "wch",  "whan", "whiche", "wth",  "wyth", "ye",   "ys",    "yt"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// With one letter for those that took turns, and without the e that nobody heard. Of u and v, v was written at the
// beginning of words and u inside them.
std::string without_spelling(std::string_view word) {
  std::string plain = text::to_lower(word);
  for (const std::string_view twice : {"uu", "vv"})
    for (std::size_t at = plain.find(twice); at != std::string::npos; at = plain.find(twice)) plain.replace(at, 2, "w");
  if (plain.size() > 1 && plain[0] == 'v' && !is_vowel(plain[1])) plain[0] = 'u';
  for (std::size_t i = 1; i + 1 < plain.size(); ++i)
    if (plain[i] == 'u' && is_vowel(plain[i - 1]) && is_vowel(plain[i + 1])) plain[i] = 'v';
  std::replace(plain.begin(), plain.end(), 'y', 'i');
  if (plain.ends_with("ck") || plain.ends_with("ll")) plain.pop_back();
  if (plain.ends_with("ie")) plain.pop_back();
  if (plain.ends_with("es")) plain.erase(plain.size() - 2, 1);
  if (plain.size() > 2 && plain.ends_with('e')) plain.pop_back();
  return plain;
}

}  // namespace

bool is_old_spelling(std::string_view before, std::string_view after) {
  const auto count = [](std::string_view word, char letter) { return std::count(word.begin(), word.end(), letter); };
  const bool may_be_older =
      before.size() > after.size() || count(before, 'y') > count(after, 'y') || count(before, 'v') != count(after, 'v');
  return before.size() >= after.size() && may_be_older && without_spelling(before) == without_spelling(after);
}

std::vector<text::Span> old_words_in(const std::vector<Unit>& units, const FormList& forms) {
  std::vector<FormList::Number> old;
  for (const std::string_view word : kOldWords)
    if (const auto number = forms.find(word)) old.push_back(*number);
  std::vector<text::Span> words;
  if (old.empty()) return words;
  for (const Unit& unit : units)
    if (unit.kind == lm::LmTokenKind::kWord && std::find(old.begin(), old.end(), unit.form) != old.end())
      words.push_back(unit.span);
  return words;
}

void mark_old_spellings(std::string_view text, const std::vector<text::Span>& old_words, std::vector<Change>& changes) {
  std::vector<text::Span> old = old_words;
  for (const Change& change : changes)
    if (change.span.size() >= kShortestForm && change.posterior >= kLeastPosterior &&
        is_old_spelling(change.span.of(text), change.after))
      old.push_back(change.span);
  std::sort(old.begin(), old.end());
  std::size_t first = 0;
  for (Change& change : changes) {
    while (first < old.size() && old[first].end + kReach < change.span.begin) ++first;
    std::set<std::string_view> forms;
    for (std::size_t i = first; i < old.size() && old[i].begin < change.span.end + kReach; ++i)
      forms.insert(old[i].of(text));
    change.is_among_old_spellings = forms.size() >= kLeastForms;
  }
}

}  // namespace emend::correct
