#include "correct/notes/text_notes.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

struct Case {
  const char* title;
  std::string text;
  std::string found;    // marks, a bar, notes; each with its section where there is more than one
  std::string orphans;  // "mark 2, note 3"
};

std::string found_in(const std::string& text) {
  const TextNotes notes = find_text_notes(text);
  std::string out;
  for (const TextMark& mark : notes.marks) {
    EXPECT_EQ(text.substr(mark.span.begin, mark.span.size()).find('\n'), std::string::npos);
    out += mark.label + " ";
  }
  out += "|";
  for (const TextNote& note : notes.notes) out += " " + (note.label.empty() ? "?" : note.label);
  return out;
}

std::string orphans_in(const std::string& text) {
  std::string out;
  for (const OrphanedNote& orphan : orphaned_notes(text, find_text_notes(text)))
    out += (out.empty() ? "" : ", ") + std::string(orphan.is_mark ? "mark " : "note ") + orphan.label;
  return out;
}

const Case kCases[] = {
    {"a text without notes has no orphans", "The land is taken.[1] The grain is held.[2]\n", "1 2 |", ""},
    {"every mark has its note", "Taken.[1] Held.[2]\n\n[1] See the first.\n[2] See the second.\n", "1 2 | 1 2", ""},
    {"a mark without its note", "Taken.[1] Held.[2]\n\n[1] See the first.\n", "1 2 | 1", "mark 2"},
    {"a note without its mark", "Taken.[1] Held.\n\n[1] See the first.\n\n[2] See the second.\n", "1 | 1 2", "note 2"},
    {"each page counts anew", "Taken.[1]\n\n[1] See it.\n\fHeld.[1]\n\n[1] See that.\n", "1 1 | 1 1", ""},
    {"a page lacks the note that another has", "Taken.[1]\n\n[1] See it.\n\nHeld.[1] Gone.[2]\n\n[2] See that.\n",
     "1 1 2 | 1 2", "mark 1"},
    {"notes behind all the text", "Taken.[1]\n\nHeld.[2]\n\nGone.[3]\n\n[1] See it.\n\n[2] See that.\n\n[3] See.\n",
     "1 2 3 | 1 2 3", ""},
    {"a note of several lines", "Taken.[1]\n\n[1] See the first volume\nof the works.\n", "1 | 1", ""},
    {"a typist's signs", "Taken.* Held X and gone XX now.\n\n* See the first.\nX See the second.\nXX See the third.\n",
     "* x xx | * x xx", ""},
    {"daggers and letters", "Taken.† Held (a) now.\n\n† See the first.\na) See the second.\n", "† a | † a", ""},
    {"bare numbers whose marks are there", "Taken.[1] Held.[2]\n\n____\n1 See the first.\n2. See the second.\n",
     "1 2 | 1 2", ""},

    // Traps.
    {"a list with asterisks", "There are two ways:\n\n* in the barn,\n* in the mill.\n", "|", ""},
    {"a numbered list", "There are two ways.[1]\n\n1. In the barn.\n2. In the mill.\n\n[1] See the first.\n", "1 | 1",
     ""},
    {"a row of asterisks", "It ended.*\n\n* * *\n\nIt began.\n", "|", ""},
    {"a leader named X", "Comrade X was heard.\n\nXenia spoke.\n", "|", ""},
    {"brackets that are no marks", "He said [sic] so in [1917] and [300] times.\n\n[Illustration: a tower]\n", "|", ""},
    {"a text that begins with brackets", "[1] The land is taken.\n\nThe grain is held.\n", "|", ""},
    {"letters of a list in the text", "There is (a) the barn and (b) the mill.\n\nSo it was.\n", "|", ""},
    {"a star behind a line that opens a list", "Rates*\n\nTo the mill 3s.\n", "|", ""},
};

TEST(TextNotes, AreFoundWithTheirMarks) {
  for (const Case& one : kCases) EXPECT_EQ(found_in(one.text), one.found) << one.title;
}

TEST(TextNotes, OrphansAreTold) {
  for (const Case& one : kCases) EXPECT_EQ(orphans_in(one.text), one.orphans) << one.title;
}

TEST(TextNotes, OrphansNameTheirPage) {
  const std::string text = "Taken.[1]\n\n[1] See it.\n\fHeld.[2]\n";
  const auto orphans = orphaned_notes(text, find_text_notes(text));
  ASSERT_EQ(orphans.size(), 1u);
  EXPECT_EQ(orphans[0].page, 2);
}

TEST(TextNotes, MisreadLabelsAreAmongThem) {
  const TextNotes notes = find_text_notes("Taken.[1] Held.[2] Gone.[3]\n\n[1] See it.\n{2} See that.\n@ See those.\n");
  ASSERT_EQ(notes.notes.size(), 3u);
  EXPECT_EQ(notes.notes[1].state, TextNote::State::kMisread);
  EXPECT_EQ(notes.notes[1].label, "2");
  EXPECT_EQ(notes.notes[2].state, TextNote::State::kUnread);
  EXPECT_EQ(labels_of_notes(notes), (std::set<int>{1, 2}));
  EXPECT_EQ(labels_of_marks(notes), (std::set<int>{1, 2, 3}));
}

}  // namespace
}  // namespace emend::correct
