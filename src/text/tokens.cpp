#include "text/tokens.h"

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::text {
namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_soft_hyphen(char32_t c) { return c == 0xAD; }

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool is_inside_word(char32_t c) { return is_letter(c) || is_mark(c) || is_digit(c) || is_soft_hyphen(c); }

// Where the word, number or mixture that begins at `begin` ends; tells which of them it is.
Token scan_wordlike(std::string_view text, std::size_t begin) {
  bool has_letter = false;
  bool has_digit = false;
  std::size_t end = begin;
  char32_t previous = 0;
  while (true) {
    // Nearly every character is an ASCII letter.
    const std::size_t before = end;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    if (end > before) {
      has_letter = true;
      previous = static_cast<unsigned char>(text[end - 1]);
    }
    const Decoded here = decode_at(text, end);
    if (here.size == 0) break;
    const char32_t c = here.code_point;
    if (is_inside_word(c)) {
      has_letter = has_letter || is_letter(c);
      has_digit = has_digit || is_digit(c);
    } else {
      const char32_t next = decode_at(text, end + here.size).code_point;
      const bool joins_letters = (is_apostrophe(c) || is_hyphen(c)) && is_letter(previous) && is_letter(next);
      const bool joins_digits = (c == '.' || c == ',') && is_digit(previous) && is_digit(next) && !has_letter;
      if (!joins_letters && !joins_digits) break;
    }
    if (!is_mark(c) && !is_soft_hyphen(c)) previous = c;
    end += here.size;
  }
  const TokenKind kind = has_letter && has_digit ? TokenKind::kMixed
                         : has_digit             ? TokenKind::kNumber
                                                 : TokenKind::kWord;
  return {{begin, end}, kind};
}

bool is_line_break(char32_t c) { return c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

bool TokenReader::next(Token& token) {
  const std::size_t begin = at_;
  const Decoded here = decode_at(text_, begin);
  if (here.size == 0) return false;
  const char32_t c = here.code_point;
  std::size_t end = begin + here.size;
  TokenKind kind = TokenKind::kPunctuation;
  if (is_letter(c) || is_digit(c) || is_mark(c)) {
    token = scan_wordlike(text_, begin);
    at_ = token.span.end;
    return true;
  }
  if (is_line_break(c)) {
    if (c == '\r' && begin + 1 < text_.size() && text_[begin + 1] == '\n') ++end;
    kind = TokenKind::kLineBreak;
  } else if (is_space(c)) {
    kind = TokenKind::kSpace;
    for (Decoded next = decode_at(text_, end);
         next.size > 0 && is_space(next.code_point) && !is_line_break(next.code_point); next = decode_at(text_, end))
      end += next.size;
  } else {
    for (Decoded next = decode_at(text_, end); next.size > 0 && next.code_point == c; next = decode_at(text_, end))
      end += next.size;
  }
  token = {{begin, end}, kind};
  at_ = end;
  return true;
}

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> tokens;
  // Prose has a token in 2.5 bytes. What is not used is hardly ever a page that was touched, and growing would be: it
  // has the tokens twice.
  tokens.reserve(text.size() / 2);
  TokenReader reader(text);
  for (Token token; reader.next(token);) tokens.push_back(token);
  return tokens;
}

}  // namespace emend::text
