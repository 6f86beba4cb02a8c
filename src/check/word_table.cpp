#include "check/word_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "lm/lm_tokens.h"

namespace emend::check {
namespace {

// A word this much commoner than another that looks like it is what the other may be a misreading of.
constexpr std::uint32_t kCommoner = 30;
// Commoner words are no misreadings; occurrences in the training text (45 million words).
constexpr std::uint32_t kCommonEnough = 20'000;
// Occurrences below which a word is no likely reading of an unknown form.
constexpr std::uint32_t kLeastOfReading = 20;
// ... and of both halves of two words that run together.
constexpr std::uint32_t kLeastOfHalf = 2'000;
constexpr std::size_t kLongestForm = 40;

// What is read for what, in print and typescript; both ways. From the heads of models/confusions-*.tsv.
struct Misreading {
  std::string_view read, meant;
};
constexpr std::array<Misreading, 56> kMisreadings = {{
    {"c", "e"},  {"e", "c"},   {"o", "e"},  {"e", "o"},  {"b", "h"},  {"h", "b"},  {"a", "o"},  {"o", "a"},
    {"i", "l"},  {"l", "i"},   {"t", "l"},  {"l", "t"},  {"f", "t"},  {"t", "f"},  {"n", "u"},  {"u", "n"},
    {"rn", "m"}, {"m", "rn"},  {"ii", "n"}, {"n", "ii"}, {"li", "h"}, {"h", "li"}, {"cl", "d"}, {"d", "cl"},
    {"tl", "d"}, {"vv", "w"},  {"w", "vv"}, {"in", "m"}, {"m", "in"}, {"ni", "m"}, {"nn", "m"}, {"m", "nn"},
    {"s", "a"},  {"a", "s"},   {"r", "v"},  {"v", "y"},  {"y", "v"},  {"g", "q"},  {"ri", "n"}, {"n", "ri"},
    {"fi", "h"}, {"hi", "lu"}, {"f", "s"},  {"s", "f"},  {"o", "c"},  {"c", "o"},  {"i", "t"},  {"t", "i"},
    {"m", "n"},  {"n", "m"},   {"h", "n"},  {"n", "h"},  {"k", "h"},  {"r", "t"},  {"j", "i"},  {"a", "e"},
}};

// Lower case for ASCII letters; apostrophe and hyphen stay as they are.
constexpr std::array<char, 256> kLower = [] {
  std::array<char, 256> lower{};
  for (int c = 0; c < 256; ++c)
    lower[static_cast<std::size_t>(c)] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return lower;
}();

// Eight bytes at a time, mixed by multiplication (Steele and Vigna, "Computationally easy, spectrally good
// multipliers", 2022, has the constant).
constexpr std::uint64_t kMultiplier = 0xd1342543de82ef95;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t block) {
  hash = (hash ^ block) * kMultiplier;
  return hash ^ hash >> 32;
}

std::uint64_t hash_of_ascii(std::string_view word) {
  std::uint64_t hash = word.size();
  std::uint64_t block = 0;
  int filled = 0;
  for (const char c : word) {
    block = block << 8 | static_cast<unsigned char>(kLower[static_cast<unsigned char>(c)]);
    if (++filled == 8) {
      hash = mixed(hash, block);
      block = 0;
      filled = 0;
    }
  }
  return mixed(hash, block);
}

}  // namespace

WordTable::WordTable(const lm::LanguageModel& model) : model_(model) {
  const lm::Vocabulary& words = model.vocabulary();
  counts_.resize(words.size());
  slots_.resize(std::bit_ceil(words.size() * 2));
  mask_ = slots_.size() - 1;
  known_ = std::make_unique<std::atomic<Known>[]>(words.size());
  for (lm::WordId id = lm::kFirstWord; id < words.size(); ++id) {
    counts_[id] = words.counts_of(id).total();
    const std::uint64_t hash = hash_of_ascii(words.form_of(id));
    std::size_t at = hash & mask_;
    while (slots_[at].id != lm::kUnknownWord) at = (at + 1) & mask_;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), id};
  }
}

lm::WordId WordTable::find(std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t at = hash & mask_; slots_[at].id != lm::kUnknownWord; at = (at + 1) & mask_)
    if (slots_[at].tag == tag) return slots_[at].id;
  return lm::kUnknownWord;
}

lm::WordId WordTable::id_of_ascii(std::string_view word) const { return find(hash_of_ascii(word)); }

lm::WordId WordTable::id_of(std::string_view word) const { return model_.id_of(lm::folded_form(word)); }

template <typename Take>
void WordTable::each_misreading(std::string_view form, Take&& take) const {
  std::string other;
  for (std::size_t i = 0; i < form.size(); ++i)
    for (const auto& [read, meant] : kMisreadings) {
      if (form.substr(i, read.size()) != read) continue;
      other.assign(form.substr(0, i));
      other += meant;
      other += form.substr(i + read.size());
      if (const lm::WordId id = id_of_ascii(other); id != lm::kUnknownWord) take(id);
    }
}

bool WordTable::has_commoner_reading(lm::WordId id, std::string_view form) const {
  Known known = known_[id].load(std::memory_order_relaxed);
  if (known == Known::kNothing) {
    known = counts_[id] < kCommonEnough && !commoner_readings(id, form).empty() ? Known::kDoubtful : Known::kFine;
    known_[id].store(known, std::memory_order_relaxed);
  }
  return known == Known::kDoubtful;
}

std::vector<lm::WordId> WordTable::commoner_readings(lm::WordId id, std::string_view form) const {
  std::vector<lm::WordId> readings;
  if (form.size() > kLongestForm || form.size() < 2) return readings;
  const std::uint64_t least = std::uint64_t{std::max(counts_[id], 1U)} * kCommoner;
  each_misreading(form, [&](lm::WordId other) {
    if (counts_[other] >= least) readings.push_back(other);
  });
  return readings;
}

bool WordTable::has_reading(std::string_view form) const {
  if (form.size() < 2 || form.size() > kLongestForm) return false;
  bool has = false;
  const auto look_up = [&](std::string_view other) {
    const lm::WordId id = id_of_ascii(other);
    has = has || (id != lm::kUnknownWord && counts_[id] >= kLeastOfReading);
  };
  each_misreading(form, [&](lm::WordId id) { has = has || counts_[id] >= kLeastOfReading; });
  if (has) return true;
  std::string other;
  for (std::size_t i = 0; i <= form.size() && !has; ++i) {
    const std::string_view head = form.substr(0, i);
    const std::string_view tail = form.substr(i);
    if (i >= 2 && tail.size() >= 2) {
      const lm::WordId left = id_of_ascii(head);
      const lm::WordId right = id_of_ascii(tail);
      if (left != lm::kUnknownWord && right != lm::kUnknownWord && counts_[left] >= kLeastOfHalf &&
          counts_[right] >= kLeastOfHalf)
        return true;
    }
    if (!tail.empty()) {
      other.assign(head).append(tail.substr(1));
      look_up(other);
      other.insert(i, 1, 'a');
      for (char c = 'a'; c <= 'z' && !has; ++c) {
        other[i] = c;
        look_up(other);
      }
    }
    other.assign(head).append(1, 'a').append(tail);
    for (char c = 'a'; c <= 'z' && !has; ++c) {
      other[i] = c;
      look_up(other);
    }
  }
  return has;
}

}  // namespace emend::check
