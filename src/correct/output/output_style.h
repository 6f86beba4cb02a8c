// The form that the user wants the clean text in: lines of the page or paragraphs, and where notes stand.
//
// Repairs are done before; here nothing is judged. Everything is an edit like any other all the same, so that the
// record tells it and the raw text comes back. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace emend::correct {

enum class LineLayout { kLines, kParagraphs };
enum class NotesPlace { kPage, kSection, kDocument };

struct OutputStyle {
  LineLayout layout = LineLayout::kLines;
  std::size_t wrap = 0;  // so many characters a line, of paragraphs only; 0: a paragraph is one line
  NotesPlace notes = NotesPlace::kPage;

  bool changes_nothing() const { return layout == LineLayout::kLines && notes == NotesPlace::kPage; }
};

inline constexpr std::array<std::string_view, 2> kOutputStyleIds = {"page-line-end", "gathered-note"};

// What makes `text`, the repaired one, into that form; sorted, without overlap, all automatic.
//
// Paragraphs are lines without an empty one between them. Their line ends become spaces, or nothing behind a dash or a
// hyphen between letters. Verse, lists, tables, addresses and signatures keep theirs: a line that ends well before the
// others of its paragraph while the next one begins with a capital, a figure or a mark.
std::vector<edit::Edit> output_style_edits(std::string_view text, const OutputStyle& style);

// The parts of it.
std::vector<edit::Edit> paragraph_line_edits(std::string_view text, std::size_t wrap);
// Notes are what notes/text_notes.h takes for notes, "[3] " or "* " at the beginning of a paragraph. Behind a section's or the document's text they are
// numbered anew from 1, with their marks, where numbers would come twice.
std::vector<edit::Edit> gathered_note_edits(std::string_view text, NotesPlace place);

// An automatic edit of `text` with one of the ids above.
edit::Edit style_edit(std::string_view text, std::size_t id, text::Span span, std::string after, std::string reason);

}  // namespace emend::correct
