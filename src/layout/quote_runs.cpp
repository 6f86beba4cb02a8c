#include "layout/quote_runs.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace emend::layout {
namespace {

// In x-heights of the line; see note_places.cpp for what was measured.
constexpr double kLeastHeight = 0.4;
constexpr double kMostHeight = 0.92;
constexpr double kMostWidth = 0.55;
constexpr double kLeastRise = 0.6;
constexpr double kReach = 0.35;
// The box of a sign that was read where there is none may be anywhere.
constexpr double kWidestRun = 1.6;

bool is_quote(char32_t c) { return c == U'\'' || c == U'"' || c == U'`' || (c >= 0x2018 && c <= 0x201F); }

std::size_t leading_quotes(std::string_view text) {
  std::size_t end = 0;
  for (text::Decoded here = text::decode_at(text, 0); here.size > 0 && is_quote(here.code_point);
       here = text::decode_at(text, end))
    end += here.size;
  return end;
}

std::size_t trailing_quotes(std::string_view text) {
  std::size_t begin = text.size();
  for (text::Decoded here = text::decode_before(text, begin); here.size > 0 && is_quote(here.code_point);
       here = text::decode_before(text, begin))
    begin -= here.size;
  return text.size() - begin;
}

std::size_t pieces_between(const LineLayout& line, double left, double right) {
  return static_cast<std::size_t>(std::count_if(line.raised.begin(), line.raised.end(), [&](const RaisedPiece& piece) {
    const double centre = (piece.left + piece.right) / 2;
    return centre >= left && centre <= right && piece.height >= kLeastHeight && piece.height <= kMostHeight &&
           piece.width <= kMostWidth && piece.rise >= kLeastRise;
  }));
}

// Where the first glyph that is no quote begins, or the last one ends.
double inner_edge(const WordLayout& word, std::size_t bytes, bool is_leading) {
  for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
    const GlyphLayout& glyph = word.glyphs[is_leading ? i : word.glyphs.size() - 1 - i];
    if (is_leading && glyph.span.begin >= word.span.begin + bytes) return glyph.left;
    if (!is_leading && glyph.span.end <= word.span.end - bytes) return glyph.right;
  }
  return is_leading ? word.right : word.left;
}

void find_in_line(const PageLayout& page, std::size_t index, std::vector<QuoteRun>& runs) {
  const LineLayout& line = page.lines[index];
  const double reach = kReach * line.x_height;
  const double widest = kWidestRun * line.x_height;
  for (std::size_t w = 0; w < line.words.size(); ++w) {
    const WordLayout& word = line.words[w];
    const std::string_view text =
        std::string_view(line.text).substr(word.span.begin - line.span.begin, word.span.size());
    const std::size_t leading = leading_quotes(text);
    const double previous = w > 0 ? line.words[w - 1].right : line.left - 2 * line.x_height;
    const double next = w + 1 < line.words.size() ? line.words[w + 1].left : line.right + 2 * line.x_height;
    if (leading == text.size()) {
      QuoteRun run{index, word.span, std::string(text), 0, false, false, true, w == 0};
      run.pieces =
          pieces_between(line, std::max(previous - reach, word.left - reach), std::min(next, word.right + reach));
      run.stands_before = next - word.right < word.left - previous;
      run.stands_behind = !run.stands_before;
      runs.push_back(run);
      continue;
    }
    if (leading > 0) {
      const double inner = inner_edge(word, leading, true);
      QuoteRun run{index,
                   {word.span.begin, word.span.begin + leading},
                   std::string(text.substr(0, leading)),
                   0,
                   true,
                   false,
                   false,
                   w == 0};
      run.pieces = pieces_between(line, std::max(previous, inner - widest - reach), inner + reach);
      runs.push_back(run);
    }
    if (const std::size_t trailing = trailing_quotes(text); trailing > 0) {
      const double inner = inner_edge(word, trailing, false);
      QuoteRun run{index,
                   {word.span.end - trailing, word.span.end},
                   std::string(text.substr(text.size() - trailing)),
                   0,
                   false,
                   true,
                   false,
                   false};
      run.pieces =
          pieces_between(line, inner - 2 * reach, std::min(next, std::max(inner, word.right) + widest + reach));
      runs.push_back(run);
    }
  }
}

}  // namespace

std::vector<QuoteRun> quote_runs(const PageLayout& page) {
  std::vector<QuoteRun> runs;
  for (std::size_t line = 0; line < page.lines.size(); ++line) find_in_line(page, line, runs);
  return runs;
}

std::size_t pieces_wanted(const std::string& run) {
  std::size_t pieces = 0;
  for (std::size_t i = 0; i < run.size();) {
    const text::Decoded here = text::decode_at(run, i);
    pieces += here.code_point == U'"' || here.code_point >= 0x201C ? 2 : 1;
    i += here.size;
  }
  return pieces;
}

}  // namespace emend::layout
