#include "lm/character_model.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::lm {
namespace {

constexpr std::uint8_t kApostrophe = 27;
constexpr std::uint8_t kHyphen = 28;
constexpr std::uint8_t kDigit = 29;
constexpr std::uint8_t kMark = 30;
constexpr std::uint8_t kOther = 31;

// log10 of one in how many: ten digits, about ten accents in Western languages, about a thousand other letters and
// signs that turn up in scans.
constexpr double kOneDigit = -1;
constexpr double kOneMark = -1;
constexpr double kOneOther = -3;

std::uint8_t symbol_of(char32_t c) {
  if (c >= 'a' && c <= 'z') return static_cast<std::uint8_t>(c - 'a' + 1);
  if (c == '\'') return kApostrophe;
  if (c == '-') return kHyphen;
  if (text::is_digit(c)) return kDigit;
  if (text::is_mark(c)) return kMark;
  return kOther;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

std::vector<std::uint8_t> character_symbols(std::string_view form) {
  std::vector<std::uint8_t> symbols;
  symbols.reserve(form.size());
  const std::string parts = is_ascii(form) ? std::string(form) : text::to_nfd(form);
  for (std::size_t i = 0; i < parts.size();) {
    const text::Decoded here = text::decode_at(parts, i);
    symbols.push_back(symbol_of(here.code_point));
    i += here.size;
  }
  return symbols;
}

Result<CharacterModel> CharacterModel::read(std::string_view section, const std::string& subject) {
  Result<NgramTrie> trie = NgramTrie::read(section, kCharacterSymbols, subject);
  if (!trie) return fail(trie.error());
  CharacterModel model;
  model.trie_ = *std::move(trie);
  model.trie_.score({}, kEdgeSymbol, model.at_edge_);
  return model;
}

double CharacterModel::log_probability(std::string_view form) const {
  NgramState state = at_edge_;
  double log_p = 0;
  for (const std::uint8_t symbol : character_symbols(form)) {
    log_p += trie_.score(state, symbol, state);
    if (symbol == kDigit) log_p += kOneDigit;
    if (symbol == kMark) log_p += kOneMark;
    if (symbol == kOther) log_p += kOneOther;
  }
  return log_p + trie_.score(state, kEdgeSymbol, state);
}

}  // namespace emend::lm
