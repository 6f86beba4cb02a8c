// The checkout as the house tests see it: its files, their lines, and the tables of its documents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace emend::house {

// Every file that git tracks or would track, relative to the root, sorted. Without git: every file but build/.
std::vector<std::string> checkout_files();

// Those of them in `folder` (which ends in "/") whose names end in one of `endings`.
std::vector<std::string> files_in(std::string_view folder, const std::vector<std::string>& endings);

std::string read_checkout_file(const std::string& path);
std::vector<std::string> lines_of(const std::string& path);

struct Include {
  std::string file;
  std::size_t line = 0;  // from 1
  std::string header;    // without its quotes or brackets
  bool is_ours = false;  // "..." and not <...>
};

// Every #include line of src/.
std::vector<Include> source_includes();

// The rows of the Markdown tables of a page whose header row starts with `first_header`; cells without outer spaces.
std::vector<std::vector<std::string>> table_rows(const std::string& page, std::string_view first_header);

// What stands between backticks: "`a` and `b`" gives a, b.
std::vector<std::string> code_words(std::string_view cell);

}  // namespace emend::house
