#include <algorithm>
#include <string>

#include "correct/output/output_style.h"
#include "edit/apply.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Of the longest line of its paragraph: what is shorter ends where it ends on purpose.
constexpr double kShortLine = 0.72;
// In code points; no column of prose is narrower.
constexpr std::size_t kNarrowestColumn = 24;
// What is longer is no line of a page but a paragraph already; what follows it was kept apart.
constexpr std::size_t kLongestPageLine = 100;

struct TextLine {
  text::Span span;  // without white space at its ends
  std::size_t length = 0;
};

std::vector<std::vector<TextLine>> paragraphs_of(std::string_view text) {
  std::vector<std::vector<TextLine>> paragraphs(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    TextLine line{{begin, end}, 0};
    const auto is_blank = [&](std::size_t at) {
      return text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\f';
    };
    while (line.span.begin < line.span.end && is_blank(line.span.begin)) ++line.span.begin;
    while (line.span.end > line.span.begin && is_blank(line.span.end - 1)) --line.span.end;
    line.length = text::count_code_points(line.span.of(text));
    if (line.span.is_empty()) {
      if (!paragraphs.back().empty()) paragraphs.emplace_back();
    } else {
      paragraphs.back().push_back(line);
    }
    begin = end + 1;
  }
  return paragraphs;
}

bool has_columns(std::string_view line) {
  return line.find('\t') != std::string_view::npos || line.find("   ") != std::string_view::npos ||
         line.find(" . . .") != std::string_view::npos || line.find("....") != std::string_view::npos;
}

bool begins_small(std::string_view line) {
  const char32_t first = text::decode_at(line, 0).code_point;
  return text::is_lower(first);
}

bool starts_item(std::string_view line) {
  std::size_t i = 0;
  if (i < line.size() && (line[i] == '(' || line[i] == '[')) ++i;
  const std::size_t label = i;
  while (i < line.size() && i - label < 4 && ((line[i] >= '0' && line[i] <= '9') || (line[i] >= 'a' && line[i] <= 'z')))
    ++i;
  if (i == label || i >= line.size() || i - label > 3) return false;
  const bool is_number = line[label] >= '0' && line[label] <= '9';
  return (line[i] == ')' || (is_number && line[i] == '.')) && i + 1 < line.size() && line[i + 1] == ' ';
}

// Every line of a stanza begins with a capital, and none fills the column of the text.
bool is_verse(std::string_view text, const std::vector<TextLine>& lines, std::size_t column) {
  if (lines.size() < 3) return false;
  return std::all_of(lines.begin(), lines.end(), [&](const TextLine& line) {
    std::string_view content = line.span.of(text);
    while (!content.empty() &&
           (content.front() == '"' || content.front() == '\'' || content.starts_with("“") || content.starts_with("‘")))
      content.remove_prefix(text::decode_at(content, 0).size);
    return text::is_upper(text::decode_at(content, 0).code_point) && 100 * line.length < 92 * column;
  });
}

// The length that three lines of four do not exceed.
std::size_t column_of(const std::vector<std::vector<TextLine>>& paragraphs) {
  std::vector<std::size_t> lengths;
  for (const auto& paragraph : paragraphs)
    for (const TextLine& line : paragraph) lengths.push_back(line.length);
  if (lengths.empty()) return 0;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 3 / 4);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

class Joiner {
 public:
  Joiner(std::string_view text, std::size_t wrap) : text_(text), wrap_(wrap) {}

  std::vector<edit::Edit> edits() {
    const auto paragraphs = paragraphs_of(text_);
    const std::size_t column = column_of(paragraphs);
    for (const auto& paragraph : paragraphs) {
      if (paragraph.empty()) continue;
      if (is_verse(text_, paragraph, column)) continue;
      join(paragraph, column);
    }
    edit::sort_by_place(edits_);
    return std::move(edits_);
  }

 private:
  void join(const std::vector<TextLine>& lines, std::size_t column) {
    std::size_t longest = 0;
    for (const TextLine& line : lines) longest = std::max(longest, line.length);
    const std::size_t full = std::max(std::min(longest, column), kNarrowestColumn);
    width_ = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (wrap_ > 0) wrap(lines[i].span);
      if (i + 1 == lines.size()) break;
      const std::string_view above = lines[i].span.of(text_), below = lines[i + 1].span.of(text_);
      const bool is_short = static_cast<double>(lines[i].length) < kShortLine * static_cast<double>(full);
      if (lines[i].length > kLongestPageLine || (is_short && !begins_small(below)) || has_columns(above) ||
          has_columns(below) || starts_item(below)) {
        width_ = 0;
        continue;
      }
      add_joint({lines[i].span.end, lines[i + 1].span.begin}, above, below);
    }
  }

  void add_joint(text::Span gap, std::string_view above, std::string_view below) {
    const bool is_dash = above.ends_with("—") || below.starts_with("—");
    const bool is_hyphen = above.ends_with("-") && above.size() > 1;
    if (is_hyphen) {
      const bool between_letters = text::is_letter(text::decode_before(above, above.size() - 1).code_point) &&
                                   text::is_letter(text::decode_at(below, 0).code_point);
      if (!between_letters) return;  // "10-" and "20" may be a range or two numbers
    }
    std::string between = is_dash || is_hyphen ? "" : " ";
    if (!between.empty() && wrap_ > 0 && width_ + 1 + first_word(below) > wrap_) {
      between = "\n";
      width_ = 0;
    } else {
      width_ += between.size();
    }
    if (between != gap.of(text_))
      edits_.push_back(style_edit(text_, 0, gap, std::move(between), "The lines of the page are one paragraph"));
  }

  static std::size_t first_word(std::string_view line) {
    return text::count_code_points(line.substr(0, std::min(line.find(' '), line.size())));
  }

  // Breaks the line where its words go beyond the wanted width.
  void wrap(text::Span line) {
    for (std::size_t begin = line.begin; begin < line.end;) {
      std::size_t end = std::min(text_.find(' ', begin), line.end);
      width_ += text::count_code_points(text_.substr(begin, end - begin));
      std::size_t next = end;
      while (next < line.end && text_[next] == ' ') ++next;
      if (next < line.end) {
        const std::string_view rest = text_.substr(next, line.end - next);
        if (width_ + 1 + first_word(rest) > wrap_) {
          edits_.push_back(style_edit(text_, 0, {end, next}, "\n", "The line is as long as --wrap allows"));
          width_ = 0;
        } else {
          ++width_;
        }
      }
      begin = next;
    }
  }

  std::string_view text_;
  std::size_t wrap_;
  std::size_t width_ = 0;  // of the line being filled, in code points
  std::vector<edit::Edit> edits_;
};

}  // namespace

std::vector<edit::Edit> paragraph_line_edits(std::string_view text, std::size_t wrap) {
  return Joiner(text, wrap).edits();
}

}  // namespace emend::correct
