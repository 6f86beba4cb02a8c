// The pages around a page: of its own document, and of the files that its name counts it among.
//
// A book that was scanned page by page lies in a folder as book_p016.png, book_p017.png and so on. What is a running
// head on one of them shows on the others, so they are read first and corrected together. Values; pure functions.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "layout/page_layout.h"
#include "layout/page_series.h"
#include "pipeline/input.h"

namespace emend::pipeline {

// Where a document's pages stand among others.
struct Neighbours {
  layout::PageSeries series;
  std::size_t first = 0;  // the document's first page in it
};

// How a file's name counts it: the last figures of "book_p017.png" are 17, the letters before them "p". Without figures
// there is no number.
struct CountedName {
  std::string series;   // what files of one series have in common: the folder, the name before the letters, the ending
  std::string section;  // the letters right before the figures
  std::optional<int> number;
};
CountedName counted_name(const std::filesystem::path& path);

// The pages of one document, to be put among others. A document of one page bears the number of its file's name, one
// of several counts its own.
std::vector<layout::SeriesPage> series_pages(const std::vector<layout::PageLayout>& pages,
                                             const std::filesystem::path& path);

// A document by itself.
Neighbours without_others(const std::vector<layout::PageLayout>& pages, const std::filesystem::path& path);

// Inputs that are corrected together, as indices into the inputs. Each input is in exactly one group; a group of one is
// corrected by itself. Long series are cut into groups of about equal size, so that memory stays bounded.
std::vector<std::vector<std::size_t>> groups_of(const std::vector<Input>& inputs);

}  // namespace emend::pipeline
