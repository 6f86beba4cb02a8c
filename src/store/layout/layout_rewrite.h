// Where a range of the raw text stands in the file that it was read from, and changes of words made there.
//
// For check and fix: a finding in an ALTO file names the line and column of the word in the file, and a change of one
// word into one word is made in its place. Every other byte of the file stays. Pure functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/raw_text.h"
#include "edit/decision.h"
#include "store/layout/layout_file.h"
#include "text/span.h"

namespace emend::store {

// The bytes of `file.source.text` that the span of the raw text stands for: exact where one word with the same bytes
// holds it, else from the first word that it touches to the last. A gap between two words gives the one before it.
// Nothing where no word is near, or where the file has a word in no one place. `raw` is of file.pages.
std::optional<text::Span> place_in_file(const LayoutFile& file, const document::RawText& raw, text::Span span);

// A change that cannot be made in the file, and why.
struct LeftInFile {
  std::size_t edit = 0;  // index into the edits
  std::string why;       // "it joins two words"
};

struct Rewritten {
  std::string bytes;  // in the file's own encoding; the file as it was where nothing could be changed
  std::size_t changed_words = 0;
  std::vector<LeftInFile> left;  // in the order of the edits
};

// Makes the accepted edits. Error: kUnwritable (the file's encoding lacks a character, or its bytes are broken).
Result<Rewritten> rewrite_in_place(const LayoutFile& file, const document::RawText& raw,
                                   const edit::DecidedEdits& edits, const std::string& subject);

}  // namespace emend::store
