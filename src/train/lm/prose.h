// Collections of prose: many documents in one text file, each behind a line that begins with "==== ".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace emend::train {

// The documents of a collection, without their heading lines. Text before the first heading is a document too, if
// it is more than white space. Views into `text`.
std::vector<std::string_view> documents_of(std::string_view text);

// The document without what its makers added: lines that begin with "#" or dashes of Markdown, and marks of notes
// and pages in brackets ("[44]", "[A15-223]", "[Page 7]").
std::string without_markup(std::string_view document);

}  // namespace emend::train
