// How two texts are looked at before they are compared: what counts as a difference and what does not.
//
// Pure functions; any thread. Used by compare() and by edit_effects.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace emend::measure {

enum class View {
  // White space runs are one space; curly quotes, backticks and accents that stand alone are straight quotes; an em
  // dash is two hyphens, other dashes are one; soft hyphens and byte-order marks are nothing. All else counts.
  kStrict,
  // Further, what a printer chose and no reader misses: every dash or run of hyphens is one hyphen without spaces,
  // every quotation mark one sign, ligatures and the long s are their letters, an ellipsis is three full stops, and
  // spaces before closing and after opening punctuation are nothing.
  kTypographic,
  // Only letters, digits and the underscore, A to Z as small letters; all else separates words. For figures that were
  // published that way.
  kLetters,
  // As strict, in small letters.
  kFolded,
};

inline constexpr std::array kAllViews = {View::kStrict, View::kTypographic, View::kLetters, View::kFolded};

// "strict", "typographic", "letters", "folded": as flags and files spell them.
std::string_view name_of(View view);
std::optional<View> view_of(std::string_view name);

struct ViewOptions {
  View view = View::kStrict;
  // A hyphen between letters does not count, nor does a line break after it: for truths that keep the line ends of the
  // page against outputs that have joined them, or the other way round.
  bool joins_hyphens = false;
};

// The UTF-8 text as the code points that are compared; words are parted by exactly one U+0020.
std::u32string viewed(std::string_view text, const ViewOptions& options);

}  // namespace emend::measure
