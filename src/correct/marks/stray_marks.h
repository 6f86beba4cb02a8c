// Marks that stand where no printer sets one: alone between two spaces, glued to the wrong word, behind another mark.
//
// Either dirt that was read as a mark, to be taken out, or a mark that drifted off its word, to be put back. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/marks/gaps.h"

namespace emend::correct {

enum class StrayShape : std::uint8_t {
  kLone,           // "at ' four"
  kLoneAfterMark,  // "halted. ' The"
  kBehindWord,     // "and' thirty"
  kBehindMark,     // "Commissioner.' The"
  kBeforeWord,     // "when .she"
};
inline constexpr std::size_t kStrayShapes = 5;
inline constexpr std::array<std::string_view, kStrayShapes> kStrayShapeNames = {
    "lone", "lone-after-mark", "behind-word", "behind-mark", "before-word"};

enum class StraySign : std::uint8_t {
  kStop,
  kComma,
  kSemicolon,
  kColon,
  kQuestion,
  kExclamation,
  kHyphen,
  kApostrophe,
  kQuote,
  kNote,           // an asterisk or a dagger: may be the mark of a note
  kPossessive,     // an apostrophe behind a word that ends in s
  kOddApostrophe,  // one without a partner in its paragraph, no possessive, no word without its beginning ('tis)
  kDirt,           // what prose has no use for: | \ ^ _ « and the like
};
inline constexpr std::size_t kStraySigns = 13;
inline constexpr std::array<std::string_view, kStraySigns> kStraySignNames = {
    "stop",       "comma", "semicolon", "colon",      "question",       "exclamation", "hyphen",
    "apostrophe", "quote", "note",      "possessive", "odd-apostrophe", "dirt"};

struct StrayMark {
  std::size_t gap = 0;
  StrayShape shape = StrayShape::kLone;
  StraySign sign = StraySign::kDirt;
  std::size_t sign_begin = 0;
  text::Span removed;        // what to take out with it: the sign, and one of the spaces around a lone one
  text::Span space_before;   // what to take out to put a lone mark back to its word; empty where that cannot be
  Mark rest = Mark::kNone;   // the mark that stays when it is taken out
  Mark own = Mark::kNone;    // the mark that it would be itself; kNone for what is no mark between words
  bool is_opening = false;   // a quotation mark that opens (quote_pairs.h)
  bool is_unpaired = false;  // an apostrophe or quotation mark without a partner in its paragraph
};

// In the order of the text, at most one in a gap; gaps with more to wonder about are left alone.
std::vector<StrayMark> stray_marks(std::string_view text, const MarkedText& marked);

}  // namespace emend::correct
