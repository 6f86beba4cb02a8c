// The words of the language model as a small hash table that answers in a few nanoseconds, and which of them are often
// misreadings of commoner ones.
//
// Made once per run and shared by all threads: what is found out about a word is kept in an atomic byte.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lm/language_model.h"

namespace emend::check {

class WordTable {
 public:
  // `model` must outlive it. Some 20 ms.
  explicit WordTable(const lm::LanguageModel& model);

  // The id of a word of ASCII letters in any case, with apostrophes and hyphens inside; kUnknownWord where the model
  // does not have it.
  lm::WordId id_of_ascii(std::string_view word) const;
  // The same for any word.
  lm::WordId id_of(std::string_view word) const;

  // Whether a much commoner word is one likely misreading away. `form` is the folded form of `id`.
  bool has_commoner_reading(lm::WordId id, std::string_view form) const;
  // The commoner words themselves.
  std::vector<lm::WordId> commoner_readings(lm::WordId id, std::string_view form) const;

  // Whether a form that the model does not know is one letter or one misreading away from a word, or two words that
  // run together. `form` is folded.
  bool has_reading(std::string_view form) const;

 private:
  struct Slot {
    std::uint32_t tag = 0;
    lm::WordId id = lm::kUnknownWord;
  };
  enum class Known : std::uint8_t { kNothing, kFine, kDoubtful };

  lm::WordId find(std::uint64_t hash) const;
  template <typename Take>
  void each_misreading(std::string_view form, Take&& take) const;

  const lm::LanguageModel& model_;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::vector<std::uint32_t> counts_;
  std::unique_ptr<std::atomic<Known>[]> known_;
};

}  // namespace emend::check
