// Paragraphs and broken words over the end of a page: two pages of one document, all rules over them.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "correct/arbiter.h"
#include "correct/propose.h"
#include "correct/structure/structure.h"
#include "correct/structure/typeset.h"
#include "lexicon/word_list_lexicon.h"

namespace emend::correct::structure_test {
namespace {

struct Case {
  const char* title;
  std::vector<std::string> first, second;
  const char* becomes;  // the last line of the first page, and the first of the second; a bar between paragraphs
};

// Six full lines of prose, so that a page has margins.
const std::vector<std::string> kProse = {
    "the commission had hired for the purpose", "from the owners at the upper landing and",
    "paid weekly, as the carters were, by the", "load, for such was the custom of the town",
    "in these matters for a good many years so"};

const Case kCases[] = {
    {"a sentence that goes on",
     {"that nobody could doubt what was meant by"},
     {"the words of the resolution as they stood"},
     "that nobody could doubt what was meant by\nthe words of the resolution as they stood"},
    {"a broken word",
     {"that nobody could doubt what the commis-"},
     {"sion meant by the words of the resolution"},
     "that nobody could doubt what the commission\nmeant by the words of the resolution"},
    {"a paragraph that ends with the page",
     {"that nobody could doubt it."},
     {"  The wages of the masons were paid weekly"},
     "that nobody could doubt it.|The wages of the masons were paid weekly"},
    {"an indented line after a full one",
     {"that nobody could doubt what was meant by it."},
     {"  The wages of the masons were paid weekly"},
     "that nobody could doubt what was meant by it.|The wages of the masons were paid weekly"},

    // Traps.
    {"a compound that the document writes with its hyphen",
     {"that nobody could doubt what the sub-clerk and the sub-"},
     {"clerk of the town meant by the resolution"},
     "that nobody could doubt what the sub-clerk and the sub-clerk\nof the town meant by the resolution"},
    {"number words",
     {"that nobody could doubt that all the twenty-"},
     {"one delegates of the town were there then"},
     "that nobody could doubt that all the twenty-one\ndelegates of the town were there then"},
    {"figures on both pages",
     {"that nobody could doubt that there were 10-"},
     {"20 delegates of the town in the hall then"},
     "that nobody could doubt that there were 10-|20 delegates of the town in the hall then"},
    {"a chapter that opens low",
     {"that nobody could doubt what was meant by it"},
     {"", "", "", "", "", "", "", "", "          CHAPTER II", ""},
     "that nobody could doubt what was meant by it|CHAPTER II"},
};

std::string restored(const Case& one) {
  std::vector<std::string> upper = kProse, lower = one.second;
  upper.insert(upper.end(), one.first.begin(), one.first.end());
  lower.insert(lower.end(), kProse.begin(), kProse.end());
  document::Document document = typeset(upper, 1).document;
  document.pages.push_back(typeset(lower, 2).document.pages.front());
  document.pages[1].number = 2;
  document.raw = document::RawText::from_pages(document.pages);
  const auto layouts = layout::page_layouts(document);
  std::vector<layout::SeriesPage> pages;
  for (const auto& page : layouts) {
    pages.emplace_back();
    pages.back().number = page.number;
    pages.back().edges = layout::page_edges(page);
  }
  auto structure = arbitrate(structure_edits(document, layouts, layout::PageSeries(pages), 0).edits);
  const auto lexicon = lexicon::WordListLexicon::parse(
      "commission\nclerk\nsub\ntwenty\none\ndelegates\nthe\nand\nword\nmeant\n", "words", "words");
  const RuleSet rules = all_rules();
  edit::DecidedEdits decided;
  for (edit::Edit& edit : propose_edits(document, rules, *lexicon, nullptr, nullptr, {.structure = &structure})) {
    decided.push_back({std::move(edit), {}});
    if (decided.back().edit.applicability == edit::Applicability::kAutomatic)
      decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  const edit::CleanText clean = edit::apply(document.raw.text(), decided);
  EXPECT_EQ(edit::undo(clean, decided), document.raw.text()) << one.title;
  return clean.text;
}

TEST(PageBreaks, ParagraphsAndWordsGoOnOrEnd) {
  for (const Case& one : kCases) {
    std::string wanted = std::string(one.becomes) + "\n";
    if (const auto bar = wanted.find('|'); bar != std::string::npos) wanted.replace(bar, 1, "\n\n");
    const std::string text = restored(one);
    EXPECT_NE(text.find(wanted), std::string::npos) << one.title << ":\n" << text;
  }
}

}  // namespace
}  // namespace emend::correct::structure_test
