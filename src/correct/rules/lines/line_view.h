// Lines as the rules of this group see them: indentation, content, and whether there is any.
#pragma once

#include <cstddef>
#include <string_view>

#include "correct/rule_input.h"
#include "text/span.h"

namespace emend::correct {

struct LineView {
  text::Span whole;        // without its line break, "\r" among it
  text::Span content;      // without white space at both ends; empty for an empty line
  std::size_t indent = 0;  // bytes of white space before the content
  bool is_blank() const { return content.is_empty(); }
};

LineView view_line(const RuleInput& input, std::size_t line);

// The length in code points that three lines of four do not exceed: that of a full line where the text keeps the lines
// of the page. 0 for a text without lines.
std::size_t full_line_length(const RuleInput& input);

// Columns are kept apart by tabs or runs of spaces.
bool has_columns(std::string_view content);

// A bullet, a number or a letter with its stop or bracket: "- ", "3. ", "(a) ", "iv) ".
bool starts_list_item(std::string_view content);

bool starts_with_web_address(std::string_view content);

}  // namespace emend::correct
