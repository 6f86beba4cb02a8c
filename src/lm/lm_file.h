// The container of a model file: a header, a table of sections with checksums, and the sections.
//
// docs/formats/language-model.md describes every byte. Reading checks the table and the checksums once; what is
// inside a section is the business of its reader. Pure functions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend::lm {

enum class Section : std::uint32_t {
  kOrigin = 0,       // what the model was made from, for people
  kWordStrings = 1,  // see vocabulary.h for the four of the vocabulary
  kWordOffsets = 2,
  kWordIndex = 3,
  kWordCounts = 4,
  kWordTrie = 5,  // see ngram_trie.h for the two tries
  kCharacterTrie = 6,
};
inline constexpr std::size_t kSectionCount = 7;

inline constexpr std::string_view kMagic = "emend-lm";
inline constexpr std::uint32_t kFormatVersion = 1;

// A section that was checked can be read kBitSlackBytes beyond its end.
using Sections = std::array<std::string_view, kSectionCount>;

inline std::string_view section_of(const Sections& sections, Section section) {
  return sections[static_cast<std::size_t>(section)];
}

// Views into `bytes`. Error: kUnreadable (foreign, another version, cut off, or damaged); `subject` names the file.
Result<Sections> read_sections(std::string_view bytes, const std::string& subject);

// The bytes of the file that holds these sections.
std::string file_with(const Sections& sections);

// The error of a model file whose bytes cannot be trusted; also for the readers of sections.
tl::unexpected<Error> unreadable_model(const std::string& subject, const std::string& what);

}  // namespace emend::lm
