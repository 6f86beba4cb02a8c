// Page numbers as engines read them: "4!" for 41, "Io" for 10, "vii". Pure functions.
#pragma once

#include <optional>
#include <string_view>

namespace emend::layout {

// Beyond this it is a year or an amount.
inline constexpr int kHighestPageNumber = 2999;

// The number that is written there, in Arabic or small Roman figures, with marks at its ends left out ("- 12 -",
// "[3]"). Letters that look like figures count as these where at least half of the signs are true figures. Nothing for
// anything else.
std::optional<int> read_page_number(std::string_view token);

enum class NumberMatch {
  kNo,
  kNearly,  // one sign differs, and there are others; or it is short and looks alike
  kLooksAlike,
  kExactly,
};

// Whether the token may stand for this number.
NumberMatch match_page_number(std::string_view token, int number);

}  // namespace emend::layout
