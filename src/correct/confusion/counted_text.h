// A text as confusions are counted on it: what is no misreading of a character is made alike first. Pure.
#pragma once

#include <string>
#include <string_view>

namespace emend::correct {

// A word broken by a hyphen at the end of a line is whole, white space is one space, quotation marks are straight and a
// dash is its hyphens: line ends differ between a page and its truth, and quotes are a convention of who typed the
// truth. Broken UTF-8 reads as U+FFFD.
std::u32string counted_text(std::string_view text);

}  // namespace emend::correct
