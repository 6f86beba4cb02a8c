#include "correct/typography/quotation_marks.h"

#include <algorithm>
#include <optional>

#include "correct/elisions.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

struct Shape {
  bool is_double = false;
  bool is_curly = false;
  std::optional<QuoteRole> role;  // where the character itself tells it
};

std::optional<Shape> shape_of(char32_t c) {
  switch (c) {
    case '"': return Shape{true, false, {}};
    case '\'': return Shape{false, false, {}};
    case 0x201C:  // “
    case 0x201E:  // „
    case 0x201F: return Shape{true, true, QuoteRole::kOpening};
    case 0x201D:  // ”
      return Shape{true, true, QuoteRole::kClosing};
    case 0x2018:  // ‘
    case 0x201A:  // ‚
    case 0x201B: return Shape{false, true, QuoteRole::kOpening};
    case 0x2019:  // ’
      return Shape{false, true, {}};
    default: return std::nullopt;
  }
}

// What a mark may face through: other quotation marks, and the signs of emphasis of Markdown and of copyists.
bool is_transparent(char32_t c) { return shape_of(c).has_value() || c == '_' || c == '*' || c == '~'; }
// Two or three of these may meet; more are no quotation.
constexpr int kMostTransparent = 3;

// What stands on one side of a mark, those aside; 0 at the ends of the text.
char32_t neighbour_before(std::string_view text, std::size_t begin) {
  text::Decoded c = text::decode_before(text, begin);
  for (int passed = 0; passed < kMostTransparent && c.size > 0 && is_transparent(c.code_point); ++passed) {
    begin -= c.size;
    c = text::decode_before(text, begin);
  }
  return c.size == 0 ? 0 : c.code_point;
}
char32_t neighbour_after(std::string_view text, std::size_t end) {
  text::Decoded c = text::decode_at(text, end);
  for (int passed = 0; passed < kMostTransparent && c.size > 0 && is_transparent(c.code_point); ++passed) {
    end += c.size;
    c = text::decode_at(text, end);
  }
  return c.size == 0 ? 0 : c.code_point;
}

bool is_gap(char32_t c) { return c == 0 || text::is_space(c); }
bool is_dash(char32_t c) { return c == '-' || c == 0x2013 || c == 0x2014; }
bool is_word_character(char32_t c) { return text::is_letter(c) || text::is_digit(c) || text::is_mark(c); }

// Whether what stands there leaves the mark open to that side.
bool opens_after(char32_t before) {
  return is_gap(before) || is_dash(before) || before == '(' || before == '[' || before == '{' || before == '/';
}
bool closes_before(char32_t after) { return !is_word_character(after) && after != '('; }

// "… the rest of it": words left out at the start of a quotation.
bool is_ellipsis(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  return rest.starts_with("…") || rest.starts_with("...") || rest.starts_with(". .");
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<QuoteMark> read() {
    for (std::size_t i = 0; i < text_.size();) {
      const text::Decoded here = text::decode_at(text_, i);
      if (here.code_point == '\n')
        end_line();
      else if (here.code_point == '\f')
        end_paragraph();
      else if (!text::is_space(here.code_point))
        line_is_empty_ = false;
      if (const auto shape = shape_of(here.code_point)) add(*shape, {i, i + here.size});
      i += here.size;
    }
    end_paragraph();
    return std::move(marks_);
  }

 private:
  void end_line() {
    if (line_is_empty_) end_paragraph();
    line_is_empty_ = true;
  }

  void add(const Shape& shape, text::Span span) {
    QuoteMark mark{span, QuoteRole::kOther, shape.is_double, shape.is_curly};
    const char32_t before = neighbour_before(text_, span.begin);
    const char32_t after = neighbour_after(text_, span.end);
    if (shape.role)
      mark.role = *shape.role;
    else
      mark.role = shape.is_double ? role_of_double(span, before, after) : role_of_single(span, before, after);
    if (mark.is_double && mark.role != QuoteRole::kOther) is_open_ = mark.role == QuoteRole::kOpening;
    marks_.push_back(mark);
  }

  QuoteRole role_of_double(text::Span span, char32_t before, char32_t after) const {
    const bool may_open = opens_after(before);
    const bool may_close = closes_before(after);
    if (is_gap(before) && is_ellipsis(text_, span.end)) return QuoteRole::kOpening;
    if (may_open && !may_close) return QuoteRole::kOpening;
    if (may_close && !may_open) {
      if (text::is_digit(before) && !is_open_) return QuoteRole::kOther;  // inches
      return QuoteRole::kClosing;
    }
    // "he said—" ends at a dash; alone between spaces it repeats what stands above.
    if (may_open && is_dash(before) && is_open_) return QuoteRole::kClosing;
    return QuoteRole::kOther;
  }

  QuoteRole role_of_single(text::Span span, char32_t before, char32_t after) const {
    if (is_word_character(before) && text::is_letter(after)) return QuoteRole::kApostrophe;
    const bool may_open = opens_after(before);
    const bool may_close = closes_before(after);
    if (may_open && !may_close) return begins_elided(text_, span.end) ? QuoteRole::kApostrophe : QuoteRole::kOpening;
    if (may_close && !may_open) return text::is_digit(before) ? QuoteRole::kOther : QuoteRole::kClosing;
    return QuoteRole::kOther;
  }

  // Of the single marks, an opening one without a closing one behind it is a speck or an elision that nobody listed; a
  // closing one behind a letter without an opening one before it is an apostrophe.
  void end_paragraph() {
    std::size_t closing = 0;
    for (std::size_t i = marks_.size(); i-- > paragraph_;) {
      QuoteMark& mark = marks_[i];
      if (mark.is_double) continue;
      if (mark.role == QuoteRole::kClosing) ++closing;
      if (mark.role != QuoteRole::kOpening || mark.is_curly) continue;
      if (closing == 0)
        mark.role = QuoteRole::kOther;
      else
        --closing;
    }
    bool is_open = false;
    for (std::size_t i = paragraph_; i < marks_.size(); ++i) {
      QuoteMark& mark = marks_[i];
      if (mark.is_double) continue;
      if (mark.role == QuoteRole::kOpening) is_open = true;
      if (mark.role != QuoteRole::kClosing) continue;
      if (!is_open && text::is_letter(neighbour_before(text_, mark.span.begin))) mark.role = QuoteRole::kApostrophe;
      is_open = false;
    }
    paragraph_ = marks_.size();
    is_open_ = false;
  }

  std::string_view text_;
  std::vector<QuoteMark> marks_;
  std::size_t paragraph_ = 0;  // the first mark of the paragraph
  bool is_open_ = false;       // a double mark
  bool line_is_empty_ = true;
};

}  // namespace

std::vector<QuoteMark> quotation_marks(std::string_view text) { return Reader(text).read(); }

std::string_view printed_form(const QuoteMark& mark) {
  switch (mark.role) {
    case QuoteRole::kOpening: return mark.is_double ? "“" : "‘";
    case QuoteRole::kClosing: return mark.is_double ? "”" : "’";
    case QuoteRole::kApostrophe: return "’";
    case QuoteRole::kOther: break;
  }
  return {};
}

std::string_view typed_form(const QuoteMark& mark) { return mark.is_double ? "\"" : "'"; }

}  // namespace emend::correct
