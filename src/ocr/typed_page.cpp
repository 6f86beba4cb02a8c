#include "ocr/typed_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "image/cut_line.h"
#include "image/line_variants.h"
#include "image/text_lines.h"
#include "ocr/line_evidence.h"
#include "ocr/line_order.h"
#include "ocr/no_text.h"
#include "ocr/way_back.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// A word stands in a line that covers so much of its width, and whose middle is no farther from the
// word's than so many heights of capitals.
constexpr double kInLine = 0.5;
constexpr double kOffTheLine = 0.6;
// Letters of a page's text are this high, in usual heights of its capitals; what is smaller or larger is not cut out.
constexpr double kLowest = 0.45;
constexpr double kHighest = 2.2;
// A line is read again when the reading of the whole page is less sure of it, or finds fewer or more characters than
// this, for one piece of ink.
constexpr double kSureLine = 0.88;
constexpr double kFewestForAPiece = 0.75;
constexpr double kMostForAPiece = 1.5;
// Fewer pieces of ink are no line worth reading again.
constexpr std::size_t kFewestPieces = 3;
// Words that are less sure than this speak against a reading, the more the longer they are.
constexpr double kEvenConfidence = 0.45;

double shared(int a_begin, int a_end, int b_begin, int b_end) {
  const int smaller = std::min(a_end - a_begin, b_end - b_begin);
  return smaller <= 0 ? 0 : (std::min(a_end, b_end) - std::max(a_begin, b_begin)) / static_cast<double>(smaller);
}

void set_witness(document::Page& page, std::size_t witness) {
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (Line& line : paragraph.lines)
        for (Word& word : line.words)
          for (document::Reading& reading : word.readings) reading.witness = witness;
}

document::Box box_of_words(const Line& line) {
  document::Box box;
  for (const Word& word : line.words) box = document::united(box, word.box);
  return box;
}

// What a reading of a line is worth: the characters that it is sure of, less those that it is not.
double worth_of(const Line& line) {
  double worth = 0;
  for (const Word& word : line.words) {
    const auto length = static_cast<double>(text::count_code_points(word.best().text));
    worth += (length + 1) * (static_cast<double>(word.best().confidence) - kEvenConfidence);
  }
  return worth;
}

double baseline_at(const Line& line, double x) {
  const document::Baseline& foot = line.baseline;
  if (foot.x1 <= foot.x0) return foot.y0;
  return foot.y0 + (foot.y1 - foot.y0) * (x - foot.x0) / (foot.x1 - foot.x0);
}

// The words of a page, each with the line that it stands in.
class PlacedWords {
 public:
  PlacedWords(const document::Page& page, const std::vector<Line>& places, double tall_px) {
    for (const document::Block& block : page.blocks)
      for (const document::Paragraph& paragraph : block.paragraphs)
        for (const Line& line : paragraph.lines)
          for (const Word& word : line.words) words_.push_back({&line, &word, nearest_to(word.box, places, tall_px)});
  }

  // The words in a place, from left to right.
  Line at(std::size_t place, const Line& shape) const {
    Line found = shape;
    found.words.clear();
    for (const Placed& placed : words_)
      if (placed.place == place) found.words.push_back(*placed.word);
    std::stable_sort(found.words.begin(), found.words.end(),
                     [](const Word& a, const Word& b) { return a.box.x < b.box.x; });
    return found;
  }

  // What stands in no place, line by line as the engine read it.
  std::vector<Line> rest() const {
    std::vector<Line> lines;
    const Line* current = nullptr;
    for (const Placed& placed : words_) {
      if (placed.place) continue;
      if (placed.line != current) {
        current = placed.line;
        lines.push_back(*current);
        lines.back().words.clear();
      }
      lines.back().words.push_back(*placed.word);
    }
    for (Line& line : lines) narrow(line);
    return lines;
  }

 private:
  struct Placed {
    const Line* line;
    const Word* word;
    std::optional<std::size_t> place;
  };

  // The line whose middle is nearest at the word's own place: boxes of lines that are not level cover their neighbours.
  static std::optional<std::size_t> nearest_to(const document::Box& box, const std::vector<Line>& places,
                                               double tall_px) {
    std::optional<std::size_t> nearest;
    double least = kOffTheLine * tall_px;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Line& place = places[i];
      // Of the word's own width: a comma that stands apart makes a place, too, and is none for the word above it.
      const int common = std::min(box.right(), place.box.right()) - std::max(box.x, place.box.x);
      if (common < kInLine * box.width) continue;
      const double off =
          std::abs(box.y + box.height / 2.0 - (baseline_at(place, box.x + box.width / 2.0) - tall_px / 2));
      if (off >= least) continue;
      least = off;
      nearest = i;
    }
    return nearest;
  }

  // Box and baseline of what is left of a line.
  static void narrow(Line& line) {
    line.box = box_of_words(line);
    const auto at = [whole = line](int x) { return static_cast<int>(baseline_at(whole, x)); };
    line.baseline = {line.box.x, at(line.box.x), line.box.right(), at(line.box.right())};
  }

  std::vector<Placed> words_;
};

