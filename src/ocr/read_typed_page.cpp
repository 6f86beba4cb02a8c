#include "ocr/read_typed_page.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "image/text_lines.h"
#include "ocr/double_words.h"
#include "ocr/letter_spacing.h"
#include "ocr/line_evidence.h"
#include "ocr/line_order.h"
#include "ocr/no_text.h"
#include "ocr/placed_words.h"
#include "ocr/read_line_again.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// Letters of a page's text are this high, in usual heights of its capitals; what is smaller or larger is not cut out.
constexpr double kLowest = 0.45;
constexpr double kHighest = 2.2;
// Fewer pieces of ink are no line worth reading again.
constexpr std::size_t kFewestPieces = 3;
// A line less sure than this is in doubt as a whole.
constexpr double kDoubtful = 0.5;
// With more of the ink in doubt than this, the general engine reads the whole page and not only the lines in doubt.
constexpr double kMostInDoubt = 0.25;
// Two words that share so much of their smaller sides stand in one place.
constexpr double kInOnePlace = 0.5;

void set_witness(document::Page& page, std::size_t witness) {
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (Line& line : paragraph.lines)
        for (Word& word : line.words)
          for (document::Reading& reading : word.readings) reading.witness = witness;
}

// The word that stands where `box` is, or null.
Word* word_at(const document::Box& box, std::vector<Line>& parts) {
  for (Line& part : parts)
    for (Word& word : part.words)
      if (shared_part(word.box.x, word.box.right(), box.x, box.right()) > kInOnePlace &&
          shared_part(word.box.y, word.box.bottom(), box.y, box.bottom()) > kInOnePlace)
        return &word;
  return nullptr;
}

// Adds a line that stands in no place: of a word that stands where another does, and of that one, the better reading
// goes before the other.
void add_rest(Line line, std::vector<Line>& parts) {
  std::erase_if(line.words, [&](const Word& word) {
    Word* there = word_at(word.box, parts);
    if (there == nullptr) return false;
    const bool is_better = worth_of(word) > worth_of(*there);
    if (is_better) there->box = word.box;
    there->readings.insert(is_better ? there->readings.begin() : there->readings.end(), word.readings.begin(),
                           word.readings.end());
    return true;
  });
  if (!line.words.empty()) parts.push_back(std::move(line));
}

// Where the special engine is in doubt itself, the usual margin in its favour is none.
bool is_general_better(const Line& general, const Line& special, std::size_t pieces, const LineChoice& choice) {
  if (general.words.empty()) return false;
  if (evidence_of(special).confidence < kDoubtful) return worth_of(general, pieces) > worth_of(special, pieces);
  return !is_special_better(general, special, choice);
}

bool looks_printed(const Line& line, const LineChoice& choice) {
  const FixedPitch pitch = fixed_pitch_of(line);
  return pitch.letters >= choice.fewest_letters && pitch.regularity < choice.printed_regularity;
}

// Of the pieces of ink, those in lines whose reading is in doubt.
double share_in_doubt(const std::vector<Line>& read, const std::vector<image::TextLine>& lines) {
  double all = 0, doubtful = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto pieces = static_cast<double>(lines[i].letters);
    all += pieces;
    if (is_in_doubt(read[i], lines[i])) doubtful += pieces;
  }
  return all > 0 ? doubtful / all : 0;
}

bool has_text(const Line& line) {
  return std::any_of(line.words.begin(), line.words.end(), [](const Word& word) { return !word.best().text.empty(); });
}

document::Block unread_block(std::vector<Line> lines) {
  document::Block block;
  block.kind = document::BlockKind::kOther;
  if (lines.empty()) return block;
  document::Paragraph paragraph;
  for (const Line& line : lines) paragraph.box = document::united(paragraph.box, line.box);
  paragraph.lines = std::move(lines);
  block.box = paragraph.box;
  block.paragraphs.push_back(std::move(paragraph));
  return block;
}

}  // namespace

TypedLines read_typed_lines(TypedPage page, Engine& general, Engine& special, const LineChoice& choice) {
  set_witness(page.special, 1);
  const double tall_px = page.found.tall_px;
  std::vector<image::TextLine> lines;
  std::vector<Line> places;
  for (const image::TextLine& line : page.found.lines) {
    if (line.tall_px < kLowest * tall_px || line.tall_px > kHighest * tall_px) continue;
    lines.push_back(line);
    places.push_back(place_of(line));
  }
  const PlacedWords special_words(page.special, places, tall_px);
  std::vector<Line> read;
  for (std::size_t i = 0; i < lines.size(); ++i) read.push_back(special_words.at(i, places[i]));
  if (!page.general && share_in_doubt(read, lines) > kMostInDoubt)
    if (auto whole = general.read(page.picture)) page.general = std::move(*whole);
  const bool is_read_twice = page.general.has_value();
  if (!is_read_twice) page.general.emplace();
  set_witness(*page.general, 0);
  const PlacedWords general_words(*page.general, places, tall_px);
  std::vector<Line> parts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t pieces = lines[i].letters;
    Line line = std::move(read[i]);
    Line other = general_words.at(i, places[i]);
    const bool is_doubtful = is_in_doubt(line, lines[i]);
    if (is_doubtful && pieces >= kFewestPieces) {
      std::optional<Line> again = read_line_again(special, page.picture, lines[i], tall_px);
      if (again && worth_of(*again, pieces) > worth_of(line, pieces)) std::swap(line, *again);
      if (again) add_readings(line, *again);
    }
    if (!is_read_twice && (is_in_doubt(line, lines[i]) || looks_printed(line, choice)))
      if (std::optional<Line> once = read_single_line(general, 0, page.picture, lines[i], tall_px))
        other = std::move(*once);
    if (is_general_better(other, line, pieces, choice)) std::swap(line, other);
    if (line.words.empty()) continue;
    add_readings(line, other);
    parts.push_back(std::move(line));
  }
  for (const PlacedWords* words : {&special_words, &general_words})
    for (Line& line : words->rest()) add_rest(std::move(line), parts);
  drop_double_words(parts, page.found.pitch_px);
  return {std::move(parts), tall_px};
}

document::Page read_typed_page(TypedPage page, Engine& general, Engine& special, const LineChoice& choice) {
  document::Page whole = page.general ? *page.general : page.special;
  set_witness(whole, page.general ? 0 : 1);
  auto [parts, tall_px] = read_typed_lines(std::move(page), general, special, choice);
  if (parts.empty()) return whole;
  mark_what_is_no_text(parts);
  part_spaced_letters(parts, scale_of(parts).pitch_px);
  // What is no text plays no part in the order, and is kept behind it.
  const auto no_text = std::stable_partition(parts.begin(), parts.end(), has_text);
  document::Block unread = unread_block({no_text, parts.end()});
  parts.erase(no_text, parts.end());
  whole.blocks = blocks_in_order(std::move(parts), tall_px);
  if (!unread.paragraphs.empty()) whole.blocks.push_back(std::move(unread));
  return whole;
}

}  // namespace emend::ocr
