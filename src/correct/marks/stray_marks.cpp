#include "correct/marks/stray_marks.h"

#include <algorithm>
#include <optional>

#include "correct/elisions.h"
#include "correct/marks/quote_pairs.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

bool is_white(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0'; }

std::optional<StraySign> sign_of(char32_t c) {
  switch (c) {
    case U'.': return StraySign::kStop;
    case U',': return StraySign::kComma;
    case U';': return StraySign::kSemicolon;
    case U':': return StraySign::kColon;
    case U'?': return StraySign::kQuestion;
    case U'!': return StraySign::kExclamation;
    case U'-': return StraySign::kHyphen;
    case U'\'':
    case U'‘':
    case U'’':
    case U'`': return StraySign::kApostrophe;
    case U'"': return StraySign::kQuote;
    case U'*':
    case U'†':
    case U'‡':
    case U'°': return StraySign::kNote;
    case U'|':
    case U'\\':
    case U'^':
    case U'_':
    case U'~':
    case U'«':
    case U'»':
    case U'¡':
    case U'¿':
    case U'•':
    case U'■':
    case U'<':
    case U'>':
    case U'{':
    case U'}':
    case U'¦':
    case U'¬': return StraySign::kDirt;
    default: return std::nullopt;
  }
}

// The mark that a sign is; kNone for what is no mark between words.
Mark mark_of(StraySign sign) {
  switch (sign) {
    case StraySign::kStop: return Mark::kStop;
    case StraySign::kComma: return Mark::kComma;
    case StraySign::kSemicolon: return Mark::kSemicolon;
    case StraySign::kColon: return Mark::kColon;
    case StraySign::kQuestion: return Mark::kQuestion;
    case StraySign::kExclamation: return Mark::kExclamation;
    default: return Mark::kNone;
  }
}

struct Piece {
  text::Span span;
  bool is_white = false;
  StraySign sign = StraySign::kDirt;  // of a sign
};

// The gap as runs of white space and single signs; nothing if it holds something else, or too much.
constexpr std::size_t kMostPieces = 4;
std::vector<Piece> pieces_of(std::string_view text, text::Span span) {
  std::vector<Piece> pieces;
  for (std::size_t at = span.begin; at < span.end;) {
    const text::Decoded decoded = text::decode_at(text, at);
    const text::Span own{at, at + decoded.size};
    at = own.end;
    if (is_white(decoded.code_point)) {
      if (!pieces.empty() && pieces.back().is_white)
        pieces.back().span.end = own.end;
      else
        pieces.push_back({own, true});
    } else {
      const auto sign = sign_of(decoded.code_point);
      if (!sign) return {};
      pieces.push_back({own, false, *sign});
    }
    if (pieces.size() > kMostPieces) return {};
  }
  return pieces;
}

bool has_break(std::string_view text, text::Span span) { return span.of(text).find('\n') != std::string_view::npos; }

// A lone sign with the white space on that side where no line ends.
text::Span with_space(std::string_view text, const Piece& before, const Piece& sign, const Piece& behind) {
  if (!has_break(text, behind.span)) return {sign.span.begin, behind.span.end};
  return {before.span.begin, sign.span.end};
}

std::optional<StrayMark> stray_of(std::string_view text, const MarkGap& gap) {
  if (gap.is_plain || gap.is_paragraph || gap.span.size() > kLongestGapBytes) return std::nullopt;
  const std::vector<Piece> p = pieces_of(text, gap.span);
  const auto white = [&](std::size_t i) { return p[i].is_white; };
  const auto own_mark = [&](std::size_t i) { return p[i].is_white ? Mark::kNone : mark_of(p[i].sign); };
  StrayMark stray;
  const auto take = [&](StrayShape shape, std::size_t i) {
    stray.shape = shape;
    stray.sign = p[i].sign;
    stray.own = mark_of(p[i].sign);
    stray.removed = p[i].span;
    stray.sign_begin = p[i].span.begin;
  };
  if (p.size() == 3 && white(0) && !white(1) && white(2)) {
    if (p[1].sign == StraySign::kHyphen) return std::nullopt;  // a dash
    take(StrayShape::kLone, 1);
    stray.removed = with_space(text, p[0], p[1], p[2]);
    if (!has_break(text, p[0].span)) stray.space_before = p[0].span;
  } else if (p.size() == 4 && own_mark(0) != Mark::kNone && white(1) && !white(2) && white(3)) {
    if (p[2].sign == StraySign::kHyphen) return std::nullopt;
    take(StrayShape::kLoneAfterMark, 2);
    stray.removed = with_space(text, p[1], p[2], p[3]);
    if (p[2].sign == StraySign::kQuote && !has_break(text, p[1].span)) stray.space_before = p[1].span;
    stray.rest = own_mark(0);
  } else if (p.size() == 2 && !white(0) && white(1) && own_mark(0) == Mark::kNone && p[0].sign != StraySign::kHyphen) {
    take(StrayShape::kBehindWord, 0);
    if (stray.sign == StraySign::kApostrophe && (text[gap.span.begin - 1] | 0x20) == 's')
      stray.sign = StraySign::kPossessive;
  } else if (p.size() == 3 && own_mark(0) != Mark::kNone && !white(1) && white(2)) {
    take(StrayShape::kBehindMark, 1);
    stray.rest = own_mark(0);
  } else if (p.size() == 2 && white(0) && !white(1)) {
    take(StrayShape::kBeforeWord, 1);
  } else {
    return std::nullopt;
  }
  return stray;
}

// The quotation marks and apostrophes between two words.
void add_quotes(std::string_view text, text::Span span, QuotePairs& pairs) {
  for (std::size_t at = span.begin; at < span.end;) {
    const text::Decoded decoded = text::decode_at(text, at);
    const auto sign = sign_of(decoded.code_point);
    if (sign == StraySign::kQuote || sign == StraySign::kApostrophe)
      pairs.add(at, decoded.size, sign == StraySign::kQuote);
    at += decoded.size;
  }
}

}  // namespace

