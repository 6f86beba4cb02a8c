// Quotation marks and apostrophes of a text, and what each of them does.
//
// Which way a straight mark faces is told by its neighbours; which of two things a single one is, by its paragraph: an
// opening mark has a closing one behind it. Pure; linear in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::correct {

enum class QuoteRole : std::uint8_t {
  kOpening,
  kClosing,
  kApostrophe,
  kOther,  // feet, inches, ditto marks, specks, and what cannot be told
};

struct QuoteMark {
  text::Span span;
  QuoteRole role = QuoteRole::kOther;
  bool is_double = false;
  bool is_curly = false;  // “ ” „ ‘ ’ ‚; otherwise " '
};

// In the order of the text.
std::vector<QuoteMark> quotation_marks(std::string_view text);

// As a printer sets it; empty for kOther, which nobody can tell.
std::string_view printed_form(const QuoteMark& mark);
// As a typewriter has it.
std::string_view typed_form(const QuoteMark& mark);

}  // namespace emend::correct
