// Small pieces of HTML that several parts of the report share. Everything that they return is escaped.
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "store/change_file.h"

namespace emend::report::html {

// What becomes of line ends: kept (with a faint sign), or only the sign, for one-line views.
enum class LineEnds { kKept, kSignOnly };

// Text of the document as HTML. A line end, with its carriage return, is one line end.
std::string text_html(std::string_view text, LineEnds line_ends);
// Without its last line end, which a row of its own shows already.
std::string_view without_last_line_end(std::string_view text);

// "97 %"; never 0 % or 100 % for what is only nearly so.
std::string percent(double probability);

// "Page 3: is damaged; scan it again" as one escaped sentence. The subject is named where it is not the document
// itself.
std::string problem_html(const Problem& problem, std::string_view source_path);

// A short text for a mark's tooltip: what became what, by which rule, how probable.
std::string tooltip(const store::ChangeRecord& record);

}  // namespace emend::report::html
