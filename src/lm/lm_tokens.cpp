#include "lm/lm_tokens.h"

#include <algorithm>
#include <array>

#include "text/tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::lm {
namespace {

using text::Token;
using text::TokenKind;

// Abbreviations that a capital or a number follows inside a sentence, sorted. "no" is left out: it ends
// sentences far more often than it stands for "number".
constexpr std::array<std::string_view, 42> kAbbreviations = {
    "adm", "art",  "brig", "capt", "cf",  "ch",  "chap", "co",     "col", "cols", "comdr", "dept", "dr",  "esq",
    "ex",  "fig",  "gen",  "gov",  "hon", "lt",  "maj",  "messrs", "mr",  "mrs",  "ms",    "mt",   "nos", "op",
    "pp",  "pros", "prof", "rep",  "rev", "sec", "sen",  "sergt",  "sgt", "st",   "ste",   "supt", "vol", "vs"};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Whether the full stop behind `word` belongs to the word: "Mr." and the initials in "J. T. Doran".
bool is_abbreviation(std::string_view word, std::string_view form) {
  if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), form);
}

bool ends_sentence(std::string_view mark) {
  return mark[0] == '.' || mark[0] == '!' || mark[0] == '?' || mark.substr(0, 3) == "…";
}

bool begins_lower(std::string_view word) { return text::is_lower(text::decode_at(word, 0).code_point); }

}  // namespace

std::string folded_form(std::string_view word) {
  if (is_ascii(word)) {
    std::string form(word);
    for (char& c : form)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return form;
  }
  std::string plain;
  for (std::size_t i = 0; i < word.size();) {
    const text::Decoded here = text::decode_at(word, i);
    if (here.code_point == 0x2019) {
      plain += '\'';
    } else if (here.code_point == 0x2010 || here.code_point == 0x2011) {
      plain += '-';
    } else if (here.code_point != 0xAD) {
      plain += word.substr(i, here.size);
    }
    i += here.size;
  }
  return text::to_nfc(text::to_lower(plain));
}

std::vector<LmToken> lm_tokens(std::string_view text) {
  const std::vector<Token> tokens = text::tokenise(text);
  std::vector<LmToken> out;
  out.reserve(tokens.size() / 2 + 1);

  // A mark that ends the sentence if the next word agrees; certain if a blank line is in between.
  text::Span boundary;
  bool may_end = false;
  bool must_end = false;
  std::size_t line_breaks = 0;  // since the last token that is not white space
  const auto end_sentence = [&] {
    if (!out.empty() && out.back().kind != LmTokenKind::kBoundary)
      out.push_back({LmTokenKind::kBoundary, boundary, std::string(kBoundaryForm)});
  };

  for (const Token& token : tokens) {
    const std::string_view piece = token.span.of(text);
    if (token.kind == TokenKind::kSpace) continue;
    if (token.kind == TokenKind::kLineBreak) {
      if (++line_breaks == 2) {
        if (!may_end) boundary = token.span;
        must_end = true;
      }
      continue;
    }
    line_breaks = 0;
    if (token.kind == TokenKind::kPunctuation) {
      if (!ends_sentence(piece) || may_end) continue;
      const bool is_touching = !out.empty() && out.back().span.end == token.span.begin;
      if (piece == "." && is_touching && is_abbreviation(out.back().span.of(text), out.back().form)) continue;
      if (!must_end) boundary = token.span;
      may_end = true;
      continue;
    }
    if (must_end || (may_end && !begins_lower(piece))) end_sentence();
    may_end = must_end = false;
    if (token.kind == TokenKind::kNumber)
      out.push_back({LmTokenKind::kNumber, token.span, std::string(kNumberForm)});
    else
      out.push_back({LmTokenKind::kWord, token.span, folded_form(piece)});
  }
  if (!may_end && !must_end) boundary = {text.size(), text.size()};
  end_sentence();
  return out;
}

}  // namespace emend::lm
