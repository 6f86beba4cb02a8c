// hOCR, ALTO and PAGE as pages of words with boxes, each word with its place in the file.
//
// hOCR 1.2 (http://kba.github.io/hocr-spec/1.2/), ALTO 2 to 4 (https://www.loc.gov/standards/alto/), PAGE 2013 to 2019
// (https://github.com/PRImA-Research-Lab/PAGE-XML). Lines without words become words at their spaces, with the line's
// box. Boxes are taken as pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "check/file_kind.h"
#include "check/xml.h"
#include "document/document.h"

namespace emend::check {

struct Layout {
  std::vector<document::Page> pages;
  std::vector<std::string> images;     // of each page, as the file names it; may be empty
  std::vector<text::Span> word_spans;  // in the file, of each word in reading order; kNowhere where it is not as it is
};

// Error: kUnreadable.
Result<Layout> read_layout(std::string_view bytes, FileKind kind, const std::string& subject);

}  // namespace emend::check
