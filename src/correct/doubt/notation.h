// How doubt is written into a text: [illegible], [word?], and [sic] behind a typist's own error.
//
// What is written so is left alone by every rule, so that it comes through any number of runs. Pure; linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit.h"
#include "text/span.h"

namespace emend::correct {

// The ids of the edits that write it.
inline constexpr std::string_view kDoubtfulWord = "doubtful-word";
inline constexpr std::string_view kIllegibleWord = "illegible-word";
inline constexpr std::string_view kTypistsError = "typists-error";

inline constexpr std::string_view kIllegible = "[illegible]";
inline constexpr std::string_view kDoubtBegins = "[";
inline constexpr std::string_view kDoubtEnds = "?]";
inline constexpr std::string_view kSic = " [sic]";

// In the order of the text, without overlap; [sic] with the word before it.
std::vector<text::Span> notation_spans(std::string_view text);

// Takes out the edits of `text` that would change a notation.
void leave_notation(std::string_view text, std::vector<edit::Edit>& edits);

}  // namespace emend::correct
