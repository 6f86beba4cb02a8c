// What a file tells of itself for questions that only a whole corpus can answer: its names and its habits.
//
// Gathered once per file, kept in the cache, compared by corpus_findings.h. Pure; linear in the text.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "check/finding.h"
#include "check/places.h"

namespace emend::check {

// Two ways to write the same thing, of which a corpus keeps one.
enum class Habit {
  kStraightQuotes,
  kCurlyQuotes,
  kTypedDashes,    // --
  kDashes,         // —
  kNumberedNotes,  // [1]
  kRaisedNotes,    // ¹
};
inline constexpr std::size_t kHabits = 6;

struct Use {
  std::size_t count = 0;
  std::size_t offset = 0;  // of the first
  FilePlace place;         // of the first
};

struct Facts {
  std::size_t words = 0;
  double expected_errors = 0;        // wrong words that findings make likely
  std::map<std::string, Use> names;  // capitalised inside a sentence, by form
  std::array<Use, kHabits> habits{};
  // Numbers that may be the page's own: they begin or end its first or last line. By number, with their places.
  std::map<std::size_t, Use> folios;
};

Facts gather_facts(std::string_view text, const PlaceFinder& places);

// Adds the facts of the part of a file that begins `bytes` and `lines` further on.
void add_facts(Facts& facts, const Facts& part, std::size_t bytes, std::size_t lines);

}  // namespace emend::check
