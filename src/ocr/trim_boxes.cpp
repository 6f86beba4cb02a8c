#include "ocr/trim_boxes.h"

#include <algorithm>
#include <cstddef>

namespace emend::ocr {

void trim_boxes(document::Line& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    document::Word& word = line.words[i];
    const int end = line.words[i + 1].box.x;
    if (word.box.x >= end || word.box.right() <= end) continue;
    word.box.width = end - word.box.x;
    for (document::CharacterReading& character : word.readings.front().characters)
      if (character.box.x < end) character.box.width = std::min(character.box.width, end - character.box.x);
  }
}

}  // namespace emend::ocr
