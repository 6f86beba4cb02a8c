// Words made of the letters of a line that was read again, with what the engine read kept behind.
//
// Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/page.h"
#include "ocr/typewriter/line_frame.h"

namespace emend::ocr {

struct RevisedLetter {
  document::CharacterReading character;
  std::size_t word = 0;  // of the line as the engine read it: the one that it stands in, or next to
  std::optional<std::size_t> cell;
  bool starts_word = false;
  bool is_changed = false;  // found, changed or weighed
  bool fits = false;        // its cell
};

// Words whose letters are as before are returned as they are. The others have a first reading of `witness`; behind it
// come the engine's readings, cut and joined as the words are.
std::vector<document::Word> revised_words(const document::Line& line, const LineFrame& frame,
                                          const std::vector<RevisedLetter>& letters, std::size_t witness);

}  // namespace emend::ocr
