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
bool is_abbreviation(std::string_view word) {
  if (word.size() == 1) return word[0] >= 'A' && word[0] <= 'Z';
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), folded_form(word));
}

bool ends_sentence(std::string_view mark) {
  return mark[0] == '.' || mark[0] == '!' || mark[0] == '?' || mark.substr(0, 3) == "…";
}

bool begins_lower(std::string_view word) { return text::is_lower(text::decode_at(word, 0).code_point); }

}  // namespace

void fold_form(std::string_view word, std::string& form) {
  if (is_ascii(word)) {
    form = word;
    for (char& c : form)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return;
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
  form = text::to_nfc(text::to_lower(plain));
}

std::string folded_form(std::string_view word) {
  std::string form;
  fold_form(word, form);
  return form;
}

// Whether the full stop belongs to the word right before it.
bool LmTokenReader::belongs_to_last_word(text::Span mark) const {
  if (mark.size() != 1 || text_[mark.begin] != '.' || last_span_.end != mark.begin) return false;
  return last_kind_ == LmTokenKind::kWord && is_abbreviation(last_span_.of(text_));
}

bool LmTokenReader::next(LmTokenKind& kind, text::Span& span) {
  const auto tell = [&](LmTokenKind told_kind, text::Span told) {
    last_kind_ = kind = told_kind;
    last_span_ = span = told;
    return true;
  };
  const auto tell_word = [&](const Token& token) {
    return tell(token.kind == TokenKind::kNumber ? LmTokenKind::kNumber : LmTokenKind::kWord, token.span);
  };
  if (is_waiting_) {
    is_waiting_ = false;
    return tell_word(waiting_);
  }

  // A mark that ends the sentence if the next word agrees; certain if a blank line is in between.
  text::Span boundary = {text_.size(), text_.size()};
  bool may_end = false;
  bool must_end = false;
  std::size_t line_breaks = 0;  // since the last token that is not white space
  for (Token token; tokens_.next(token);) {
    const std::string_view piece = token.span.of(text_);
    switch (token.kind) {
      case TokenKind::kSpace: break;
      case TokenKind::kLineBreak:
        if (++line_breaks == 2) {
          if (!may_end) boundary = token.span;
          must_end = true;
        }
        break;
      case TokenKind::kPunctuation:
        line_breaks = 0;
        if (!ends_sentence(piece) || may_end || belongs_to_last_word(token.span)) break;
        if (!must_end) boundary = token.span;
        may_end = true;
        break;
      default:
        if ((must_end || (may_end && !begins_lower(piece))) && last_kind_ != LmTokenKind::kBoundary) {
          is_waiting_ = true;
          waiting_ = token;
          return tell(LmTokenKind::kBoundary, boundary);
        }
        return tell_word(token);
    }
  }
  if (last_kind_ == LmTokenKind::kBoundary) return false;
  return tell(LmTokenKind::kBoundary, boundary);
}

std::vector<LmToken> lm_tokens(std::string_view text) {
  std::vector<LmToken> out;
  LmTokenReader reader(text);
  LmToken token;
  while (reader.next(token.kind, token.span)) {
    switch (token.kind) {
      case LmTokenKind::kWord: fold_form(token.span.of(text), token.form); break;
      case LmTokenKind::kNumber: token.form = kNumberForm; break;
      case LmTokenKind::kBoundary: token.form = kBoundaryForm; break;
    }
    out.push_back(token);
  }
  return out;
}

}  // namespace emend::lm
