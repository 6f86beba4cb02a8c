#include "store/layout/layout_builder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "document/page_json.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

using document::Box;

// Beyond any scanner and any letter; what is larger is a mistake of the file.
constexpr int kLargestResolutionDpi = 10'000;
constexpr float kLargestFontSizePt = 1'000;

int pixels(double value) {
  return static_cast<int>(
      std::lround(std::clamp<double>(value, -document::kLargestCoordinate, document::kLargestCoordinate)));
}

// The part of the box that lies on the page; sides without an end where the page's size is unknown.
Box on_page(Box box, const document::Page& page) {
  const int right = page.width_px > 0 ? page.width_px : document::kLargestCoordinate;
  const int bottom = page.height_px > 0 ? page.height_px : document::kLargestCoordinate;
  const int x0 = std::clamp(box.x, 0, right);
  const int y0 = std::clamp(box.y, 0, bottom);
  const Box inside{x0, y0, std::clamp(box.right(), 0, right) - x0, std::clamp(box.bottom(), 0, bottom) - y0};
  return inside.is_empty() ? Box{} : inside;
}

// The part of the box that letters [first, last) of `count` take, as if all were of one width.
Box share_of(Box box, std::size_t first, std::size_t last, std::size_t count) {
  if (box.is_empty() || count == 0) return {};
  const auto at = [&](std::size_t letter) {
    return static_cast<int>(std::int64_t{box.width} * static_cast<std::int64_t>(letter) /
                            static_cast<std::int64_t>(count));
  };
  return {box.x + at(first), box.y, std::max(1, at(last) - at(first)), box.height};
}

// Words whose places the file does not tell stand in the line's box, or between their neighbours.
void fill_gaps(document::Line& line) {
  std::vector<document::Word>& words = line.words;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!words[first].box.is_empty()) continue;
    std::size_t last = first;
    while (last < words.size() && words[last].box.is_empty()) ++last;
    Box gap = line.box;
    if (first > 0 || last < words.size()) {
      if (first > 0) gap = document::united(gap, words[first - 1].box);
      if (last < words.size()) gap = document::united(gap, words[last].box);
      const int left = first > 0 ? words[first - 1].box.right() : gap.x;
      const int right = last < words.size() ? words[last].box.x : gap.right();
      gap = {left, gap.y, right - left, gap.height};
    }
    std::size_t letters = last - first - 1;
    for (std::size_t i = first; i < last; ++i) letters += text::count_code_points(words[i].best().text);
    std::size_t at = 0;
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t size = text::count_code_points(words[i].best().text);
      words[i].box = share_of(gap, at, at + size, letters);
      at += size + 1;
    }
    first = last;
  }
}

// Gives the number of words that are still without a place.
std::size_t place_words(document::Line& line, const document::Page& page) {
  fill_gaps(line);
  const bool had_box = !line.box.is_empty();
  std::size_t without_place = 0;
  for (document::Word& word : line.words) {
    word.box = on_page(word.box, page);
    if (word.box.is_empty()) ++without_place;
    if (!had_box) line.box = document::united(line.box, word.box);
  }
  if (!had_box) line.baseline = {line.box.x, line.box.bottom(), line.box.right(), line.box.bottom()};
  return without_place;
}

}  // namespace

float as_confidence(double value) { return value > 0 ? static_cast<float>(std::min(value, 1.0)) : 0; }

std::optional<double> number_of(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n+");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<double> numbers_of(std::string_view text) {
  constexpr std::string_view kGaps = " ,\t\r\n";
  std::vector<double> numbers;
  for (std::size_t at = text.find_first_not_of(kGaps); at != std::string_view::npos;
       at = text.find_first_not_of(kGaps, at)) {
    const std::size_t end = std::min(text.find_first_of(kGaps, at), text.size());
    if (const auto number = number_of(text.substr(at, end - at))) numbers.push_back(*number);
    at = end;
  }
  return numbers;
}

Box box_of(std::optional<double> x, std::optional<double> y, std::optional<double> width,
           std::optional<double> height) {
  if (!x || !y || !width || !height || !(*width > 0) || !(*height > 0)) return {};
  const int left = pixels(*x);
  const int top = pixels(*y);
  const Box box{left, top, pixels(*x + *width) - left, pixels(*y + *height) - top};
  return box.is_empty() ? Box{} : box;
}

Box box_around(const std::vector<double>& numbers) {
  if (numbers.size() < 4) return {};
  double x0 = numbers[0], x1 = numbers[0], y0 = numbers[1], y1 = numbers[1];
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    x0 = std::min(x0, numbers[i]);
    x1 = std::max(x1, numbers[i]);
    y0 = std::min(y0, numbers[i + 1]);
    y1 = std::max(y1, numbers[i + 1]);
  }
  return box_of(x0, y0, x1 - x0, y1 - y0);
}

void LayoutBuilder::begin_page(int width_px, int height_px, int resolution_dpi, std::string image) {
  document::Page page;
  page.number = static_cast<int>(file_.pages.size()) + 1;
  page.width_px = std::clamp(width_px, 0, document::kLargestCoordinate);
  page.height_px = std::clamp(height_px, 0, document::kLargestCoordinate);
  page.resolution_dpi = resolution_dpi > 0 && resolution_dpi <= kLargestResolutionDpi ? resolution_dpi : 0;
  file_.pages.push_back(std::move(page));
  file_.images.push_back(std::move(image));
}

document::Page& LayoutBuilder::page() {
  if (file_.pages.empty()) begin_page(0, 0, 0, {});
  return file_.pages.back();
}

