// Hyphens, dashes, ranges and minus signs that stand apart from words, and which of them each is.
//
// Typewriters have one stroke for all four. A dash has words on both sides and spaces around it, or is wider than a
// hyphen; a range joins two numbers that can be its ends; a minus stands before a number, behind what one reckons with.
// Hyphens between letters are part of a word (text/tokens.h) and are not told. Pure; linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/rule_input.h"

namespace emend::correct {

enum class DashRole : std::uint8_t {
  kDash,   // between parts of a sentence
  kRange,  // from one number to another
  kMinus,
  kOther,  // a hyphen at a line's end or behind half a compound, a list mark, a code, a rule, and what cannot be told
};

enum class DashForm : std::uint8_t { kHyphen, kTwoHyphens, kEnDash, kEmDash, kMinusSign };
inline constexpr std::size_t kDashForms = 5;

struct DashMark {
  text::Span span;  // without the spaces around it
  DashRole role = DashRole::kOther;
  DashForm form = DashForm::kHyphen;
  bool is_spaced = false;  // on both sides; of a dash, whether on either
};

std::vector<DashMark> dash_marks(const RuleInput& input);

std::string_view sign_of(DashForm form);

}  // namespace emend::correct
