// Files of other programs that say what stands where on a page: hOCR, ALTO 1 to 4, and PAGE XML.
//
// Read into pages of words with boxes and readings, as an engine of ours would give them, and with the place in the
// file of every word's text, so that an editor can jump there and a word can be replaced where it stands
// (layout_rewrite.h). What each format's parts become is told in docs/formats/layout.md. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "document/document.h"
#include "store/layout/markup_encoding.h"
#include "text/span.h"

namespace emend::store {

enum class LayoutFormat { kHocr, kAlto, kPage };

// "hOCR", "ALTO", "PAGE".
std::string_view name_of(LayoutFormat format);

// Far above a book of a thousand pages with a box for each letter.
inline constexpr std::uintmax_t kLargestLayoutBytes = std::uintmax_t{192} << 20;
// Enough of a file for layout_format_of.
inline constexpr std::size_t kFirstBytesOfLayout = 1 << 16;

// By the root element, whatever the file is called; the first kFirstBytesOfLayout bytes are enough. Nothing where it is
// none of the three.
std::optional<LayoutFormat> layout_format_of(std::string_view bytes);

// The root element of a file that is XML or HTML by its own word and none of the three ("TEI"); nothing for the rest.
std::optional<std::string> unknown_markup(std::string_view bytes);

// Where a word's text stands in the file, and whether it may be replaced there.
struct WordSource {
  text::Span span;                 // of LayoutFile::source; empty where the file has the text in no one place
  std::vector<text::Span> copies;  // the same word told again: in the text of its line or region
  bool is_verbatim = false;        // the bytes there are the word's, so that offsets inside it fit
  std::string suffix;              // the end of the word that stands elsewhere: the hyphen of ALTO's HYP
  bool keeps_length = false;       // the file says something of each of its characters, so their number is to stay
  char quote = 0;                  // around the attribute that it stands in; 0 in the content of an element
  std::string obstacle;            // why it cannot be replaced in place; empty where it can
};

struct LayoutOptions {
  int resolution_dpi = 0;  // for boxes in tenths of a millimetre or 1/1200 inch where the file names none; 0: unknown
};

struct LayoutFile {
  LayoutFormat format = LayoutFormat::kHocr;
  DecodedMarkup source;
  std::vector<document::Witness> witnesses;  // the second one, if any, for words without a confidence
  std::vector<document::Page> pages;
  std::vector<std::string> images;  // the picture of each page as the file names it; may be empty
  std::vector<WordSource> words;    // of each word of the pages, in their order; no word has an empty best reading
  Problems problems;                // what was assumed or left out; each counts a page only where it names one
};

// Errors, with `subject` as the file: kUnreadable (not well-formed, of another kind, no page), kTooLarge.
Result<LayoutFile> read_layout(std::string_view bytes, const std::string& subject, const LayoutOptions& options = {});

}  // namespace emend::store
