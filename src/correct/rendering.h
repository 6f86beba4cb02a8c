// What the user wants of characters and of typists' marks that are right as they stand: left, or written in another
// way. Plain values, with nothing wanted as their default.
#pragma once

#include <cstdint>

namespace emend::correct {

enum class Typography : std::uint8_t {
  kKeep,   // as the document writes them
  kPlain,  // quotation marks, dashes, ellipses and fractions as a typewriter has them: " ' - -- ... 1/2
  kCurly,  // as a printer sets them: “ ” ‘ ’ – — … ½
};

enum class TypistMarks : std::uint8_t {
  kKeep,      // as the typist made them
  kPlain,     // what was meant, without a mark: deletions gone, insertions in their place, words without underlining
  kMarkdown,  // the same as Markdown: **emphasis**, ~~deleted~~, <ins>inserted</ins>
};

struct Rendering {
  Typography typography = Typography::kKeep;
  TypistMarks marks = TypistMarks::kKeep;

  bool is_asked_for() const { return typography != Typography::kKeep || marks != TypistMarks::kKeep; }
};

}  // namespace emend::correct
