#include "check/screen/mark_scan.h"

#include "check/screen/byte_kind.h"
#include "text/utf8.h"

namespace emend::check {

MarkScan::Step MarkScan::take(std::size_t i) {
  switch (kind_of(text_[i])) {
    case ByteKind::kMark: return take_mark(i);
    case ByteKind::kBreak: return take_break(i);
    case ByteKind::kInner: return take_inner(i);
    case ByteKind::kHigh: return take_high(i);
    case ByteKind::kOdd: suspect({i, i + 1}); return {i + 1};
    case ByteKind::kOther: return take_other(i);
    case ByteKind::kLetter:
    case ByteKind::kDigit:
    case ByteKind::kSpace: break;
  }
  return {i + 1};
}

MarkScan::Step MarkScan::take_mark(std::size_t i) {
  const char c = text_[i];
  std::size_t end = i + 1;
  while (end < text_.size() && text_[end] == c) ++end;
  const std::size_t run = end - i;
  if (byte_before(text_, i) == ' ' && byte_at(text_, end) != c && !(c == '.' && run > 1) &&
      kind_of(byte_at(text_, end)) != ByteKind::kDigit)
    suspect({i - 1, end});  // a mark that is torn off
  if (run == 2 && c != '!' && c != '?') suspect({i, end});
  if ((c == ',' || c == ';') && kind_of(byte_at(text_, end)) == ByteKind::kLetter) suspect({i, end});
  const bool ends_sentence = c == '.' || c == '!' || c == '?';
  if (ends_sentence) {
    const char next = byte_at(text_, end);
    if (next == '{' || next == '[' || next == '@' || next == '*' || next == '}' ||
        (c == '.' && run >= 3 && kind_of(next) != ByteKind::kSpace && kind_of(next) != ByteKind::kBreak &&
         next != '"' && next != '\''))
      suspect({i, end + 1});  // perhaps a footnote mark
  }
  if (c == ':' && text_.substr(i, 3) == "://") suspect({i, i + 3});
  return {end, ends_sentence || c == ':', ends_sentence};
}

MarkScan::Step MarkScan::take_break(std::size_t i) {
  std::size_t next = i + 1;
  if (byte_at(text_, next) == '\r') ++next;
  if (byte_at(text_, next) == '\n' && next < text_.size()) {
    const char first = byte_at(text_, next + 1);
    const char last = byte_before(text_, i) == '\r' ? byte_before(text_, i - 1) : byte_before(text_, i);
    // A sentence that an empty line tears in two.
    if (is_lower_ascii(first) && kind_of(last) == ByteKind::kLetter) suspect({i - 1, next + 2});
    return {i + 1, true, true};
  }
  if (byte_at(text_, i + 1) == ' ' && kind_of(byte_at(text_, i + 2)) != ByteKind::kSpace &&
      kind_of(byte_at(text_, i + 2)) != ByteKind::kBreak) {
    suspect({i + 1, i + 2});  // a line that begins with one space
  }
  return {i + 1};
}

MarkScan::Step MarkScan::take_inner(std::size_t i) {
  if (text_[i] != '-') return {i + 1};
  const bool is_at_end = kind_of(byte_at(text_, i + 1)) == ByteKind::kBreak ||
                         (byte_at(text_, i + 1) == '\r' && byte_at(text_, i + 2) == '\n');
  if (joins_hyphens_ && is_at_end && kind_of(byte_before(text_, i)) == ByteKind::kLetter) suspect({i, i + 1});
  if (byte_before(text_, i) == ' ' && byte_at(text_, i + 1) == ' ') suspect({i - 1, i + 2});
  return {i + 1};
}

MarkScan::Step MarkScan::take_other(std::size_t i) {
  const char c = text_[i];
  if ((c == '(' || c == '[') && byte_at(text_, i + 1) == ' ') suspect({i, i + 2});
  if ((c == ')' || c == ']') && byte_before(text_, i) == ' ') suspect({i - 1, i + 1});
  return {i + 1, c == '"'};
}

MarkScan::Step MarkScan::take_high(std::size_t i) {
  const text::Decoded decoded = text::decode_at(text_, i);
  const char32_t c = decoded.code_point;
  const std::size_t end = i + decoded.size;
  switch (c) {
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
      if ((c == U'“' || c == U'‘') ? byte_at(text_, end) == ' ' : byte_before(text_, i) == ' ') suspect({i, end});
      return {end, true};
    case U'–':
    case U'—':
      // Between a number and a word it may be a hyphen.
      if (byte_before(text_, i) == ' ' && byte_at(text_, end) == ' ' && i > 1 &&
          kind_of(text_[i - 2]) == ByteKind::kDigit)
        suspect({i - 1, end + 1});
      return {end};
    case U'…':
      if (kind_of(byte_at(text_, end)) == ByteKind::kDigit || byte_at(text_, end) == '[' || byte_at(text_, end) == '{')
        suspect({i, end});
      return {end, true};
    case U'£':
    case U'§':
    case U'°':
    case U'½':
    case U'¼':
    case U'¾':
    case U'\u00A0':
    case U'«':
    case U'»':
    case U'†':
    case U'‡':
    case U'•':
    case U'·':
    case U'×':
    case U'©': return {end};
    default: break;
  }
  // Ligatures, letters of other alphabets, what shows nothing, signs that no print has.
  suspect({i, end});
  return {end};
}

}  // namespace emend::check
