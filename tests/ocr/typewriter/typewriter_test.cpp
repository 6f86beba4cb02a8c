// What a typewriter's grid and letters repair in a reading, and what they leave alone.
#include "ocr/typewriter/typewriter.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ocr/typewriter/typed_sheet.h"

namespace emend::ocr {
namespace {

struct Read {
  document::Page page;
  Revisions revisions;
};

using Lines = std::vector<std::string>;

// The sentences three times, so that every letter is known, and more lines.
Read read_lines(const Lines& typed, const Lines& read, SheetOptions options = {}, std::size_t jobs = 1) {
  Lines on_paper, seen;
  for (int i = 0; i < 3; ++i)
    for (const std::string& sentence : typed_sentences()) {
      on_paper.push_back(sentence);
      seen.push_back(sentence);
    }
  on_paper.insert(on_paper.end(), typed.begin(), typed.end());
  seen.insert(seen.end(), read.begin(), read.end());
  TypedSheet sheet = typed_sheet(on_paper, seen, options);
  std::vector<document::Page> pages = {std::move(sheet.page)};
  const std::vector<PageCells> typed_pages = {page_cells_of(pages.front(), sheet.scan)};
  const Revisions revisions = read_with_typewriter(pages, typed_pages, 1, jobs);
  return {std::move(pages.front()), revisions};
}

Read read_line(const std::string& typed, const std::string& read, SheetOptions options = {}, std::size_t jobs = 1) {
  return read_lines({typed}, {read}, options, jobs);
}

std::string last_line(const Read& read) { return text_of_line(read.page, 3 * typed_sentences().size()); }

TEST(Typewriter, RepairsWhatShapesAndCellsShow) {
  struct Case {
    const char* fault;
    std::string typed, read, expected;
  };
  const std::vector<Case> cases = {
      {"a letter taken for another", "she could come at once to collect it", "she ~oould come at once to ~colleot it",
       "she could come at once to collect it"},
      {"a lost space", "we asked for a second set of copies", "we asked ~for_a second set of copies",
       "we asked for a second set of copies"},
      {"a space where none is", "we asked for some more of the cocoa", "we asked for ~s|~ome more of the cocoa",
       "we asked for some more of the cocoa"},
      {"a letter that was overlooked", "all the crates came by sea to us", "all the ~crat_s came by sea to us",
       "all the crates came by sea to us"},
      {"a first letter that was overlooked", "all the crates came by sea to us", "all the  ~rates came by sea to us",
       "all the crates came by sea to us"},
      {"a full stop that was overlooked", "no one came to the office. he said", "no one came to the office  he said",
       "no one came to the office. he said"},
      {"a faint full stop", "no one came to the office% he said", "no one came to the office  he said",
       "no one came to the office. he said"},
      {"a faint full stop at the end", "no one came to the office%", "no one came to the office",
       "no one came to the office."},
      {"a word of one letter", "we asked for a second set of copies", "we asked for   second set of copies",
       "we asked for a second set of copies"},
      {"a wide gap", "we asked for   second set of copies", "we asked for   second set of copies",
       "we asked for second set of copies"},
      {"a gap and no full stop", "no one came to the office  he said", "no one came to the office  he said",
       "no one came to the office he said"},
      {"a full stop taken for a letter", "no one came to the office. he said", "no one came to the ~officee he said",
       "no one came to the office. he said"},
      {"two letters in one cell", "the accounts of each month are here", "the ~acco+eunts of each month are here",
       "the accounts of each month are here"},
      {"a speck taken for a mark", "some names were typed in capitals", "some names.|were typed in capitals",
       "some names were typed in capitals"},
  };
  Lines typed, read;
  for (const Case& one : cases) {
    typed.push_back(one.typed);
    read.push_back(one.read);
  }
  const Read repaired = read_lines(typed, read);
  for (std::size_t i = 0; i < cases.size(); ++i)
    EXPECT_EQ(text_of_line(repaired.page, 3 * typed_sentences().size() + i), cases[i].expected) << cases[i].fault;
}

TEST(Typewriter, RepairsLinesThatDriftAndLean) {
  for (const SheetOptions& options :
       {SheetOptions{.pitch_px = 16, .slope = 0.015}, SheetOptions{.pitch_px = 31, .drift = 0.01}})
    EXPECT_EQ(
        last_line(read_line("she could come at once to collect it", "she ~oould come at once to ~colleot it", options)),
        "she could come at once to collect it")
        << options.pitch_px << " " << options.drift << " " << options.slope;
}

TEST(Typewriter, LeavesARightReadingAsItIs) {
  const std::string line = "please excuse the delay, six boxes of rice come next month.";
  const Read read = read_line(line, line);
  EXPECT_EQ(last_line(read), line);
  for (std::size_t i = 0; i < typed_sentences().size(); ++i)
    EXPECT_EQ(text_of_line(read.page, i), typed_sentences()[i]);
  EXPECT_EQ(read.revisions.letters_changed, 0U);
  EXPECT_EQ(read.revisions.letters_found, 0U);
  EXPECT_EQ(read.revisions.letters_dropped, 0U);
  EXPECT_EQ(read.revisions.spaces_found + read.revisions.spaces_dropped, 0U);
}

TEST(Typewriter, KeepsWhatTheEngineReadBehind) {
  const Read read = read_line("she could come at once to collect it", "she ~oould come at once to ~colleot it");
  const document::Word& word = read.page.blocks.front().paragraphs.front().lines.back().words[1];
  ASSERT_EQ(word.readings.size(), 2U);
  EXPECT_EQ(word.readings[0].witness, 1U);
  EXPECT_EQ(word.readings[0].text, "could");
  EXPECT_EQ(word.readings[1].witness, 0U);
  EXPECT_EQ(word.readings[1].text, "oould");
  ASSERT_FALSE(word.readings[0].characters.front().alternatives.empty());
  EXPECT_EQ(word.readings[0].characters.front().alternatives.front().text, "o");
}

TEST(Typewriter, ParksTheReadingsOfAWordThatIsTwo) {
  const Read read = read_line("we asked for a second set of copies", "we asked ~for_a second set of copies");
  const auto& words = read.page.blocks.front().paragraphs.front().lines.back().words;
  ASSERT_EQ(words.size(), 8U);
  EXPECT_EQ(words[2].readings.back().text, "for");
  EXPECT_EQ(words[3].readings.back().text, "a");
  EXPECT_LE(words[2].box.right(), words[3].box.x);
}

TEST(Typewriter, MarksWordsThatAreTypedOver) {
  const Read read = read_line("she came xxxxxx at once and ###### then", "she came ~xxxxxx at once and ~mmmmmm then");
  std::vector<std::string> struck_out;
  for (const document::Line& line : read.page.blocks.front().paragraphs.front().lines)
    for (const document::Word& word : line.words)
      if (word.is_struck_out) struck_out.push_back(word.best().text);
  // What the engine read is kept.
  EXPECT_EQ(struck_out, (std::vector<std::string>{"xxxxxx", "mmmmmm"}));
}

TEST(Typewriter, NotesPitchAndPhase) {
  const Read read = read_line("she came", "she came", {.pitch_px = 25, .line_feed = 2, .resolution_dpi = 300});
  EXPECT_NEAR(read.page.typewriter.pitch_px, 25, 0.1);
  EXPECT_EQ(read.page.typewriter.characters_per_inch, 12);
  EXPECT_GT(read.page.typewriter.share_that_fits, 0.99F);
  EXPECT_NEAR(read.page.blocks.front().paragraphs.front().lines.front().pitch_px, 25, 0.3);
}

TEST(Typewriter, LeavesProportionalLettersAlone) {
  const Read read = read_line("she could come at once", "she ~oould come at once", {.is_proportional = true});
  EXPECT_EQ(last_line(read), "she oould come at once");
  EXPECT_EQ(read.page.typewriter.pitch_px, 0);
}

TEST(Typewriter, ReadsTheSameOnAnyNumberOfThreads) {
  const std::string typed = "she could come at once to collect it", seen = "she ~oould come at once to ~colleot it";
  const Read one = read_line(typed, seen, {}, 1), four = read_line(typed, seen, {}, 4);
  ASSERT_EQ(last_line(one), last_line(four));
  for (std::size_t w = 0; w < 8; ++w) {
    const auto& lines = one.page.blocks.front().paragraphs.front().lines;
    const auto& others = four.page.blocks.front().paragraphs.front().lines;
    EXPECT_EQ(lines.back().words[w].best().confidence, others.back().words[w].best().confidence);
  }
}

TEST(Typewriter, SaysNothingOfADocumentTooShortToLearnFrom) {
  const std::string line = "she ~oould come at once";
  TypedSheet sheet = typed_sheet({"she could come at once"}, {line});
  std::vector<document::Page> pages = {sheet.page};
  const std::vector<PageCells> typed = {page_cells_of(pages.front(), sheet.scan)};
  read_with_typewriter(pages, typed, 1);
  EXPECT_EQ(text_of_line(pages.front(), 0), "she oould come at once");
}

}  // namespace
}  // namespace emend::ocr
