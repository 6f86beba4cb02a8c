// The marks between two words, as the mark layer tells them apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace emend::correct {

enum class Mark : std::uint8_t { kNone, kComma, kStop, kSemicolon, kColon, kQuestion, kExclamation, kDash };

// In the order of Mark: as files name them, and as they are written.
inline constexpr std::array<std::string_view, 8> kMarkNames = {"none",  "comma",    "stop",        "semicolon",
                                                               "colon", "question", "exclamation", "dash"};
inline constexpr std::array<std::string_view, 8> kMarkSigns = {"", ",", ".", ";", ":", "?", "!", "-"};
inline constexpr std::size_t kMarkCount = kMarkNames.size();

// A number for each mark: probabilities, counts, weights.
template <typename T>
using PerMark = std::array<T, kMarkCount>;

inline constexpr std::size_t index_of(Mark mark) { return static_cast<std::size_t>(mark); }
inline constexpr bool ends_sentence(Mark mark) {
  return mark == Mark::kStop || mark == Mark::kQuestion || mark == Mark::kExclamation;
}

}  // namespace emend::correct
