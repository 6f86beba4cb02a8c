#include "correct/token_context.h"

#include <algorithm>

namespace emend::correct {
namespace {

// Bytes to either side in which marks of an address are looked for: longer than what stands before them in any.
constexpr std::size_t kAddressReach = 100;

bool is_blank(const RuleInput& input, std::size_t index) {
  return input.tokens[index].kind == text::TokenKind::kSpace || input.tokens[index].kind == text::TokenKind::kLineBreak;
}

}  // namespace

std::size_t previous_on_line(const RuleInput& input, std::size_t index) {
  if (index == kNoToken || index == 0) return kNoToken;
  --index;
  if (input.tokens[index].kind == text::TokenKind::kSpace) {
    if (index == 0) return kNoToken;
    --index;
  }
  return input.tokens[index].kind == text::TokenKind::kLineBreak ? kNoToken : index;
}

std::size_t next_on_line(const RuleInput& input, std::size_t index) {
  if (index == kNoToken) return kNoToken;
  ++index;
  if (is_token(input, index, text::TokenKind::kSpace)) ++index;
  if (index >= input.tokens.size() || input.tokens[index].kind == text::TokenKind::kLineBreak) return kNoToken;
  return index;
}

bool begins_sentence(const RuleInput& input, std::size_t index) {
  if (index >= input.tokens.size() || !begins_line(input, index)) return false;
  std::size_t i = index;
  if (i > 0 && is_token(input, i - 1, text::TokenKind::kSpace)) --i;
  if (i == 0) return true;
  --i;  // the line break
  if (i > 0 && is_token(input, i - 1, text::TokenKind::kSpace)) --i;
  if (i == 0 || is_token(input, i - 1, text::TokenKind::kLineBreak)) return true;
  std::string_view last = token_text(input, i - 1);
  if (i >= 2 && (last == "”" || last == "\"" || last == "’" || last == ")")) last = token_text(input, i - 2);
  return last == "!" || last == "?" || last == ":" || last == "…" || last.starts_with(".");
}

bool has_space_before(const RuleInput& input, std::size_t index) {
  return index == 0 || (index <= input.tokens.size() && is_blank(input, index - 1));
}

bool has_space_after(const RuleInput& input, std::size_t index) {
  return index + 1 >= input.tokens.size() || is_blank(input, index + 1);
}

bool is_inside_address(const RuleInput& input, std::size_t index) {
  if (index >= input.tokens.size()) return false;
  const text::Span token = input.tokens[index].span;
  constexpr std::string_view kBlanks = " \t\r\n\f";
  std::size_t begin = token.begin;
  while (begin > 0 && token.begin - begin < kAddressReach && kBlanks.find(input.text[begin - 1]) == kBlanks.npos)
    --begin;
  std::size_t end = token.end;
  while (end < input.text.size() && end - token.end < kAddressReach && kBlanks.find(input.text[end]) == kBlanks.npos)
    ++end;
  const std::string_view run = input.text.substr(begin, end - begin);
  constexpr std::string_view kMarks[] = {"://", "www.", "@", "\\", "=", "/"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return run.find(mark) != run.npos; });
}

}  // namespace emend::correct
