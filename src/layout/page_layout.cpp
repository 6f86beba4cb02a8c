#include "layout/page_layout.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/median.h"
#include "text/utf8.h"

namespace emend::layout {
namespace {

constexpr double kCellWidth = 10;
constexpr double kLineHeight = 20;
constexpr double kTextXHeight = 10;

// What most lines of the page are like. A line weighs as much as it is long, so that headings and notes do not count
// more than the text.
double usual_x_height(const PageLayout& page) {
  std::vector<double> heights;
  for (const LineLayout& line : page.lines)
    if (line.x_height > 0) heights.insert(heights.end(), 1 + line.span.size() / 8, line.x_height);
  return median(std::move(heights));
}

double usual_pitch(const PageLayout& page) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < page.lines.size(); ++i) {
    const LineLayout& above = page.lines[i - 1];
    const LineLayout& below = page.lines[i];
    const double pitch = below.baseline - above.baseline;
    const bool overlaps = above.left < below.right && below.left < above.right;
    if (overlaps && pitch > page.x_height && pitch < 5 * page.x_height) pitches.push_back(pitch);
  }
  return pitches.empty() ? 2 * page.x_height : median(std::move(pitches));
}

// The margins that one line of ten reaches beyond at most.
void measure_margins(PageLayout& page) {
  std::vector<double> lefts, rights;
  for (const LineLayout& line : page.lines) {
    if (line.span.size() < 10) continue;
    lefts.push_back(line.left);
    rights.push_back(line.right);
  }
  if (lefts.empty()) return;
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  page.left = lefts[lefts.size() / 10];
  page.right = rights[rights.size() - 1 - rights.size() / 10];
}

void measure(PageLayout& page) {
  page.x_height = usual_x_height(page);
  page.pitch = usual_pitch(page);
  measure_margins(page);
  page.from_top.resize(page.lines.size());
  std::iota(page.from_top.begin(), page.from_top.end(), std::size_t{0});
  std::stable_sort(page.from_top.begin(), page.from_top.end(),
                   [&](std::size_t a, std::size_t b) { return page.lines[a].baseline < page.lines[b].baseline; });
}

// Where a line of the page is flat, its boxes say as much as its baseline.
double middle_of(const document::Baseline& baseline) { return (baseline.y0 + baseline.y1) / 2.0; }

// The characters of a reading lie one behind the other in its text; where they do not, they tell nothing.
std::vector<GlyphLayout> glyphs_of(const document::Reading& reading, std::size_t begin) {
  std::vector<GlyphLayout> glyphs;
  std::size_t at = 0;
  for (const document::CharacterReading& character : reading.characters) {
    if (reading.text.compare(at, character.text.size(), character.text) != 0) return {};
    glyphs.push_back({{begin + at, begin + at + character.text.size()},
                      static_cast<double>(character.box.x),
                      static_cast<double>(character.box.right())});
    at += character.text.size();
  }
  if (at != reading.text.size()) return {};
  return glyphs;
}

bool is_x_high(const std::string& sign) {
  return sign.size() == 1 && std::string_view("acemnorsuvwxz").find(sign[0]) != std::string_view::npos;
}

// A line's x-height as the engine fitted it is the scan's; where it has none, its capitals tell.
LineLayout layout_of(const document::Line& line, const document::WordPlace* first, const document::WordPlace* last,
                     std::string_view raw) {
  LineLayout layout;
  layout.span = {first->span.begin, (last - 1)->span.end};
  for (const document::WordPlace* place = first; place != last; ++place) {
    const document::Word& word = line.words[place->word];
    layout.words.push_back({place->span, static_cast<double>(word.box.x), static_cast<double>(word.box.right()),
                            glyphs_of(word.best(), place->span.begin)});
  }
  layout.text = std::string(layout.span.of(raw));
  document::Box box;
  for (const document::Word& word : line.words)
    if (!word.best().text.empty()) box = united(box, word.box);
  layout.left = box.x;
  layout.right = box.right();
  layout.top = box.y;
  layout.bottom = box.bottom();
  layout.baseline = line.baseline.y0 == 0 && line.baseline.y1 == 0 ? box.bottom() : middle_of(line.baseline);
  layout.x_height = x_height_of(line);
  return layout;
}

