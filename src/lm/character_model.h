// How likely a string is as an English word that the vocabulary lacks: a name, a rare form, a period spelling.
//
// A character n-gram over 32 symbols: word edge, a to z, apostrophe, hyphen, digit, combining mark, anything else.
// Accented letters are taken apart (NFD), so "régime" is scored as "regime" with a mark. A digit, a mark and a
// character of the last class also pay for which one they are, evenly.
// A view: the bytes must outlive it. Read-only, so any number of threads may use it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lm/ngram_trie.h"

namespace emend::lm {

inline constexpr std::uint32_t kCharacterSymbols = 32;
inline constexpr std::uint32_t kEdgeSymbol = 0;

// The symbols of a folded word, without edges.
std::vector<std::uint8_t> character_symbols(std::string_view form);

class CharacterModel {
 public:
  CharacterModel() = default;
  // Error: kUnreadable.
  static Result<CharacterModel> read(std::string_view section, const std::string& subject);

  // log10 of the probability of exactly this word among unknown words. Its time grows with the length of `form`.
  double log_probability(std::string_view form) const;
  const NgramTrie& trie() const { return trie_; }

 private:
  NgramTrie trie_;
  NgramState at_edge_;
};

}  // namespace emend::lm