Line place_of(const image::TextLine& found) {
  Line place;
  place.box = found.box;
  place.baseline = {found.box.x, static_cast<int>(found.baseline_left), found.box.right(),
                    static_cast<int>(found.baseline_right)};
  place.x_height_px = static_cast<float>(found.height_px);
  return place;
}

std::size_t characters_of(const Line& line) {
  std::size_t count = 0;
  for (const Word& word : line.words) count += text::count_code_points(word.best().text);
  return count;
}

bool is_in_doubt(const Line& line, std::size_t pieces) {
  if (line.words.empty() || evidence_of(line).confidence < kSureLine) return true;
  const double for_a_piece = static_cast<double>(characters_of(line)) / static_cast<double>(pieces);
  return for_a_piece < kFewestForAPiece || for_a_piece > kMostForAPiece;
}

void set_witness(Line& line, std::size_t witness) {
  for (Word& word : line.words)
    for (document::Reading& reading : word.readings) reading.witness = witness;
}

// The line cut out and read by itself, in pixels of the picture: the best of its readings, with the others' words as
// further readings. Restored variants are read only where the plain strip stays in doubt.
std::optional<Line> read_again(Engine& engine, const image::Picture& picture, const image::TextLine& at,
                               double tall_px) {
  const double height_px = std::max(at.tall_px, std::min(tall_px, 1.5 * at.tall_px));
  const image::LineCut cut = image::cut_line(picture, at, image::room_of_line(height_px));
  if (cut.strip.is_empty()) return std::nullopt;
  const WayBack way_back(cut.to_page, picture.width_px(), picture.height_px());
  std::vector<Line> readings;
  const auto read = [&](const image::Picture& strip, std::size_t witness) {
    auto line = engine.read_line(strip);
    if (!line || line->words.empty()) return;
    way_back.map(*line);
    Line placed = place_of(at);
    placed.words = std::move(line->words);
    set_witness(placed, witness);
    readings.push_back(std::move(placed));
  };
  read(cut.strip, kLineWitness);
  if (readings.empty() || is_in_doubt(readings.front(), at.letters)) {
    std::size_t witness = kLineWitness;
    for (const image::LineVariant& variant : image::line_variants(cut.strip, height_px)) read(variant.strip, ++witness);
  }
  if (readings.empty()) return std::nullopt;
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Line& a, const Line& b) { return worth_of(a) > worth_of(b); });
  Line best = std::move(readings.front());
  for (std::size_t i = 1; i < readings.size(); ++i) add_readings(best, readings[i]);
  return best;
}

// The word that stands where `box` is, or null.
Word* word_at(const document::Box& box, std::vector<Line>& parts) {
  for (Line& part : parts)
    for (Word& word : part.words)
      if (shared(word.box.x, word.box.right(), box.x, box.right()) > kInLine &&
          shared(word.box.y, word.box.bottom(), box.y, box.bottom()) > kInLine)
        return &word;
  return nullptr;
}

// Adds a line that stands in no place: what stands where another word does becomes a further reading of that one.
void add_rest(Line line, std::vector<Line>& parts) {
  std::erase_if(line.words, [&](const Word& word) {
    Word* there = word_at(word.box, parts);
    if (there != nullptr) there->readings.insert(there->readings.end(), word.readings.begin(), word.readings.end());
    return there != nullptr;
  });
  if (!line.words.empty()) parts.push_back(std::move(line));
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

document::Page typed_page(document::Page general, document::Page special, Engine& engine, const image::Picture& picture,
                          const LineChoice& choice) {
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
    if (lines[i].letters >= kFewestPieces && is_in_doubt(line, lines[i].letters)) {
      std::optional<Line> again = read_again(engine, picture, lines[i], found.tall_px);
      if (again && worth_of(*again) > worth_of(line)) std::swap(line, *again);
      if (again) add_readings(line, *again);
    }
    if (!other.words.empty() && !is_special_better(other, line, choice)) std::swap(line, other);
    if (line.words.empty()) continue;
    add_readings(line, other);
    parts.push_back(std::move(line));
  }
  for (const PlacedWords* words : {&special_words, &general_words})
    for (Line& line : words->rest()) add_rest(std::move(line), parts);
  if (parts.empty()) return general;
  mark_what_is_no_text(parts);
  // What is no text plays no part in the order, and is kept behind it.
  const auto no_text = std::stable_partition(parts.begin(), parts.end(), has_text);
  document::Block unread = unread_block({no_text, parts.end()});
  parts.erase(no_text, parts.end());
  general.blocks = blocks_in_order(std::move(parts), found.tall_px);
  if (!unread.paragraphs.empty()) general.blocks.push_back(std::move(unread));
  return general;
}

}  // namespace emend::ocr
