#include "lm/lm_writer.h"

#include <bit>
#include <cstring>

#include "base/check.h"
#include "lm/bits.h"
#include "lm/lm_tokens.h"

namespace emend::lm {
namespace {

template <typename T>
void append_value(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void append_records(std::string& out, const TrieLevel& level, unsigned id_bits, unsigned child_bits) {
  const bool is_last = child_bits == 0;
  const unsigned record_bits = id_bits + 8 + (is_last ? 0 : 8 + child_bits);
  const std::size_t size = level.symbols.size();
  const std::size_t bytes = ((size + (is_last ? 0 : 1)) * record_bits + 7) / 8;
  std::string records(bytes + kBitSlackBytes, '\0');
  for (std::size_t i = 0; i < size; ++i) {
    std::uint64_t bit = std::uint64_t{i} * record_bits;
    write_bits(records.data(), bit, id_bits, level.symbols[i]);
    write_bits(records.data(), bit += id_bits, 8, level.log_probability_codes[i]);
    if (is_last) continue;
    write_bits(records.data(), bit += 8, 8, level.log_backoff_codes[i]);
    write_bits(records.data(), bit += 8, child_bits, level.first_child[i]);
  }
  if (!is_last)
    write_bits(records.data(), std::uint64_t{size} * record_bits + id_bits + 16, child_bits, level.first_child[size]);
  out.append(records, 0, bytes);
}

}  // namespace

WrittenVocabulary write_vocabulary(const std::vector<std::string>& words, const std::vector<WordCounts>& counts) {
  EMEND_ASSUME(words.size() == counts.size(), "every word has its counts");
  WrittenVocabulary out;
  std::vector<std::string_view> forms = {kUnknownForm, kBoundaryForm, kNumberForm};
  forms.insert(forms.end(), words.begin(), words.end());

  // At most two slots in three are taken, so a search looks at two of them on average.
  const std::size_t slots = std::bit_ceil(forms.size() + forms.size() / 2);
  std::vector<std::uint32_t> index(slots, 0xFFFFFFFF);
  append_value<std::uint32_t>(out.offsets, 0);
  for (std::size_t id = 0; id < forms.size(); ++id) {
    out.strings += forms[id];
    append_value(out.offsets, static_cast<std::uint32_t>(out.strings.size()));
    std::size_t slot = word_hash(forms[id]) & (slots - 1);
    while (index[slot] != 0xFFFFFFFF) slot = (slot + 1) & (slots - 1);
    index[slot] = static_cast<std::uint32_t>(id);
    const WordCounts count = id < kFirstWord ? WordCounts{} : counts[id - kFirstWord];
    for (const std::uint32_t part : {count.lower, count.capitalised, count.upper, count.at_start})
      out.counts += static_cast<char>(count_code(part));
  }
  for (const std::uint32_t id : index) append_value(out.index, id);
  return out;
}

std::string write_trie(const std::vector<TrieLevel>& levels) {
  std::string out;
  const unsigned id_bits = bits_for(levels[0].symbols.size() - 1);
  append_value(out, static_cast<std::uint32_t>(levels.size()));
  append_value(out, static_cast<std::uint32_t>(id_bits));
  for (const TrieLevel& level : levels) append_value<std::uint64_t>(out, level.symbols.size());
  for (std::size_t k = 0; k < levels.size(); ++k) {
    for (const float value : levels[k].log_probabilities) append_value(out, value);
    if (k + 1 == levels.size()) break;
    for (const float value : levels[k].log_backoffs) append_value(out, value);
  }
  for (std::size_t k = 0; k < levels.size(); ++k) {
    const bool is_last = k + 1 == levels.size();
    EMEND_ASSUME(is_last || levels[k].first_child.size() == levels[k].symbols.size() + 1, "a level ends in its end");
    out.append((8 - out.size() % 8) % 8, '\0');
    append_records(out, levels[k], k == 0 ? 0 : id_bits, is_last ? 0 : bits_for(levels[k + 1].symbols.size()));
  }
  return out;
}

}  // namespace emend::lm
