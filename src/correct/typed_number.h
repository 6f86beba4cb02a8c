// Numbers in which a typist used letters for the figures that the machine lacks: l9l7, 2O, 3Oth.
// Used by the two rules of the typewriter; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "correct/rule_input.h"

namespace emend::correct {

struct TypedNumber {
  std::string_view figures;  // digits, l, I, O, o, full stops and commas
  std::string_view suffix;   // "th", "st", "nd", "rd", "s", or nothing
  std::size_t digits = 0;    // true ones
  std::size_t els = 0;       // l
  std::size_t upper_is = 0;  // I
  std::size_t upper_os = 0;  // O
  std::size_t lower_os = 0;  // o

  std::size_t size() const { return digits + els + upper_is + upper_os + lower_os; }
};

// The token as such a number: at least one true digit and one letter for a figure. Nothing for anything else, and where
// the token is glued to what makes it a code, a formula or an address.
std::optional<TypedNumber> typed_number(const RuleInput& input, std::size_t token);

}  // namespace emend::correct
