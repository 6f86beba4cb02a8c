#include "correct/structure/table_columns.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "correct/structure/typeset.h"
#include "layout/tables.h"

namespace emend::correct::structure_test {
namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The page with its columns, `repairs` done before: each a word and what it becomes.
std::string with_columns(const std::vector<std::string>& lines,
                         const std::vector<std::pair<std::string, std::string>>& repairs = {}) {
  const SetPage set = typeset(lines, 1);
  const std::string_view raw = set.document.raw.text();
  edit::DecidedEdits done;
  for (const auto& [before, after] : repairs) {
    done.emplace_back();
    done.back().edit.span = {raw.find(before), raw.find(before) + before.size()};
    done.back().edit.before = before;
    done.back().edit.after = after;
    done.back().decision.verdict = edit::Verdict::kAccepted;
  }
  const edit::CleanText repaired = edit::apply(raw, done);
  edit::DecidedEdits decided;
  for (edit::Edit& edit : table_column_edits(set.layouts, repaired)) {
    EXPECT_EQ(edit.span.of(repaired.text), edit.before);
    EXPECT_FALSE(edit.evidence.empty());
    decided.push_back({std::move(edit), {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  const edit::CleanText clean = edit::apply(repaired.text, decided);
  EXPECT_EQ(edit::undo(clean, decided), repaired.text);
  return clean.text;
}

// The raw text: one space between words, whatever the paper has.
std::string as_read(const std::vector<std::string>& lines) {
  return std::string(typeset(lines, 1).document.raw.text());
}

TEST(TableColumns, StandBelowEachOtherAndFiguresByTheirEnds) {
  EXPECT_EQ(with_columns({"Stone                 12 barges       117", "Wages of the masons   40 men        1,212",
                          "Paper and ink         a ream            3"}),
            joined({"Stone                 12 barges     117", "Wages of the masons   40 men      1,212",
                    "Paper and ink         a ream          3"}));
}

TEST(TableColumns, FollowWhatWasRepaired) {
  EXPECT_EQ(with_columns({"Stcne          117", "Wages        1,212", "Paper            3"}, {{"Stcne", "Stone from"}}),
            joined({"Stone from     117", "Wages        1,212", "Paper            3"}));
}

TEST(TableColumns, AnEmptyCellIsLeftEmpty) {
  EXPECT_EQ(with_columns({"Stone       12 barges       117", "Wages       40 men          212",
                          "Carters                      88", "Paper       a ream            3"}),
            joined({"Stone     12 barges   117", "Wages     40 men      212", "Carters                88",
                    "Paper     a ream        3"}));
}

struct Trap {
  const char* title;
  std::vector<std::string> lines;
};

const Trap kTraps[] = {
    {"prose of a typist who types two spaces between sentences",
     {"he said so before the vote.  The clerk has", "written it down.  Nobody can doubt what is",
      "meant by the words.  So much for the vote", "that was taken.  The next was on the mole."}},
    {"two lines with a gap", {"Harris          the Clerk", "Archer          the Mason"}},
    {"a date and a place that stand apart",
     {"Upper Landing                   12 May 1894", "the commission had hired them for the whole",
      "of the spring and paid them by the load, as", "the carters were paid, too, in those years."}},
    {"gaps in other places",
     {"the water     stood at three feet above it", "on the second of the month     and then it",
      "rose to four in     the week that came next", "after that day it fell     as it had come."}},
    {"verse whose lines are broken at other places",
     {"The barges went    down by the light", "Of lanterns that hung    in the rain",
      "The masons sat     up half the night", "And nobody    saw them again"}},
};

TEST(TableColumns, WhatIsNoTableKeepsItsSpaces) {
  for (const Trap& trap : kTraps) EXPECT_EQ(with_columns(trap.lines), as_read(trap.lines)) << trap.title;
}

}  // namespace
}  // namespace emend::correct::structure_test
