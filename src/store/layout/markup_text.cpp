#include "store/layout/markup_text.h"

#include <charconv>
#include <optional>

#include "store/layout/html_entities.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

// "&thetasym;" is the longest name, and a number has at most eight digits that count.
constexpr std::size_t kLongestReference = 16;

struct Resolved {
  char32_t character = 0;
  std::size_t size = 0;
};

bool is_allowed(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return true;
  return c >= 0x20 && c != 0x7F && !(c >= 0xD800 && c <= 0xDFFF) && c <= 0x10FFFF;
}

std::optional<Resolved> reference_at(std::string_view source, std::size_t at) {
  const std::string_view rest = source.substr(at, kLongestReference);
  const std::size_t semicolon = rest.find(';');
  if (rest.empty() || rest.front() != '&' || semicolon == std::string_view::npos) return std::nullopt;
  std::string_view name = rest.substr(1, semicolon - 1);
  if (!name.starts_with('#')) {
    const char32_t c = html_entity(name);
    return c == 0 ? std::nullopt : std::optional(Resolved{c, semicolon + 1});
  }
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number, is_hex ? 16 : 10);
  if (name.empty() || end != name.data() + name.size()) return std::nullopt;
  if (error != std::errc()) number = text::kReplacementCharacter;
  return Resolved{number, semicolon + 1};
}

// The character at `at`, what it stands for, and how many bytes it takes there.
Resolved character_at(std::string_view source, std::size_t at, bool is_verbatim) {
  Resolved here;
  if (const auto reference = is_verbatim ? std::nullopt : reference_at(source, at)) {
    here = *reference;
  } else {
    const text::Decoded decoded = text::decode_at(source, at);
    here = {decoded.code_point, decoded.size};
  }
  if (!is_allowed(here.character)) here.character = text::kReplacementCharacter;
  return here;
}

}  // namespace

void MarkupText::add(std::string_view source, text::Span piece, bool is_verbatim) {
  const std::string_view inside = source.substr(0, piece.end);
  for (std::size_t at = piece.begin; at < piece.end;) {
    const Resolved here = character_at(inside, at, is_verbatim);
    Character character{{}, {at, at + here.size}, is_verbatim};
    if (!text::is_space(here.character)) text::append_utf8(character.text, here.character);
    characters_.push_back(std::move(character));
    at += here.size;
  }
}

void MarkupText::add_gap() { characters_.push_back({}); }

std::vector<MarkupWord> MarkupText::words() const {
  std::vector<MarkupWord> words;
  bool is_inside = false;
  for (const Character& character : characters_) {
    if (character.text.empty()) {
      is_inside = false;
      continue;
    }
    if (!is_inside) words.push_back({{}, {character.source.begin, character.source.begin}, true, true, false});
    is_inside = true;
    MarkupWord& word = words.back();
    if (character.source.begin != word.source.end) word.is_unbroken = false;
    if (character.source.size() != character.text.size()) word.is_verbatim = false;
    word.is_literal = word.is_literal || character.is_literal;
    word.text += character.text;
    word.source.end = character.source.end;
  }
  for (MarkupWord& word : words) word.is_verbatim = word.is_verbatim && word.is_unbroken;
  return words;
}

std::string resolved_markup(std::string_view source) {
  std::string text;
  for (std::size_t at = 0; at < source.size();) {
    const Resolved here = character_at(source, at, false);
    text::append_utf8(text, here.character);
    at += here.size;
  }
  return text;
}

std::string as_markup(std::string_view text, char quote) {
  std::string markup;
  for (const char c : text) {
    switch (c) {
      case '&': markup += "&amp;"; break;
      case '<': markup += "&lt;"; break;
      case '>': markup += "&gt;"; break;
      default:
        if (quote != 0 && c == quote)
          markup += c == '"' ? "&quot;" : "&#39;";
        else
          markup += c;
    }
  }
  return markup;
}

}  // namespace emend::store
