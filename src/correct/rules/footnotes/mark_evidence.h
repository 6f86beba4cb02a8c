// What the place and the glyphs of a candidate say by themselves, before the sequence of all is asked.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "correct/rules/footnotes/mark_candidates.h"

namespace emend::correct {

// What stands before a place.
enum class Before { kEllipsis, kLooseEllipsis, kSentenceEnd, kTornStop, kWord };
// What stands behind it.
enum class Behind { kCapital, kParagraphEnd, kSmall, kOther };

// Log-odds that a mark stands there. They add up.
double log_odds_of(Before before);
double log_odds_of(Behind behind);
double log_odds_of(FootnoteMarkCandidate::Glyphs glyphs);

// "behind an ellipsis and before a capital"
std::string_view description_of(Before before);
std::string_view description_of(Behind behind);  // with its leading space; empty where it says nothing

// Three digits at most.
inline constexpr std::size_t kMostGlyphs = 3;

// 1 to kHighestMark, without leading zeros; l, I and | are read as 1 and O as 0 where look-alikes are allowed.
std::optional<int> mark_number(std::string_view glyphs, bool allow_look_alikes);

// Whether engines put this sign in a mark's place.
bool is_mark_symbol(char32_t c);

}  // namespace emend::correct
