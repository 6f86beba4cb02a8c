// What typists do to words beside typing them, as the scan shows it: underlining, and words put in between two lines.
//
// The page says which words they are (document::Word); here it becomes edits. Text without a scan has the rules
// underscored-words and inserted-words. Pure.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "correct/rendering.h"
#include "document/document.h"
#include "edit/apply.h"
#include "edit/edit.h"

namespace emend::correct {

inline constexpr std::string_view kWordsBetweenLinesId = "words-between-lines";
inline constexpr std::string_view kUnderlinedWordsId = "underlined-words";
inline constexpr std::array<std::string_view, 2> kTypistMarkIds = {kWordsBetweenLinesId, kUnderlinedWordsId};

// Words between two lines go into the line below. Of the raw text, sorted; only proposed where no marks are asked for.
std::vector<edit::Edit> between_line_edits(const document::Document& document, TypistMarks marks);

// Underlined words as Markdown's emphasis. Edits of `repaired`, the raw text with what was repaired, sorted: this is
// the last thing that is done to words, so that rules see them bare.
std::vector<edit::Edit> underline_edits(const document::Document& document, const edit::CleanText& repaired);

}  // namespace emend::correct
