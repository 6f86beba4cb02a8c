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

TypedLines read_typed_lines(document::Page general, document::Page special, Engine& engine,
                            const image::Picture& picture, const LineChoice& choice) {
  set_witness(general, 0);
  set_witness(special, 1);
  const image::TextLines found = image::find_text_lines(picture);
  std::vector<image::TextLine> lines;
  std::vector<Line> places;
  for (const image::TextLine& line : found.lines) {
    if (line.tall_px < kLowest * found.tall_px || line.tall_px > kHighest * found.tall_px) continue;
    lines.push_back(line);
    places.push_back(place_of(line));
  }
  const PlacedWords general_words(general, places, found.tall_px), special_words(special, places, found.tall_px);
  std::vector<Line> parts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line = special_words.at(i, places[i]);
    Line other = general_words.at(i, places[i]);
    if (lines[i].letters >= kFewestPieces && is_in_doubt(line, lines[i])) {
      std::optional<Line> again = read_line_again(engine, picture, lines[i], found.tall_px);
      if (again && worth_of(*again, lines[i].letters) > worth_of(line, lines[i].letters)) std::swap(line, *again);
      if (again) add_readings(line, *again);
    }
    if (is_general_better(other, line, lines[i].letters, choice)) std::swap(line, other);
    if (line.words.empty()) continue;
    add_readings(line, other);
    parts.push_back(std::move(line));
  }
  for (const PlacedWords* words : {&special_words, &general_words})
    for (Line& line : words->rest()) add_rest(std::move(line), parts);
  drop_double_words(parts, found.pitch_px);
  return {std::move(parts), found.tall_px};
}

document::Page read_typed_page(document::Page general, document::Page special, Engine& engine,
                               const image::Picture& picture, const LineChoice& choice) {
  auto [parts, tall_px] = read_typed_lines(general, std::move(special), engine, picture, choice);
  if (parts.empty()) {
    set_witness(general, 0);
    return general;
  }
  mark_what_is_no_text(parts);
  part_spaced_letters(parts, scale_of(parts).pitch_px);
  // What is no text plays no part in the order, and is kept behind it.
  const auto no_text = std::stable_partition(parts.begin(), parts.end(), has_text);
  document::Block unread = unread_block({no_text, parts.end()});
  parts.erase(no_text, parts.end());
  general.blocks = blocks_in_order(std::move(parts), tall_px);
  if (!unread.paragraphs.empty()) general.blocks.push_back(std::move(unread));
  return general;
}

}  // namespace emend::ocr
