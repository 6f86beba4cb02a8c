// What an output keeps of a document beside its words: paragraphs, footnote marks, page furniture, line-end hyphens.
//
// Each is a count of what the truth has, what the output claims and what agrees. Both texts are cut into words, the
// words aligned, and the places between them compared. Used by emend eval. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace emend::measure {

struct Agreement {
  std::size_t wanted = 0;   // of the truth
  std::size_t claimed = 0;  // of the output
  std::size_t agreed = 0;

  void add(const Agreement& other);
  // Nothing where there is nothing to divide by.
  std::optional<double> precision() const;
  std::optional<double> recall() const;
  std::optional<double> f1() const;
};

struct Structure {
  // Empty lines between words. A place where the output lacks words counts as one place.
  Agreement paragraphs;
  // Footnote marks in their brackets, in the text and before the notes: [1], [A], [XX]. Agreed where the same mark
  // stands between the same words.
  Agreement marks;
  // Lines of the text before that the truth lacks and the output left out: running heads, page numbers, signature
  // marks. Wanted are those among the first two and the last two lines of the text; what the output left out counts
  // wherever it was, but for lines without a letter or digit. Zero without a text before.
  Agreement furniture;
  // Words that the text before breaks at a line's end and the truth has in one: wanted are all of them, agreed those
  // that the output joins, with the hyphen or without, as the truth does. Claimed is what was joined at all.
  Agreement hyphens;

  void add(const Structure& other);
};

// The texts as they are in the files, UTF-8. Error: kTooLarge, see alignment.h.
Result<Structure> compare_structure(std::string_view truth, std::optional<std::string_view> before,
                                    std::string_view output);

}  // namespace emend::measure
