// What the edits of the decoder repair, by id.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace emend::correct {

// A change that joins repairs a split word.
enum WordRepairId : std::size_t { kMisreadWord, kMisreadName, kSplitWord, kJoinedWords, kStrayLetter };
inline constexpr std::size_t kWordRepairs = 5;
inline constexpr std::array<std::string_view, kWordRepairs> kWordRepairIds = {
    "misread-word", "misread-name", "split-word", "joined-words", "stray-letter"};

}  // namespace emend::correct
