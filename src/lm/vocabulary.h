// The words that a model knows, each with how often and in which casing the training text has it.
//
// Words are sorted by their bytes, so a prefix is a run of ids and a caller may build an index by walking them.
// A view, but for a filter: the bytes must outlive it. Read-only, so any number of threads may use it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lm/lm_file.h"

namespace emend::lm {

using WordId = std::uint32_t;

// The first three ids are not words.
inline constexpr WordId kUnknownWord = 0;
inline constexpr WordId kBoundaryWord = 1;
inline constexpr WordId kNumberWord = 2;
inline constexpr WordId kFirstWord = 3;

// Occurrences in the training text by casing, exact to 15 and within 3 % above. Where a sentence begins every word
// is capitalised, so those are apart and say nothing about names.
struct WordCounts {
  std::uint32_t lower = 0;
  std::uint32_t capitalised = 0;  // inside a sentence; mixed casing that begins with a capital as well
  std::uint32_t upper = 0;        // all capitals, two letters or more
  std::uint32_t at_start = 0;     // capitalised at the start of a sentence

  std::uint32_t total() const { return lower + capitalised + upper + at_start; }
};

// Counts are kept as one byte: the nearest of 0..15 exactly, and twelve steps to an octave from there.
std::uint8_t count_code(std::uint64_t count);
std::uint32_t count_of_code(std::uint8_t code);

// FNV-1a, 64 bits; places words in the index (http://www.isthe.com/chongo/tech/comp/fnv/).
std::uint64_t word_hash(std::string_view form);

class Vocabulary {
 public:
  Vocabulary() = default;
  // Checks every offset and entry, that the words are sorted and that they are UTF-8. Error: kUnreadable.
  static Result<Vocabulary> read(const Sections& sections, const std::string& subject);

  // How many ids there are, the three special ones among them.
  std::size_t size() const { return size_; }
  // kUnknownWord for a form that is not in the list. `form` comes from folded_form() or lm_tokens().
  WordId id_of(std::string_view form) const;
  // `id` is below size().
  std::string_view form_of(WordId id) const;
  WordCounts counts_of(WordId id) const;

 private:
  std::uint32_t offset(std::size_t i) const;
  void fill_filter();

  std::size_t size_ = 0;
  std::string_view strings_;
  std::string_view offsets_;  // u32, one more than there are ids
  std::string_view index_;    // u32, a power of two of them; kEmptySlot or an id
  std::string_view counts_;   // four count codes for each id
  // Three bits of one number for the hash of each word: most forms that are no words are known by it, without a look at
  // the file (Bloom 1970, with all bits of a word in one place).
  std::vector<std::uint64_t> filter_;
};

}  // namespace emend::lm
