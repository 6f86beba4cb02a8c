#include "ocr/read_line_again.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "image/cut_line.h"
#include "image/line_variants.h"
#include "ocr/line_evidence.h"
#include "ocr/merge_lines.h"
#include "ocr/placed_words.h"
#include "ocr/way_back.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Line;
using document::Word;

// A line is read again when the reading of the whole page is less sure of it, or finds fewer or more characters than
// this, for one piece of ink.
constexpr double kSureLine = 0.88;
constexpr double kFewestForAPiece = 0.75;
constexpr double kMostForAPiece = 1.5;
// Handwriting may stand in so little order, and the few pieces of a stamp in any.
constexpr double kOrderOfFaintType = 0.25;
constexpr std::size_t kManyPieces = 6;
// In the line's usual heights: pieces of ink between these are letters. A word covers one by so much of its width.
constexpr double kLeastLetter = 0.7;
constexpr double kLargestLetter = 1.5;
constexpr double kCovered = 0.5;
// Words that are less sure than this speak against a reading, the more the longer they are.
constexpr double kEvenConfidence = 0.45;
// So does each piece of ink beyond the characters: three dots are no reading of three words.
constexpr double kForUnreadPiece = 0.3;

std::size_t characters_of(const Line& line) {
  std::size_t count = 0;
  for (const Word& word : line.words) count += text::count_code_points(word.best().text);
  return count;
}

bool is_unsure(const Line& line, const image::TextLine& at) {
  if (line.words.empty() || evidence_of(line).confidence < kSureLine) return true;
  const double for_a_piece = static_cast<double>(characters_of(line)) / static_cast<double>(at.letters);
  return for_a_piece < kFewestForAPiece || for_a_piece > kMostForAPiece;
}

// Whether no word stands where a piece of ink does that is as large as a letter.
bool leaves_letters(const Line& line, const image::TextLine& at) {
  return std::any_of(at.pieces.begin(), at.pieces.end(), [&](const document::Box& piece) {
    if (piece.height < kLeastLetter * at.height_px || piece.height > kLargestLetter * at.tall_px) return false;
    return std::none_of(line.words.begin(), line.words.end(), [&](const Word& word) {
      return shared_part(word.box.x, word.box.right(), piece.x, piece.right()) > kCovered;
    });
  });
}

void set_witness(Line& line, std::size_t witness) {
  for (Word& word : line.words)
    for (document::Reading& reading : word.readings) reading.witness = witness;
}

// A line's strip, and the way back from it.
class CutOut {
 public:
  CutOut(const image::Picture& picture, const image::TextLine& at, double tall_px)
      : at_(at),
        height_px_(std::max(at.tall_px, std::min(tall_px, 1.5 * at.tall_px))),
        cut_(image::cut_line(picture, at, image::room_of_line(height_px_))),
        way_back_(cut_.to_page, picture.width_px(), picture.height_px()) {}

  double height_px() const { return height_px_; }
  const image::Picture& strip() const { return cut_.strip; }

  // None where the engine fails or sees no word.
  std::optional<Line> read(Engine& engine, const image::Picture& strip, std::size_t witness) const {
    if (strip.is_empty()) return std::nullopt;
    auto line = engine.read_line(strip);
    if (!line || line->words.empty()) return std::nullopt;
    way_back_.map(*line);
    Line placed = place_of(at_);
    placed.words = std::move(line->words);
    set_witness(placed, witness);
    return placed;
  }

 private:
  const image::TextLine& at_;
  double height_px_;
  image::LineCut cut_;
  WayBack way_back_;
};

}  // namespace

double worth_of(const Word& word) {
  const auto length = static_cast<double>(text::count_code_points(word.best().text));
  return (length + 1) * (static_cast<double>(word.best().confidence) - kEvenConfidence);
}

double worth_of(const Line& line, std::size_t pieces) {
  const auto unread = static_cast<double>(pieces) - static_cast<double>(characters_of(line));
  double worth = -kForUnreadPiece * std::max(0.0, unread);
  for (const Word& word : line.words) worth += worth_of(word);
  return worth;
}

bool is_in_doubt(const Line& line, const image::TextLine& at) {
  return is_unsure(line, at) || leaves_letters(line, at);
}

std::optional<Line> read_line_again(Engine& engine, const image::Picture& picture, const image::TextLine& at,
                                    double tall_px) {
  const CutOut cut(picture, at, tall_px);
  std::vector<Line> readings;
  const auto read = [&](const image::Picture& strip, std::size_t witness) {
    if (std::optional<Line> line = cut.read(engine, strip, witness)) readings.push_back(std::move(*line));
  };
  read(cut.strip(), kLineWitness);
  // What does not look like type and is not read as text is hardly any. Letters of little ink are in pieces, and their
  // lines in little order.
  const bool looks_like_type = at.order >= kOrderOfFaintType && (image::is_orderly(at) || at.letters >= kManyPieces);
  const bool is_hopeless = !looks_like_type && (readings.empty() || worth_of(readings.front(), at.letters) <= 0);
  // Ink without a word is there in every variant.
  const auto is_sure = [&] { return !readings.empty() && !is_unsure(readings.back(), at); };
  if (!is_hopeless && !is_sure()) {
    std::size_t witness = kLineWitness;
    for (const image::LineVariant& variant : image::line_variants(cut.strip(), cut.height_px())) {
      read(variant.strip, ++witness);
      if (is_sure()) break;
    }
  }
  if (readings.empty()) return std::nullopt;
  std::stable_sort(readings.begin(), readings.end(),
                   [&](const Line& a, const Line& b) { return worth_of(a, at.letters) > worth_of(b, at.letters); });
  Line best = std::move(readings.front());
  for (std::size_t i = 1; i < readings.size(); ++i) add_readings(best, readings[i]);
  return best;
}

std::optional<Line> read_single_line(Engine& engine, std::size_t witness, const image::Picture& picture,
                                     const image::TextLine& at, double tall_px) {
  const CutOut cut(picture, at, tall_px);
  return cut.read(engine, cut.strip(), witness);
}

}  // namespace emend::ocr
