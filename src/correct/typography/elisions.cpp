#include "correct/typography/elisions.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"

namespace emend::correct {
namespace {

// Words that begin with an apostrophe.
constexpr std::string_view kElided[] = {"tis", "twas", "twere", "twill", "em", "til", "cause", "bout", "neath"};
// Letters of the longest of them, and more than one.
constexpr std::size_t kLongestElided = 6;

bool is_word_character(char32_t c) { return text::is_letter(c) || text::is_digit(c) || text::is_mark(c); }

}  // namespace

bool is_elided(std::string_view text, std::size_t behind_apostrophe) {
  const std::string_view rest = text.substr(behind_apostrophe, kLongestElided);
  if (rest.size() >= 2 && text::is_digit(static_cast<unsigned char>(rest[0])) &&
      text::is_digit(static_cast<unsigned char>(rest[1])))
    return rest.size() == 2 || !is_word_character(static_cast<unsigned char>(rest[2]));
  std::size_t letters = 0;
  while (letters < rest.size() &&
         ((rest[letters] >= 'a' && rest[letters] <= 'z') || (letters == 0 && rest[0] >= 'A' && rest[0] <= 'Z')))
    ++letters;
  const std::string word = text::to_lower(rest.substr(0, letters));
  return std::find(std::begin(kElided), std::end(kElided), word) != std::end(kElided);
}

}  // namespace emend::correct