document::Block& LayoutBuilder::block() {
  if (page().blocks.empty()) begin_block(document::BlockKind::kText, {});
  return page().blocks.back();
}

document::Paragraph& LayoutBuilder::paragraph() {
  if (block().paragraphs.empty()) begin_paragraph({});
  return block().paragraphs.back();
}

document::Line& LayoutBuilder::line() {
  if (paragraph().lines.empty()) begin_line({});
  return paragraph().lines.back();
}

void LayoutBuilder::begin_block(document::BlockKind kind, Box box) {
  page().blocks.push_back({kind, on_page(box, page()), {}});
}

void LayoutBuilder::begin_paragraph(Box box, bool is_left_to_right) {
  document::Paragraph made;
  made.box = on_page(box, page());
  made.is_left_to_right = is_left_to_right;
  block().paragraphs.push_back(std::move(made));
}

void LayoutBuilder::begin_line(Box box) {
  document::Line made;
  made.box = on_page(box, page());
  made.baseline = {made.box.x, made.box.bottom(), made.box.right(), made.box.bottom()};
  paragraph().lines.push_back(std::move(made));
}

void LayoutBuilder::set_baseline(double x0, double y0, double x1, double y1) {
  line().baseline = {pixels(x0), pixels(y0), pixels(x1), pixels(y1)};
}

void LayoutBuilder::set_x_height(double x_height_px) {
  if (x_height_px > 0 && x_height_px < document::kLargestCoordinate)
    line().x_height_px = static_cast<float>(x_height_px);
}

std::size_t LayoutBuilder::witness_for(bool has_confidence) {
  const auto found =
      std::find_if(file_.witnesses.begin(), file_.witnesses.end(),
                   [&](const document::Witness& witness) { return witness.tells_confidence == has_confidence; });
  if (found != file_.witnesses.end()) return static_cast<std::size_t>(found - file_.witnesses.begin());
  document::Witness witness = file_.witnesses.empty() ? document::Witness{} : file_.witnesses.front();
  witness.tells_confidence = has_confidence;
  file_.witnesses.push_back(std::move(witness));
  return file_.witnesses.size() - 1;
}

void LayoutBuilder::add_words(const std::vector<MarkupWord>& words, const WordFacts& facts) {
  const std::size_t witness = witness_for(facts.confidence.has_value());
  const float confidence = as_confidence(facts.confidence.value_or(0));
  std::size_t letters = words.empty() ? 0 : words.size() - 1;
  for (const MarkupWord& word : words) letters += text::count_code_points(word.text);
  std::size_t at = 0;
  for (const MarkupWord& given : words) {
    const std::size_t size = text::count_code_points(given.text);
    const bool is_last = &given == &words.back();
    document::Word word;
    word.box = on_page(share_of(facts.box, at, at + size, letters), page());
    at += size + 1;
    document::Reading reading{witness, given.text + (is_last ? facts.suffix : ""), confidence, {}};
    if (words.size() == 1) reading.characters = facts.characters;
    for (document::CharacterReading& character : reading.characters) character.box = on_page(character.box, page());
    word.readings.push_back(std::move(reading));
    if (words.size() == 1)
      for (const std::string& other : facts.others) word.readings.push_back({witness, other, 0, {}});
    if (facts.font_size_pt > 0 && facts.font_size_pt <= kLargestFontSizePt) word.font_size_pt = facts.font_size_pt;
    word.is_superscript = facts.is_superscript;
    word.is_italic = facts.is_italic;
    word.is_bold = facts.is_bold;
    word.whole_word = facts.whole_word;
    line().words.push_back(std::move(word));

    WordSource source;
    source.span = given.source;
    source.is_verbatim = given.is_verbatim;
    source.keeps_length = facts.keeps_length;
    source.quote = facts.quote;
    source.obstacle = facts.obstacle;
    if (given.is_literal && source.obstacle.empty()) source.obstacle = "it stands in a CDATA section";
    if (is_last) source.suffix = facts.suffix;
    if (!given.is_unbroken && source.obstacle.empty()) source.obstacle = "tags stand inside the word";
    file_.words.push_back(std::move(source));
  }
}

void LayoutBuilder::finish() {
  std::size_t without_place = 0;
  for (document::Page& page : file_.pages) {
    for (document::Block& block : page.blocks) {
      for (document::Paragraph& paragraph : block.paragraphs) {
        std::erase_if(paragraph.lines, [](const document::Line& line) { return line.words.empty(); });
        for (document::Line& line : paragraph.lines) {
          without_place += place_words(line, page);
          paragraph.box = document::united(paragraph.box, line.box);
        }
      }
      std::erase_if(block.paragraphs, [](const document::Paragraph& paragraph) { return paragraph.lines.empty(); });
      for (const document::Paragraph& paragraph : block.paragraphs)
        block.box = document::united(block.box, paragraph.box);
      if (page.width_px == 0 || page.height_px == 0) {
        page.width_px = std::max(page.width_px, block.box.right());
        page.height_px = std::max(page.height_px, block.box.bottom());
      }
    }
    std::erase_if(page.blocks, [](const document::Block& block) { return block.paragraphs.empty(); });
  }
  if (without_place > 0)
    file_.problems.push_back(
        {Severity::kWarning,
         {ErrorKind::kUnreadable, "", fmt::format("the file does not tell where {} of its words stand", without_place),
          "their changes are told without a piece of paper; export the file with coordinates"},
         0});
}

}  // namespace emend::store
