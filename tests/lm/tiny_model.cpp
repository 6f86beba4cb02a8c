#include "lm/tiny_model.h"

#include <cstdint>
#include <cstring>

#include "base/content_hash.h"
#include "lm/lm_file.h"
#include "lm/lm_writer.h"

namespace emend::lm {
namespace {

TrieLevel words_alone() {
  TrieLevel level;
  level.symbols = {0, 1, 2, 3, 4, 5, 6};
  level.first_child = {0, 0, 1, 1, 1, 1, 1, 3};
  level.log_probability_codes = {0, 1, 2, 3, 4, 5, 6};
  level.log_probabilities = {-2.0f, -0.5f, -1.5f, -1.0f, -1.2f, -1.3f, -0.8f};
  level.log_backoff_codes = {0, 1, 0, 0, 0, 0, 2};
  level.log_backoffs = {0.0f, -0.3f, -0.4f};
  return level;
}

TrieLevel word_pairs() {
  TrieLevel level;
  level.symbols = {6, 4, 5};
  level.log_probability_codes = {0, 1, 2};
  level.log_probabilities = {-0.2f, -0.6f, -0.7f};
  return level;
}

std::string even_characters() {
  TrieLevel level;
  for (std::uint32_t symbol = 0; symbol < 32; ++symbol) level.symbols.push_back(symbol);
  level.log_probability_codes.assign(32, 0);
  level.log_probabilities[0] = -1.5f;
  return write_trie({level});
}

}  // namespace

std::string tiny_model_bytes() {
  const WrittenVocabulary words =
      write_vocabulary({"but", "masses", "power", "the"}, {{9, 0, 0, 4}, {3, 1, 0, 0}, {2, 5, 1, 0}, {100, 0, 7, 40}});
  const std::string trie = write_trie({words_alone(), word_pairs()});
  const std::string characters = even_characters();
  return file_with({"made by hand", words.strings, words.offsets, words.index, words.counts, trie, characters});
}

// As docs/formats/language-model.md has it: the table from byte 48 on, 48 bytes an entry, its checksum at byte 16.
std::string resealed(std::string bytes) {
  constexpr std::size_t kTable = 48;
  constexpr std::size_t kEntry = 48;
  if (bytes.size() < kTable + kSectionCount * kEntry) return bytes;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::memcpy(&offset, bytes.data() + kTable + i * kEntry, sizeof offset);
    std::memcpy(&size, bytes.data() + kTable + i * kEntry + 8, sizeof size);
    if (offset > bytes.size() || size > bytes.size() - offset) continue;
    bytes.replace(kTable + i * kEntry + 16, 32, content_hash(std::string_view(bytes).substr(offset, size)));
  }
  bytes.replace(16, 32, content_hash(std::string_view(bytes).substr(kTable, kSectionCount * kEntry)));
  return bytes;
}

}  // namespace emend::lm