std::vector<PageLayout> scan_layouts(const document::Document& document, const RaisedInLine& raised) {
  std::vector<PageLayout> pages(document.pages.size());
  for (std::size_t p = 0; p < pages.size(); ++p) {
    pages[p].number = document.pages[p].number;
    pages[p].width = document.pages[p].width_px;
    pages[p].height = document.pages[p].height_px;
  }
  const auto& places = document.raw.places();
  for (std::size_t first = 0; first < places.size();) {
    const document::WordPlace& place = places[first];
    std::size_t last = first;
    const auto is_same_line = [&](const document::WordPlace& other) {
      return other.page == place.page && other.block == place.block && other.paragraph == place.paragraph &&
             other.line == place.line;
    };
    while (last < places.size() && is_same_line(places[last])) ++last;
    const document::Line& line = document::line_at(document, place);
    pages[place.page].lines.push_back(
        layout_of(line, places.data() + first, places.data() + last, document.raw.text()));
    if (raised) pages[place.page].lines.back().raised = raised(place.page, line);
    first = last;
  }
  for (PageLayout& page : pages) measure(page);
  return pages;
}

}  // namespace

double x_height_of(const document::Line& line) {
  std::vector<double> heights;
  document::Box box;
  for (const document::Word& word : line.words) {
    box = united(box, word.box);
    for (const document::CharacterReading& character : word.best().characters)
      if (is_x_high(character.text) && character.box.height > 0) heights.push_back(character.box.height);
  }
  const double fitted = line.x_height_px > 0 ? line.x_height_px : 0.7 * box.height;
  // Boxes that engines draw around a letter often take in its neighbours, so most are too high: the lower third tells.
  constexpr std::size_t kFewest = 6;
  if (heights.size() < kFewest) return fitted;
  const auto third = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 3);
  std::nth_element(heights.begin(), third, heights.end());
  return *third<0.88 * fitted&& * third> 0.4 * fitted ? *third : fitted;
}

std::vector<PageLayout> text_layouts(std::string_view text) {
  std::vector<PageLayout> pages(1);
  std::size_t row = 0;
  for (std::size_t begin = 0; begin < text.size(); ++row) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text[begin] == '\f') {
      pages.emplace_back();
      pages.back().number = static_cast<int>(pages.size());
      row = 0;
    }
    std::size_t first = begin, last = end;
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; };
    while (first < last && is_blank(text[first])) ++first;
    while (last > first && is_blank(text[last - 1])) --last;
    PageLayout& page = pages.back();
    page.height = kLineHeight * static_cast<double>(row + 1);
    if (first < last) {
      LineLayout line;
      line.span = {first, last};
      line.text = std::string(line.span.of(text));
      line.left = kCellWidth * static_cast<double>(first - begin);
      line.right = line.left + kCellWidth * static_cast<double>(text::count_code_points(line.text));
      line.baseline = page.height;
      line.top = line.baseline - 1.5 * kTextXHeight;
      line.bottom = line.baseline;
      line.x_height = kTextXHeight;
      page.width = std::max(page.width, line.right);
      page.lines.push_back(line);
    }
    begin = end + 1;
  }
  for (PageLayout& page : pages) {
    measure(page);
    page.pitch = kLineHeight;
  }
  return pages;
}

std::vector<PageLayout> page_layouts(const document::Document& document, const RaisedInLine& raised) {
  return document.kind == document::SourceKind::kScan ? scan_layouts(document, raised)
                                                      : text_layouts(document.raw.text());
}

}  // namespace emend::layout