std::vector<StrayMark> stray_marks(std::string_view text, const MarkedText& marked) {
  std::vector<StrayMark> out;
  QuotePairs pairs(text);
  if (!marked.words.empty()) add_quotes(text, {0, marked.words[0].span.begin}, pairs);
  for (std::size_t i = 0; i + 1 < marked.words.size(); ++i) {
    const MarkGap& gap = marked.gaps[i];
    if (auto stray = stray_of(text, gap)) {
      stray->gap = i;
      out.push_back(*stray);
    }
    if (gap.is_paragraph) {
      const std::string_view between = gap.span.of(text);
      const std::size_t first_break = std::min(between.find('\n'), between.size());
      add_quotes(text, {gap.span.begin, gap.span.begin + first_break}, pairs);
      pairs.end_paragraph();
      const std::size_t last_break = between.rfind('\n');
      if (last_break != std::string_view::npos) add_quotes(text, {gap.span.begin + last_break, gap.span.end}, pairs);
    } else if (gap.has_quotes || gap.has_dirt) {
      add_quotes(text, gap.span, pairs);
    }
  }
  if (!marked.gaps.empty()) add_quotes(text, marked.gaps.back().span, pairs);
  pairs.end_paragraph();
  for (StrayMark& stray : out) {
    if (stray.sign != StraySign::kQuote && stray.sign != StraySign::kApostrophe && stray.sign != StraySign::kPossessive)
      continue;
    const PairedQuote* mark = pairs.find(stray.sign_begin);
    stray.is_opening = mark != nullptr && mark->is_opening;
    stray.is_unpaired = mark == nullptr || !mark->has_partner;
    const bool is_elision = (stray.shape == StrayShape::kBeforeWord && begins_elided(text, stray.removed.end)) ||
                            (stray.shape == StrayShape::kBehindWord && ends_elided(text, stray.removed.begin));
    if (stray.sign == StraySign::kApostrophe && stray.is_unpaired && !is_elision)
      stray.sign = StraySign::kOddApostrophe;
  }
  return out;
}

}  // namespace emend::correct
