#include "layout/paragraph_breaks.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::layout {
namespace {

// Judged on papaoppo, ohiovets and thornton of the open data.
constexpr double kBefore = -1.5;
constexpr double kIndented = 3.5;
constexpr double kIndentedAmongIndented = 2.5;
constexpr double kLed = 3;
constexpr double kLittleLed = 1;
constexpr double kShortLine = 2;
constexpr double kOtherType = 2.5;
constexpr double kReadsOn = -4;
constexpr double kHyphen = -5;
constexpr double kFullLineReadsOn = -2;
constexpr double kComma = -1;
constexpr double kColumn = -6;
constexpr double kOneHeading = -4;
constexpr double kBeginsSmall = -1.5;
constexpr double kEngine = 0.7;
constexpr double kHeading = 1.5;
constexpr double kList = -1.5;

// In x-heights.
constexpr double kLeastIndent = 0.8;
constexpr double kShort = 2.5;
constexpr double kFarStep = 8;  // farther than paragraphs are indented
// In pitches.
constexpr double kLeading = 1.28;
constexpr double kLittleLeading = 1.12;
// Lines around that tell the margins.
constexpr std::size_t kWindow = 3;

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == U'(' || c == U'[' || c == U'«' || c == U'»';
}

std::size_t letters(const std::string& line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size();) {
    const text::Decoded here = text::decode_at(line, i);
    count += text::is_letter(here.code_point);
    i += here.size;
  }
  return count;
}

bool is_capitals(const std::string& line) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t i = 0; i < line.size();) {
    const text::Decoded here = text::decode_at(line, i);
    upper += text::is_upper(here.code_point);
    lower += text::is_lower(here.code_point);
    i += here.size;
  }
  return upper > 2 && upper > 2 * lower;
}

bool names_a_part(const std::string& line) {
  const std::string lower = text::to_lower(line);
  for (const char* name : {"chapter", "part", "book", "section", "appendix", "canto", "act", "lecture"})
    if (lower.starts_with(name) && line.size() < 20) return true;
  return false;
}

struct Margins {
  double left = 0;
  double right = 0;
};

class Place {
 public:
  Place(const PageLayout& page, const std::vector<std::size_t>& lines, std::size_t at)
      : page_(page), lines_(lines), at_(at) {}

  const LineLayout& above() const { return line(at_ - 1); }
  const LineLayout& below() const { return line(at_); }
  const LineLayout* next() const { return at_ + 1 < lines_.size() ? &line(at_ + 1) : nullptr; }

  double unit() const { return std::max(1.0, page_.x_height); }
  double indent(const LineLayout& line) const { return (line.left - margins().left) / unit(); }
  double shortness(const LineLayout& line) const { return (margins().right - line.right) / unit(); }
  double leading() const { return (below().baseline - above().baseline) / pitch(); }

  // Of the type at hand: that of the two lines' own neighbours where it is tighter, so that the gap after a quotation
  // shows.
  double pitch() const {
    double tightest = page_.pitch;
    for (std::size_t i = first(); i + 1 <= last(); ++i) {
      if (i + 1 == at_) continue;
      if (!is_same_type(line(i), above()) || !is_same_type(line(i + 1), above())) continue;
      const double own = line(i + 1).baseline - line(i).baseline;
      if (own > 1.2 * line(i).x_height && own < tightest) tightest = own;
    }
    return std::max(tightest, 0.75 * page_.pitch);
  }

  // Right below each other, also where one of them stands at the side, as signatures and dates do.
  bool is_same_column() const {
    const double down = below().baseline - above().baseline;
    const double common = std::min(above().right, below().right) - std::max(above().left, below().left);
    return common > 0 ? down > 0 : down > 0.5 * page_.pitch && down < 3 * page_.pitch;
  }
  bool stands_right(const LineLayout& line) const { return line.left > (page_.left + page_.right) / 2; }

  // Prose is around: a roster has none.
  bool has_full_line() const {
    for (std::size_t i = first(); i <= last(); ++i)
      if (page_.right - line(i).right < 1.5 * unit()) return true;
    return false;
  }

