#include "correct/marks/gaps.h"

#include <algorithm>

#include "text/utf8.h"

namespace emend::correct {
namespace {

enum class Sign : std::uint8_t { kSpace, kBreak, kPage, kMark, kHyphen, kQuote, kDirt };

struct SignOf {
  Sign sign = Sign::kDirt;
  Mark mark = Mark::kNone;
};

SignOf sign_of(char32_t c) {
  switch (c) {
    case U' ':
    case U'\t':
    case U'\r':
    case U'\u00A0': return {Sign::kSpace};
    case U'\n': return {Sign::kBreak};
    case U'\f': return {Sign::kPage};
    case U',': return {Sign::kMark, Mark::kComma};
    case U'.': return {Sign::kMark, Mark::kStop};
    case U';': return {Sign::kMark, Mark::kSemicolon};
    case U':': return {Sign::kMark, Mark::kColon};
    case U'?': return {Sign::kMark, Mark::kQuestion};
    case U'!': return {Sign::kMark, Mark::kExclamation};
    case U'—': return {Sign::kMark, Mark::kDash};
    case U'-':
    case U'‐':
    case U'–': return {Sign::kHyphen};
    case U'"':
    case U'\'':
    case U'‘':
    case U'’':
    case U'“':
    case U'”':
    case U'(':
    case U')':
    case U'[':
    case U']': return {Sign::kQuote};
    default: return {};
  }
}

MarkGap gap_of(std::string_view text, text::Span span) {
  MarkGap gap;
  gap.span = text::NarrowSpan(span);
  const std::string_view between = span.of(text);
  if (between.size() > kLongestGapBytes) gap.has_dirt = true;
  int breaks = 0;
  int hyphens = 0;
  int marks = 0;
  bool has_space = false;
  bool is_tight = true;  // no white space before the mark
  for (std::size_t at = 0; at < between.size();) {
    const text::Decoded decoded = text::decode_at(between, at);
    const SignOf found = sign_of(decoded.code_point);
    switch (found.sign) {
      case Sign::kPage: gap.is_paragraph = true; [[fallthrough]];
      case Sign::kBreak: ++breaks; [[fallthrough]];
      case Sign::kSpace: has_space = true; break;
      case Sign::kQuote: gap.has_quotes = true; break;
      case Sign::kDirt: gap.has_dirt = true; break;
      case Sign::kMark:
        if (marks++ == 0) {
          gap.mark = found.mark;
          is_tight = !has_space;
        }
        break;
      case Sign::kHyphen:
        if (hyphens++ == 0 && at == 0) gap.has_hyphen = true;
        break;
    }
    at += decoded.size;
  }
  gap.is_line_end = breaks > 0;
  gap.is_paragraph = gap.is_paragraph || breaks > 1;
  const bool is_spaced_hyphen = hyphens == 1 && !gap.has_hyphen && between.front() == ' ' && between.back() == ' ';
  if (marks == 0 && (hyphens > 1 || is_spaced_hyphen)) {
    gap.mark = Mark::kDash;
    gap.has_hyphen = false;
  } else if (hyphens > 0 && marks == 0 && !gap.has_hyphen) {
    gap.has_dirt = true;
  }
  // A dash may stand with spaces or without; all other marks stand behind their word and before white space.
  const bool is_alone =
      !gap.has_dirt && !gap.has_quotes && !gap.has_hyphen && marks <= 1 && (hyphens == 0 || marks == 0);
  gap.is_plain = is_alone && (gap.mark == Mark::kDash || (has_space && is_tight));
  return gap;
}

}  // namespace

Stretch stretch_from(const MarkedText& marked, std::size_t begin) {
  constexpr std::size_t kWords = 4096;
  std::size_t end = std::min(begin + kWords, marked.words.size());
  while (end < marked.words.size() && !marked.gaps[end - 1].is_paragraph) ++end;
  return {begin, end};
}

MarkedText marked_text(std::string_view text, const std::vector<text::Token>& tokens) {
  MarkedText out;
  // Counted first: vectors that grow hold a large text twice.
  const auto words = static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [](const text::Token& token) { return text::is_wordlike(token.kind); }));
  out.words.reserve(words);
  out.gaps.reserve(words);
  for (const text::Token& token : tokens) {
    if (!text::is_wordlike(token.kind)) continue;
    if (!out.words.empty()) out.gaps.push_back(gap_of(text, {out.words.back().span.end, token.span.begin}));
    out.words.push_back({token.span, token.kind, text::casing_of(token.span.of(text))});
  }
  if (out.words.empty()) return out;
  out.gaps.push_back(gap_of(text, {out.words.back().span.end, text.size()}));
  out.gaps.back().is_paragraph = true;
  return out;
}

}  // namespace emend::correct
