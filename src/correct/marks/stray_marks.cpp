#include "correct/marks/stray_marks.h"

#include <algorithm>
#include <optional>

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
    stray.rest = own_mark(0);
  } else if (p.size() == 2 && !white(0) && white(1) && own_mark(0) == Mark::kNone && p[0].sign != StraySign::kHyphen) {
    take(StrayShape::kBehindWord, 0);
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

// Quotation marks and apostrophes by paragraph: those before a place tell whether the next one opens.
struct QuoteCount {
  std::size_t quotes = 0;
  std::size_t apostrophes = 0;

  void operator+=(const QuoteCount& other) {
    quotes += other.quotes;
    apostrophes += other.apostrophes;
  }
};

QuoteCount quotes_in(std::string_view between) {
  QuoteCount count;
  for (std::size_t at = 0; at < between.size();) {
    const text::Decoded decoded = text::decode_at(between, at);
    const auto sign = sign_of(decoded.code_point);
    count.quotes += sign == StraySign::kQuote;
    count.apostrophes += sign == StraySign::kApostrophe;
    at += decoded.size;
  }
  return count;
}

}  // namespace

std::vector<StrayMark> stray_marks(std::string_view text, const MarkedText& marked) {
  std::vector<StrayMark> out;
  std::size_t first_of_paragraph = 0;  // in `out`
  QuoteCount so_far;
  const auto end_paragraph = [&] {
    for (std::size_t i = first_of_paragraph; i < out.size(); ++i)
      out[i].is_unpaired = (out[i].sign == StraySign::kQuote && so_far.quotes % 2 == 1) ||
                           (out[i].sign == StraySign::kApostrophe && so_far.apostrophes % 2 == 1);
    first_of_paragraph = out.size();
    so_far = {};
  };
  if (!marked.words.empty()) so_far = quotes_in(text.substr(0, marked.words[0].span.begin));
  for (std::size_t i = 0; i + 1 < marked.words.size(); ++i) {
    const MarkGap& gap = marked.gaps[i];
    if (auto stray = stray_of(text, gap)) {
      stray->gap = i;
      stray->is_opening = so_far.quotes % 2 == 0;
      out.push_back(*stray);
    }
    if (gap.is_paragraph) {
      const std::string_view between = gap.span.of(text);
      so_far += quotes_in(between.substr(0, between.find('\n')));
      end_paragraph();
      const std::size_t line_break = between.rfind('\n');
      if (line_break != std::string_view::npos) so_far = quotes_in(between.substr(line_break + 1));
    } else if (gap.has_quotes || gap.has_dirt) {
      so_far += quotes_in(gap.span.of(text));
    }
  }
  end_paragraph();
  return out;
}

}  // namespace emend::correct
