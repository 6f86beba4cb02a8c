// Every case of cases/*.md: pages set from lines, and what the automatic edits make of the one in question.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.h"
#include "correct/arbiter.h"
#include "correct/structure/page_furniture.h"
#include "correct/structure/paragraphs.h"
#include "correct/structure/print_marks.h"
#include "correct/structure/print_numbers.h"
#include "correct/structure/structure.h"
#include "correct/structure/typeset.h"
#include "edit/apply.h"

namespace emend::correct::structure_test {
namespace {

namespace fs = std::filesystem;

struct Sheet {
  int number = 0;
  std::vector<std::string> lines;
};

struct PageCase {
  std::string title;
  std::vector<Sheet> neighbours;
  Sheet page;
  std::string becomes;  // empty: it stays
  std::string orphans;  // "mark 2, note 3"
};

std::vector<PageCase> read_cases(const fs::path& path) {
  std::vector<PageCase> cases;
  std::istringstream in(*read_file(path));
  std::string line, title;
  std::vector<Sheet> neighbours;
  while (std::getline(in, line)) {
    if (line.starts_with("## ")) {
      title = line.substr(3);
      neighbours.clear();
    }
    if (!line.starts_with("```")) continue;
    std::istringstream fence(line.substr(3));
    std::string kind;
    Sheet sheet;
    fence >> kind >> sheet.number;
    std::string text;
    while (std::getline(in, line) && line != "```") {
      sheet.lines.push_back(line);
      text += line + "\n";
    }
    if (kind == "neighbour") neighbours.push_back(sheet);
    if (kind == "page") cases.push_back({title, neighbours, sheet, {}, {}});
    if (kind == "becomes") cases.back().becomes = text;
    if (kind == "orphans") cases.back().orphans = text.substr(0, text.size() - 1);
  }
  return cases;
}

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(EMEND_SOURCE_DIR) / "tests/correct/structure/cases"))
    if (entry.path().filename() != "README.md") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

struct Outcome {
  std::string raw;
  std::string text;
  std::set<std::string> rules;  // of the automatic edits
  std::string orphans;
  std::string undone;
};

Outcome outcome_of(const PageCase& one) {
  std::vector<layout::SeriesPage> series;
  for (const Sheet& sheet : one.neighbours) series.push_back(typeset(sheet.lines, sheet.number).in_series);
  const SetPage set = typeset(one.page.lines, one.page.number);
  const auto at =
      std::find_if(series.begin(), series.end(), [&](const auto& page) { return *page.number > one.page.number; });
  const auto first = static_cast<std::size_t>(at - series.begin());
  series.insert(at, set.in_series);
  StructureEdits found = structure_edits(set.document, set.layouts, layout::PageSeries(series), first);
  Outcome outcome;
  outcome.raw = set.document.raw.text();
  edit::DecidedEdits decided;
  for (edit::Edit& edit : arbitrate(std::move(found.edits))) {
    decided.push_back({edit, {}});
    EXPECT_EQ(edit.span.of(outcome.raw), edit.before) << one.title;
    EXPECT_FALSE(edit.evidence.empty()) << one.title << ": " << edit.rule;
    if (edit.applicability != edit::Applicability::kAutomatic) continue;
    decided.back().decision.verdict = edit::Verdict::kAccepted;
    outcome.rules.insert(edit.rule);
  }
  const edit::CleanText clean = edit::apply(outcome.raw, decided);
  outcome.text = clean.text;
  outcome.undone = edit::undo(clean, decided);
  for (const OrphanedNote& orphan : found.orphans)
    outcome.orphans +=
        (outcome.orphans.empty() ? "" : ", ") + std::string(orphan.is_mark ? "mark " : "note ") + orphan.label;
  return outcome;
}

TEST(Structure, EveryCaseBecomesWhatItShould) {
  for (const fs::path& file : case_files())
    for (const PageCase& one : read_cases(file)) {
      const Outcome outcome = outcome_of(one);
      EXPECT_EQ(outcome.text, one.becomes.empty() ? outcome.raw : one.becomes) << file.filename() << ": " << one.title;
      EXPECT_EQ(outcome.undone, outcome.raw) << one.title;
      EXPECT_EQ(outcome.orphans, one.orphans) << one.title;
    }
}

TEST(Structure, EveryTrapStays) {
  std::size_t traps = 0;
  for (const PageCase& one : read_cases(fs::path(EMEND_SOURCE_DIR) / "tests/correct/structure/cases/traps.md")) {
    EXPECT_TRUE(one.becomes.empty()) << one.title << ": a trap stays as it is";
    ++traps;
  }
  EXPECT_GE(traps, 12u);
}

TEST(Structure, EveryRuleFiresInSomeCase) {
  std::set<std::string> fired;
  for (const fs::path& file : case_files())
    for (const PageCase& one : read_cases(file)) fired.merge(outcome_of(one).rules);
  const auto expect = [&](std::string_view id) {
    EXPECT_TRUE(fired.contains(std::string(id))) << id << " fires in no case";
  };
  for (const std::string_view id : kPageFurnitureIds) expect(id);
  for (const std::string_view id : kFootnoteIds) expect(id);
  for (const std::string_view id : kPrintMarkIds) expect(id);
  for (const std::string_view id : kPrintNumberIds) expect(id);
  expect(kMissingBreakId);
  expect(kFalseBreakId);
}

}  // namespace
}  // namespace emend::correct::structure_test
