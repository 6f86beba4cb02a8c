// Which words of a line are underlined: a thin stroke runs below their feet, from about their first letter to their
// last.
//
// Typists underline for emphasis by going back and striking the underscore below each letter. Rules of forms and tables
// run on beyond the words, bars are thick, and neither counts. Pure function.
#pragma once

#include <vector>

#include "document/page.h"
#include "image/picture.h"

namespace emend::image {

// One for each word of the line. `ink` is black on white (binarised()), in the pixels that the line's boxes are in. A
// line that runs down the picture, or whose letters have no known size, has none. Cost: one pass over the rows below
// the line, some twenty of them at 300 dots per inch.
//
// A stroke is at least `shortest` x-heights long: on typed pages one letter may be underlined, in print only stretches
// are believed, because specks and the tops of letters below make short ones.
std::vector<bool> underlined_words(const Picture& ink, const document::Line& line, double shortest = 1.2);

}  // namespace emend::image
