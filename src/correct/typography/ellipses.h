// Ellipses of a text: three full stops, the sign for them, or full stops with spaces between. Pure; linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "correct/rule_input.h"

namespace emend::correct {

enum class EllipsisForm : std::uint8_t { kStops, kSign, kSpacedStops };
inline constexpr std::size_t kEllipsisForms = 3;

struct EllipsisMark {
  text::Span span;
  EllipsisForm form = EllipsisForm::kStops;
};

// Exactly three stops; four are a full stop and an ellipsis, more are leaders.
std::vector<EllipsisMark> ellipses(const RuleInput& input);

std::string_view sign_of(EllipsisForm form);

}  // namespace emend::correct
