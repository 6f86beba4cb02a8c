#include "lm/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "lm/bits.h"
#include "lm/lm_tokens.h"
#include "text/utf8.h"

namespace emend::lm {
namespace {

constexpr std::uint32_t kEmptySlot = 0xFFFFFFFF;
constexpr std::uint8_t kExactCodes = 16;
constexpr double kStepsPerOctave = 12;

// One in a hundred forms that are no words passes. Other bits of the hash than those that place a word in the index.
constexpr std::size_t kFilterBitsPerWord = 8;
constexpr unsigned kFilterShift = 24;

// Which number of the filter a hash belongs to, and its three bits there.
std::uint64_t filter_place(std::uint64_t hash) { return hash >> (kFilterShift + 18); }
std::uint64_t filter_bits(std::uint64_t hash) {
  const auto bit = [&](unsigned shift) { return std::uint64_t{1} << (hash >> (kFilterShift + shift) & 63); };
  return bit(0) | bit(6) | bit(12);
}

}  // namespace

std::uint8_t count_code(std::uint64_t count) {
  if (count < kExactCodes) return static_cast<std::uint8_t>(count);
  const double steps = std::round(kStepsPerOctave * std::log2(static_cast<double>(count) / kExactCodes));
  return static_cast<std::uint8_t>(std::min(steps + kExactCodes, 255.0));
}

std::uint32_t count_of_code(std::uint8_t code) {
  if (code < kExactCodes) return code;
  return static_cast<std::uint32_t>(std::lround(kExactCodes * std::exp2((code - kExactCodes) / kStepsPerOctave)));
}

std::uint64_t word_hash(std::string_view form) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : form) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

Result<Vocabulary> Vocabulary::read(const Sections& sections, const std::string& subject) {
  const auto damaged = [&] { return unreadable_model(subject, "the words of the language model are damaged"); };
  Vocabulary words;
  words.strings_ = section_of(sections, Section::kWordStrings);
  words.offsets_ = section_of(sections, Section::kWordOffsets);
  words.index_ = section_of(sections, Section::kWordIndex);
  words.counts_ = section_of(sections, Section::kWordCounts);

  if (words.offsets_.size() % 4 != 0 || words.offsets_.size() / 4 < kFirstWord + 1) return damaged();
  words.size_ = words.offsets_.size() / 4 - 1;
  if (words.counts_.size() != 4 * words.size_) return damaged();
  if (words.offset(0) != 0 || words.offset(words.size_) != words.strings_.size()) return damaged();
  for (std::size_t i = 0; i < words.size_; ++i)
    if (words.offset(i) > words.offset(i + 1)) return damaged();
  if (words.form_of(kUnknownWord) != kUnknownForm || words.form_of(kBoundaryWord) != kBoundaryForm ||
      words.form_of(kNumberWord) != kNumberForm)
    return damaged();
  for (WordId id = kFirstWord; id < words.size_; ++id) {
    const std::string_view form = words.form_of(id);
    if (form.empty() || (id > kFirstWord && form <= words.form_of(id - 1)) || !text::is_valid_utf8(form))
      return damaged();
  }

  const std::size_t slots = words.index_.size() / 4;
  if (words.index_.size() % 4 != 0 || !std::has_single_bit(slots) || slots <= words.size_) return damaged();
  for (std::size_t i = 0; i < slots; ++i) {
    const auto id = read_value<std::uint32_t>(words.index_.data(), 4 * i);
    if (id != kEmptySlot && id >= words.size_) return damaged();
  }
  words.fill_filter();
  return words;
}

void Vocabulary::fill_filter() {
  filter_.assign(std::max<std::size_t>(1, std::bit_ceil(size_) * kFilterBitsPerWord / 64), 0);
  for (WordId id = kFirstWord; id < size_; ++id) {
    const std::uint64_t hash = word_hash(form_of(id));
    filter_[filter_place(hash) & (filter_.size() - 1)] |= filter_bits(hash);
  }
}

std::uint32_t Vocabulary::offset(std::size_t i) const { return read_value<std::uint32_t>(offsets_.data(), 4 * i); }

std::string_view Vocabulary::form_of(WordId id) const {
  return strings_.substr(offset(id), offset(id + std::size_t{1}) - offset(id));
}

WordId Vocabulary::id_of(std::string_view form) const {
  const std::uint64_t hash = word_hash(form);
  if (form.empty() || form[0] != '<') {  // the first three are not in the filter
    const std::uint64_t bits = filter_bits(hash);
    if ((filter_[filter_place(hash) & (filter_.size() - 1)] & bits) != bits) return kUnknownWord;
  }
  const std::size_t mask = index_.size() / 4 - 1;
  // Linear probing. An index without an empty slot would be an endless loop, hence the count.
  for (std::size_t i = hash & mask, probes = 0; probes <= mask; i = (i + 1) & mask, ++probes) {
    const auto id = read_value<std::uint32_t>(index_.data(), 4 * i);
    if (id == kEmptySlot) return kUnknownWord;
    if (form_of(id) == form) return id;
  }
  return kUnknownWord;
}

WordCounts Vocabulary::counts_of(WordId id) const {
  const auto count = [&](std::size_t i) { return count_of_code(static_cast<std::uint8_t>(counts_[4 * id + i])); };
  return {count(0), count(1), count(2), count(3)};
}

}  // namespace emend::lm
