// What a typist makes of a text: the characters that the keyboard has, lines that fit, pages that are full.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::train {

struct TypistHabits {
  int columns = 65;  // cells in a line
  int lines_per_page = 54;
  bool l_for_one = false;  // machines without a key for 1
  bool O_for_zero = false;
  bool underlines = false;  // what stands _between two such strokes_ on one line of the text is underlined
};

// Lines of cells; nothing in them is wider than one cell.
struct PageText {
  std::vector<std::u32string> lines;
  // Parallel to `lines`: which cells the underline key was struck on, too. Empty where none was.
  std::vector<std::vector<bool>> underlined;
  std::size_t first_strike = 0;  // how many letters the earlier pages took: the ribbon moves on
};

struct TypedText {
  std::vector<PageText> pages;
  std::size_t replaced_characters = 0;  // typed as "?" because the machine has no such key
};

// More pages than this in one text are refused: file names have four digits.
inline constexpr std::size_t kMostPages = 9999;

// `key_for` gives the key that prints a character, 0 where the machine has none. Curly quotes are typed straight, a
// dash as two hyphens, an ellipsis as three stops, ligatures letter by letter; a tab goes to the next fifth column, a
// form feed begins a page. Invisible characters are dropped and trailing blanks are not typed. Lines that fit are kept
// as they are; longer ones are broken at a blank, words longer than a line wherever it ends. Errors: kUsage (nothing in
// the text can be seen), kTooLarge (more than kMostPages).
Result<TypedText> typed_text(std::string_view text, const TypistHabits& habits,
                             const std::function<char32_t(char32_t)>& key_for);

}  // namespace emend::train