  // Several short lines in a row: a list, verse, a letter's head.
  bool is_among_short_lines() const {
    std::size_t shorts = 0, all = 0;
    for (std::size_t i = first(); i <= last(); ++i) {
      ++all;
      shorts += page_.right - line(i).right > 4 * unit();
    }
    return 10 * shorts >= 7 * all;
  }

 private:
  static bool is_same_type(const LineLayout& a, const LineLayout& b) {
    return a.x_height < 1.15 * b.x_height && b.x_height < 1.15 * a.x_height;
  }
  std::size_t first() const { return at_ > kWindow ? at_ - kWindow - 1 : 0; }
  std::size_t last() const { return std::min(lines_.size() - 1, at_ + kWindow); }
  const LineLayout& line(std::size_t i) const { return page_.lines[lines_[i]]; }

  Margins margins() const {
    Margins margins{below().left, below().right};
    for (std::size_t i = first(); i <= last(); ++i) {
      margins.left = std::min(margins.left, line(i).left);
      margins.right = std::max(margins.right, line(i).right);
    }
    return margins;
  }

  const PageLayout& page_;
  const std::vector<std::size_t>& lines_;
  std::size_t at_;
};

bool ends_with_hyphen(const std::string& line) {
  return line.ends_with("-") && line.size() > 1 &&
         text::is_letter(text::decode_before(line, line.size() - 1).code_point);
}

void weigh_words(const LineLayout& above, const LineLayout& below, ParagraphBreak& found) {
  if (ends_with_hyphen(above.text))
    found.signs.push_back({"A word is broken at the end of the line above", kHyphen});
  else if ((above.text.ends_with("—") && !ends_sentence(above.text)) || below.text.starts_with("—"))
    found.signs.push_back({"A dash joins the two lines", kReadsOn});
  else if (!ends_sentence(above.text) && begins_small(below.text))
    found.signs.push_back({"A sentence goes on in small letters", kReadsOn});
  else if (begins_small(below.text))
    found.signs.push_back({"The line below begins with a small letter", kBeginsSmall});
}

}  // namespace

double ParagraphBreak::log_odds() const {
  double sum = 0;
  for (const BreakSign& sign : signs) sum += sign.log_odds;
  return sum;
}

double ParagraphBreak::probability() const { return 1 / (1 + std::exp(-log_odds())); }

bool ends_sentence(const std::string& line) {
  std::size_t end = line.size();
  while (end > 0) {
    const text::Decoded last = text::decode_before(line, end);
    const char32_t c = last.code_point;
    if (c == U'.' || c == U'!' || c == U'?' || c == U':') return true;
    // “as follows:—” ends a sentence; “the carters—” does not.
    if (c == U'—') {
      const char32_t before = text::decode_before(line, end - last.size).code_point;
      return before == U':' || before == U';' || before == U'.';
    }
    // What may stand behind a stop: quotes, brackets, and what became of footnote marks.
    const bool stands_behind =
        is_quote(c) || c == U')' || c == U']' || text::is_digit(c) || c == U'*' || c == U'®' || c == U'°' || c == U' ';
    if (!stands_behind) return false;
    end -= last.size;
  }
  return false;
}

bool begins_small(const std::string& line) {
  for (std::size_t i = 0; i < line.size();) {
    const text::Decoded here = text::decode_at(line, i);
    if (!is_quote(here.code_point) && here.code_point != U' ') return text::is_lower(here.code_point);
    i += here.size;
  }
  return false;
}

