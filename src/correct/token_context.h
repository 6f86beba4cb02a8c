// Looking around from a token, without leaving its line. Every function takes constant time.
#pragma once

#include <cstddef>
#include <string_view>

#include "correct/rule_input.h"

namespace emend::correct {

inline constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);

// The token's text; nothing for kNoToken and behind the last token.
inline std::string_view token_text(const RuleInput& input, std::size_t index) {
  return index < input.tokens.size() ? input.tokens[index].span.of(input.text) : std::string_view();
}
inline bool is_token(const RuleInput& input, std::size_t index, text::TokenKind kind) {
  return index < input.tokens.size() && input.tokens[index].kind == kind;
}

// The nearest token before or after that is not white space; kNoToken where the line begins or ends first.
std::size_t previous_on_line(const RuleInput& input, std::size_t index);
std::size_t next_on_line(const RuleInput& input, std::size_t index);

inline bool begins_line(const RuleInput& input, std::size_t index) {
  return previous_on_line(input, index) == kNoToken;
}
inline bool ends_line(const RuleInput& input, std::size_t index) { return next_on_line(input, index) == kNoToken; }

// Whether the token is the first of its line and the lines before end a sentence or a paragraph.
bool begins_sentence(const RuleInput& input, std::size_t index);

// Whether white space, or the border of the text, is on that side of the token.
bool has_space_before(const RuleInput& input, std::size_t index);
bool has_space_after(const RuleInput& input, std::size_t index);

// Whether a run between white space that holds the token looks like an address of the web, of a file or of a person.
// Looks no further than 100 bytes to either side.
bool is_inside_address(const RuleInput& input, std::size_t index);

}  // namespace emend::correct
