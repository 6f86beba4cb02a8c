#include "document/raw_text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace emend::document {
namespace {

Word word(const std::string& text) {
  Word word;
  word.readings.push_back({0, text, 0.9f, {}});
  word.readings.push_back({1, "other", 0.1f, {}});
  return word;
}

Line line(const std::vector<std::string>& words) {
  Line line;
  for (const std::string& text : words) line.words.push_back(word(text));
  return line;
}

using Lines = std::vector<std::vector<std::string>>;

Paragraph paragraph(const Lines& lines) {
  Paragraph paragraph;
  for (const auto& words : lines) paragraph.lines.push_back(line(words));
  return paragraph;
}

Page page(const std::vector<Lines>& paragraphs) {
  Page page;
  page.blocks.emplace_back();
  for (const Lines& lines : paragraphs) page.blocks[0].paragraphs.push_back(paragraph(lines));
  return page;
}

// The order and the spans of the places, whatever the pages.
void expect_sound(const RawText& raw, const std::vector<Page>& pages) {
  std::size_t end = 0;
  for (const WordPlace& place : raw.places()) {
    EXPECT_GE(place.span.begin, end);
    EXPECT_GT(place.span.end, place.span.begin);
    ASSERT_LE(place.span.end, raw.text().size());
    const Word& word = pages.at(place.page)
                           .blocks.at(place.block)
                           .paragraphs.at(place.paragraph)
                           .lines.at(place.line)
                           .words.at(place.word);
    EXPECT_EQ(place.span.of(raw.text()), word.best().text);
    end = place.span.end;
  }
}

TEST(RawText, LinesAndParagraphs) {
  const struct {
    std::vector<Page> pages;
    std::string expected;
  } cases[] = {
      {{}, ""},
      {{page({})}, ""},
      {{page({{{"one"}}})}, "one\n"},
      {{page({{{"one", "two"}, {"three"}}})}, "one two\nthree\n"},
      {{page({{{"first"}}, {{"second"}}})}, "first\n\nsecond\n"},
      {{page({{{"first"}}}), page({{{"second"}}})}, "first\n\nsecond\n"},
      // What is empty leaves no trace: a reading "nothing is here", a line, a paragraph, a page.
      {{page({{{"one", "", "two"}}})}, "one two\n"},
      {{page({{{""}, {"two"}}})}, "two\n"},
      {{page({{{"one"}}, {{""}}, {{"two"}}})}, "one\n\ntwo\n"},
      {{page({{{""}}}), page({{{"one"}}}), page({})}, "one\n"},
      {{page({{{"na\xC3\xAFve"}}})}, "na\xC3\xAFve\n"},
  };
  for (const auto& c : cases) {
    const RawText raw = RawText::from_pages(c.pages);
    EXPECT_EQ(raw.text(), c.expected);
    expect_sound(raw, c.pages);
  }
}

TEST(RawText, PlacesPointIntoThePages) {
  const std::vector<Page> pages = {page({{{"a", "", "b"}, {"c"}}, {{"d"}}}), page({{{"e"}}})};
  const RawText raw = RawText::from_pages(pages);
  expect_sound(raw, pages);
  ASSERT_EQ(raw.places().size(), 5u);
  EXPECT_EQ(raw.places()[1].word, 2u) << "the empty reading keeps its number";
  EXPECT_EQ(raw.places()[2].line, 1u);
  EXPECT_EQ(raw.places()[3].paragraph, 1u);
  EXPECT_EQ(raw.places()[4].page, 1u);
}

TEST(RawText, PlacesInASpan) {
  const RawText raw = RawText::from_pages({page({{{"one", "two"}, {"three"}}})});  // "one two\nthree\n"
  using Range = std::pair<std::size_t, std::size_t>;
  const struct {
    text::Span span;
    Range expected;
  } cases[] = {
      {{0, 3}, {0, 1}},  {{0, 4}, {0, 1}}, {{0, 5}, {0, 2}},  {{3, 4}, {1, 1}},   {{2, 9}, {0, 3}},
      {{0, 14}, {0, 3}}, {{5, 6}, {1, 2}}, {{8, 13}, {2, 3}}, {{13, 14}, {3, 3}},  // the last line feed
      {{5, 5}, {1, 2}},  {{3, 3}, {1, 1}}, {{0, 0}, {0, 1}},  {{14, 14}, {3, 3}},  // insertions
  };
  for (const auto& c : cases) EXPECT_EQ(raw.places_in(c.span), c.expected) << c.span.begin << "-" << c.span.end;
}

TEST(RawText, TextWithoutAScanHasNoPlaces) {
  const RawText raw("some text");
  EXPECT_EQ(raw.text(), "some text");
  EXPECT_EQ(raw.places_in({0, 9}), (std::pair<std::size_t, std::size_t>{0, 0}));
}

}  // namespace
}  // namespace emend::document