ParagraphBreak paragraph_break(const PageLayout& page, const std::vector<std::size_t>& lines, std::size_t at,
                               bool engine_breaks) {
  ParagraphBreak found;
  found.signs.push_back({"Most lines end no paragraph", kBefore});
  const Place place(page, lines, at);
  const LineLayout& above = place.above();
  const LineLayout& below = place.below();
  if (engine_breaks) found.signs.push_back({"The engine took it for one", kEngine});
  weigh_words(above, below, found);
  if (letters(above.text) < 2 && letters(below.text) < 2)
    found.signs.push_back({"Numbers stand below each other", kColumn});
  if (!place.is_same_column()) {
    // Columns, and blocks side by side: the engine has seen more than their lines.
    found.signs.push_back({"The lines do not stand below each other", engine_breaks ? 3.0 : -3.0});
    return found;
  }

  const double step = (below.left - above.left) / place.unit();
  const bool next_is_outdented =
      place.next() != nullptr && (below.left - place.next()->left) / place.unit() > kLeastIndent;
  const bool is_short = place.shortness(above) > kShort;
  const bool is_list = place.is_among_short_lines();
  const bool is_in_line = std::abs(step) < 0.5;
  if (place.stands_right(above) && step < -kFarStep)
    found.signs.push_back({"The line above stands at the right, as signatures and dates do", kIndented});
  else if (is_in_line && place.indent(below) > kLeastIndent && place.indent(below) < kFarStep && is_short &&
           ends_sentence(above.text) && place.has_full_line())
    found.signs.push_back(
        {"Both lines are indented, and the upper one ends early with a sentence", kIndented - (is_list ? kList : 0)});
  else if (step > kFarStep && (!ends_sentence(above.text) || letters(below.text) == 0))
    found.signs.push_back({"The line below stands at the right, as sums and signatures do", 0});
  else if (step > kLeastIndent && !is_list)
    found.signs.push_back({fmt::format("The line below is indented by {:.1f} letters", step), kIndented});
  else if (next_is_outdented && place.indent(below) > kLeastIndent && ends_sentence(above.text) && !is_list)
    found.signs.push_back({"Both lines are indented, and the line after them is not", kIndentedAmongIndented});

  const double leading = place.leading();
  if (leading > kLeading)
    found.signs.push_back({fmt::format("They are {:.1f} lines apart", leading), kLed});
  else if (leading > kLittleLeading)
    found.signs.push_back({fmt::format("They are {:.2f} lines apart", leading), kLittleLed});

  if (is_short && ends_sentence(above.text) && !is_list)
    found.signs.push_back({"The line above ends early, and with a sentence", kShortLine});
  else if (!is_short && !ends_sentence(above.text))
    found.signs.push_back({"The line above is full and ends in the middle of a sentence", kFullLineReadsOn});
  if (is_list && leading <= kLeading) found.signs.push_back({"Short lines in a row are a list or verse", kList});

  if (above.text.ends_with(",")) found.signs.push_back({"The line above ends with a comma", kComma});
  if (is_capitals(above.text) && is_capitals(below.text) && !names_a_part(above.text))
    found.signs.push_back({"Both lines are of one heading", kOneHeading});

  const double ratio = below.x_height / std::max(1.0, above.x_height);
  constexpr std::size_t kFewestLetters = 12;
  if ((ratio < 0.85 || ratio > 1.18) && letters(above.text) >= kFewestLetters && letters(below.text) >= kFewestLetters)
    found.signs.push_back({"The type changes", kOtherType});
  if (is_capitals(above.text) != is_capitals(below.text) && (letters(above.text) > 5 && letters(below.text) > 5) &&
      leading > kLittleLeading)
    found.signs.push_back({"One of the lines is a heading in capitals", kHeading});
  return found;
}

ParagraphBreak page_break(const PageLayout& page, const std::vector<std::size_t>& lines, const PageLayout& next_page,
                          const std::vector<std::size_t>& next_lines) {
  ParagraphBreak found;
  if (lines.empty() || next_lines.empty()) return found;
  const LineLayout& above = page.lines[lines.back()];
  const LineLayout& below = next_page.lines[next_lines.front()];
  const double unit = std::max(1.0, next_page.x_height);
  found.signs.push_back({"A page ends between them", 0.5});
  weigh_words(above, below, found);
  const LineLayout* next = next_lines.size() > 1 ? &next_page.lines[next_lines[1]] : nullptr;
  if (next != nullptr && below.left - next->left > kLeastIndent * unit)
    found.signs.push_back({"The first line of the next page is indented", kIndented});
  else if (next != nullptr && ends_sentence(above.text) &&
           (page.right - above.right) / std::max(1.0, page.x_height) > kShort)
    found.signs.push_back({"The last line of the page ends early, and with a sentence", kShortLine});
  if (is_capitals(below.text) || below.baseline > 0.15 * next_page.height + next_page.pitch)
    found.signs.push_back({"The next page begins with a heading, or low", kHeading + 1});
  return found;
}

}  // namespace emend::layout
