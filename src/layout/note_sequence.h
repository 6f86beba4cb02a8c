// Numbers for footnote marks, or for the labels of notes, from those that are legible and from the order of all.
//
// They count upwards. A site may be a mark or none; a mark takes the number after the one before it. A hidden Markov
// model over the number of the last mark tells for each site how probable it is that it is a mark with a given number,
// over all ways to read the document (forward-backward: Rabiner, "A tutorial on hidden Markov models", Proceedings of
// the IEEE 1989). Scans and texts alone ask the same model: on a scan the ink says that something is there and the page
// how far its notes count, in a text only the places and the legible numbers speak. Linear in the number of sites.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "layout/note_numbers.h"

namespace emend::layout {

// A document with more sites than this has no footnotes but a habit.
inline constexpr std::size_t kMostNoteSites = 5'000;

struct NoteSite {
  double log_odds = 0;          // that a mark stands here, from the place and the glyphs alone
  std::optional<int> number;    // legible
  std::string signs;            // what was read where nothing is legible for sure; note_signs.h weighs it
  bool is_certain = false;      // something surely stands here
  bool may_be_misread = false;  // the number is loose digits
  bool is_weak = false;         // loose digits behind a word: they help to count only
};

// The numbers that a page's notes have, where that is known.
struct NoteCount {
  int first = 0;
  int last = 0;

  bool is_known() const { return first > 0; }
};

struct NoteNumber {
  int number = 0;          // the most probable one
  double probability = 0;  // that the site is a mark and has this number
};

// One for each site, at most kMostNoteSites of them. `partners` are the numbers that the other side has: the notes
// where marks are numbered, the marks where notes are; empty where they are not known.
std::vector<NoteNumber> number_sites(const std::vector<NoteSite>& sites, const NoteCount& count = {},
                                     const std::set<int>& partners = {});

}  // namespace emend::layout
