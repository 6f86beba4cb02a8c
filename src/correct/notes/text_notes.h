// The footnotes of a text: which marks and which notes it has, and which of them lack each other.
//
// A note is a paragraph, or a line behind another note, that begins with its label: [1], [A], a sign as a typist set it
// (*, **, †, ‡, X, XX, a)), or a number whose mark is there. Signs and bare numbers are labels only where a mark of the
// same kind stands before them; a list has none. For texts without a scan, and for whoever moves notes about. Pure.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "correct/structure/footnotes.h"
#include "text/span.h"

namespace emend::correct {

struct TextMark {
  text::Span span;  // "[1]", "*"
  std::string label;
  std::size_t section = 0;
};

struct TextNote {
  enum class State {
    kSound,    // as it should be, or as it was typed
    kMisread,  // "{2}", "[2}": the number is legible
    kUnread,   // "@": among other notes
  };
  text::Span label_span;
  std::string label;  // empty for an unread one
  text::Span span;    // label and note, with the line break behind it
  std::size_t section = 0;
  State state = State::kSound;
};

// Text up to its notes, with them, is a section: a page, a chapter, or all of it.
struct TextNotes {
  std::vector<TextMark> marks;
  std::vector<TextNote> notes;
};

TextNotes find_text_notes(std::string_view text);

// Numbers of the notes that are legible.
std::set<int> labels_of_notes(const TextNotes& notes);
std::set<int> labels_of_marks(const TextNotes& notes);

// Marks without a note, and notes without a mark. A note belongs to the marks of its section, or else to marks before
// it that have none of their own, as notes behind a chapter do. Nothing where the text has no notes at all.
std::vector<OrphanedNote> orphaned_notes(std::string_view text, const TextNotes& notes);

}  // namespace emend::correct
