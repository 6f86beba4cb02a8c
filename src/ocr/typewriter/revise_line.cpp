#include "ocr/typewriter/revise_line.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ocr/typewriter/revised_words.h"

namespace emend::ocr {
namespace {

using document::CharacterReading;

// Probabilities from which a letter is changed, found where none was read, or dropped.
constexpr double kChange = 0.85;
constexpr double kFind = 0.9;
constexpr double kFindMark = 0.5;
constexpr double kDrop = 0.95;
// A letter below this has its alternatives weighed; of them, those from the second on.
constexpr double kDoubtful = 0.97;
constexpr double kWorthTelling = 0.01;
// In LetterShapes' units: what is farther from a letter is not that letter, whatever else it is.
constexpr float kFarthest = 3;
// A mark of little ink is far from the mark on a page where strikes are all alike, but less far than this share of how
// far it is from the blank.
constexpr float kFaintMark = 0.5F;
// Cells between two words with one of a single letter between them: two spaces behind a full stop at most.
constexpr std::size_t kMostAroundLoneLetter = 4;
// The letter that was read fits its cell up to here where none is nearer; elsewhere as far as another is nearer by so
// much at most.
constexpr float kFarthestOfNearest = 5;
constexpr float kNearlyNearest = 1.5F;
// A blank cell is nearer to the blank than to every letter by this.
constexpr float kBlankBy = 3;
// Both letters beside a space that is not there are as near as this.
constexpr float kWellStruck = 2.5F;
// Stamps, handwriting or no grid after all: a line of which fewer letters fit is left alone.
constexpr double kShareThatFits = 0.6;
constexpr std::size_t kFewestLetters = 4;
// The cell of a letter found, from its foot to its head, in pitches.
constexpr double kFoot = -0.3, kHead = 1.2;

class Reviser {
 public:
  Reviser(const TypedLine& line, const LetterShapes& shapes, const ShapeEvidence& evidence)
      : line_(line), shapes_(shapes), evidence_(evidence), is_taken_(line.distances.size(), false) {
    for (const auto& cell : line.cells)
      if (cell) is_taken_[*cell] = true;
    for (std::size_t i = 0; i < line.places.size(); ++i) shape_of_.push_back(shapes.index_of(line.character(i).text));
  }

  bool stands_on_grid() const {
    std::size_t fit = 0, known = 0;
    for (std::size_t i = 0; i < line_.places.size(); ++i)
      if (shape_of_[i]) {
        ++known;
        if (fits(i)) ++fit;
      }
    return known >= kFewestLetters && static_cast<double>(fit) >= kShareThatFits * static_cast<double>(known);
  }

  void revise() {
    for (std::size_t i = 0; i < line_.places.size(); ++i) {
      if (is_second_in_cell(i)) {
        ++revisions_.letters_dropped;
        continue;
      }
      RevisedLetter letter{line_.character(i),
                           line_.places[i].word,
                           line_.cells[i],
                           line_.starts_word(i) || was_mark_dropped_,
                           false,
                           fits(i)};
      was_mark_dropped_ = false;
      if (letter.cell) {
        const std::size_t cell = *letter.cell;
        look_between(letter, i);
        if (shape_of_[i] && !reconsider(letter, cell, i)) continue;
      }
      letters_.push_back(std::move(letter));
    }
    if (!letters_.empty() && letters_.back().cell && letters_.back().fits)
      if (const std::size_t cell = *letters_.back().cell + 1; cell < line_.distances.size())
        find(cell, line_.places.size() - 1, letters_.back().word, false);
  }

  const std::vector<RevisedLetter>& letters() const { return letters_; }
  const Revisions& revisions() const { return revisions_; }

 private:
  bool fits(std::size_t i) const {
    if (!line_.cells[i] || !shape_of_[i]) return false;
    const LetterDistances& cell = line_.distances[*line_.cells[i]];
    const std::size_t looks = nearest(cell);
    if (looks == *shape_of_[i]) return cell[looks] < kFarthestOfNearest;
    return std::min(cell[*shape_of_[i]], cell[looks] + kNearlyNearest) < kFarthest;
  }

  // Two letters were read where one stands; the other one has the cell.
  bool is_second_in_cell(std::size_t i) const {
    if (line_.cells[i] || line_.starts_word(i) || line_.ends_word(i)) return false;
    return fits(i - 1) && fits(i + 1) && *line_.cells[i - 1] + 1 == *line_.cells[i + 1];
  }

  // The cells between the letter before and this one: letters that were overlooked, spaces.
  void look_between(RevisedLetter& letter, std::size_t i) {
    if (letters_.empty() || !letters_.back().cell) return;
    const bool starts_word = line_.starts_word(i), fits_before = letters_.back().fits;
    const std::size_t from = *letters_.back().cell + 1, to = *letter.cell;
    bool are_blank = true;
    for (std::size_t cell = from; cell < to; ++cell) {
      if (is_taken_[cell]) continue;
      const bool touches_before = *letters_.back().cell + 1 == cell, touches_after = cell + 1 == to;
      if ((touches_before && letters_.back().fits) || (touches_after && letter.fits)) {
        const std::size_t word = touches_before ? letters_.back().word : letter.word;
        if (find(cell, starts_word ? std::optional(i - 1) : std::nullopt, word, !touches_before)) {
          // A letter that touches only what follows begins that word.
          if (!touches_before) letter.starts_word = false;
          are_blank = false;
          continue;
        }
      }
      if (!touches_before && !touches_after && starts_word && to - from <= kMostAroundLoneLetter && fits_before &&
          letter.fits)
        if (const std::optional<Found> found = word_in(cell)) add(*found, cell, letter.word, true);
      if (!is_blank(cell)) are_blank = false;
    }
    if (to > from && are_blank && !letter.starts_word && fits_before && letter.fits) {
      letter.starts_word = true;
      ++revisions_.spaces_found;
    } else if (to == from && starts_word && letter.starts_word && is_well_struck(letters_.back()) &&
               is_well_struck(letter)) {
      letter.starts_word = false;
      ++revisions_.spaces_dropped;
    }
  }

  bool is_blank(std::size_t cell) const {
    const LetterDistances& distances = line_.distances[cell];
    for (std::size_t m = 0; m < distances.size(); ++m)
      if (m != evidence_.blank() && distances[m] < distances[evidence_.blank()] + kBlankBy) return false;
    return true;
  }

  bool is_well_struck(const RevisedLetter& letter) const {
    const auto shape = shapes_.index_of(letter.character.text);
    return letter.cell && shape && line_.distances[*letter.cell][*shape] < kWellStruck;
  }

  struct Found {
    std::size_t letter;
    double probability;
  };

  // The mark that was overlooked behind character `i`, the last of a word.
  std::optional<Found> mark_behind(std::size_t i, std::size_t cell) const {
    const std::vector<double> meant = evidence_.behind_word(line_.distances[cell], evidence_.room_behind(line_, i));
    const auto best = static_cast<std::size_t>(std::max_element(meant.begin(), meant.end()) - meant.begin());
    const LetterDistances& distances = line_.distances[cell];
    const float farthest = std::max(kFarthest, kFaintMark * distances[evidence_.blank()]);
    if (!evidence_.is_mark(best) || distances[best] > farthest || meant[best] < kFindMark) return std::nullopt;
    return Found{best, meant[best]};
  }

  // The word of one letter that was overlooked in a cell of its own.
  std::optional<Found> word_in(std::size_t cell) const {
    const std::vector<double> meant = evidence_.between_words(line_.distances[cell]);
    const auto best = static_cast<std::size_t>(std::max_element(meant.begin(), meant.end()) - meant.begin());
    const LetterDistances& distances = line_.distances[cell];
    const auto looks_blank = [&](std::size_t at) { return nearest(line_.distances[at]) == evidence_.blank(); };
    if (!looks_blank(cell - 1) || !looks_blank(cell + 1)) return std::nullopt;
    if (best == evidence_.blank() || nearest(distances) != best || distances[best] > kFarthest || meant[best] < kFind)
      return std::nullopt;
    return Found{best, meant[best]};
  }

  // The letter that was overlooked in a cell.
  std::optional<Found> letter_in(std::size_t cell, bool is_between_words) const {
    const LetterDistances& distances = line_.distances[cell];
    const std::size_t looks = nearest(distances);
    if (looks == evidence_.blank() || distances[looks] > kFarthest) return std::nullopt;
    if (is_between_words && evidence_.is_mark(looks)) return std::nullopt;
    const double sure = evidence_.missed(distances, looks);
    return sure < kFind ? std::nullopt : std::optional(Found{looks, sure});
  }

  // Adds what was overlooked in a cell behind character `i`, if anything was.
  bool find(std::size_t cell, std::optional<std::size_t> behind_word, std::size_t word, bool starts_word) {
    std::optional<Found> found;
    if (behind_word && line_.cells[*behind_word] && *line_.cells[*behind_word] + 1 == cell)
      found = mark_behind(*behind_word, cell);
    if (!found) found = letter_in(cell, behind_word.has_value());
    if (!found) return false;
    add(*found, cell, word, starts_word);
    return true;
  }

  void add(const Found& found, std::size_t cell, std::size_t word, bool starts_word) {
    const double middle = line_.grid->cells[cell].middle_px, pitch = line_.grid->pitch_px;
    const document::Box box =
        line_.grid->frame.box_of(middle - pitch / 2, middle + pitch / 2, kFoot * pitch, kHead * pitch);
    letters_.push_back({{shapes_.letters()[found.letter], static_cast<float>(found.probability), box, {}},
                        word,
                        cell,
                        starts_word,
                        true,
                        true});
    ++revisions_.letters_found;
  }

  // What the letter's cell says of it. False: there is no letter.
  bool reconsider(RevisedLetter& letter, std::size_t cell, std::size_t i) {
    const std::size_t read = *shape_of_[i];
    const LetterDistances& distances = line_.distances[cell];
    const std::vector<double> meant = evidence_.meant(distances, read, line_.word_of(i).is_in_engine_dictionary);
    const auto best = static_cast<std::size_t>(std::max_element(meant.begin(), meant.end()) - meant.begin());
    if (best == evidence_.blank() && evidence_.is_mark(read) && meant[best] >= kDrop && distances[best] < kFarthest) {
      // Between two letters it was a blot in a space.
      was_mark_dropped_ = !line_.starts_word(i) && !line_.ends_word(i);
      ++revisions_.letters_dropped;
      return false;
    }
    if (meant[read] > kDoubtful) return true;
    weigh(letter.character, meant, read);
    letter.is_changed = true;
    if (best == read || best == evidence_.blank() || meant[best] < kChange || distances[best] >= kFarthest ||
        evidence_.cannot_tell(read, best)) {
      ++revisions_.letters_weighed;
      return true;
    }
    CharacterReading& character = letter.character;
    std::erase_if(character.alternatives, [&](const auto& other) { return other.text == shapes_.letters()[best]; });
    character.alternatives.insert(character.alternatives.begin(), {character.text, character.confidence});
    character.text = shapes_.letters()[best];
    character.confidence = static_cast<float>(meant[best]);
    ++revisions_.letters_changed;
    return true;
  }

  void weigh(CharacterReading& character, const std::vector<double>& meant, std::size_t read) const {
    character.confidence = std::min(character.confidence, static_cast<float>(meant[read]));
    for (std::size_t m = 0; m < meant.size(); ++m) {
      if (m == read || m == evidence_.blank() || meant[m] < kWorthTelling) continue;
      const std::string& text = shapes_.letters()[m];
      auto& others = character.alternatives;
      auto other = std::find_if(others.begin(), others.end(), [&](const auto& one) { return one.text == text; });
      if (other == others.end()) other = others.insert(others.end(), {text, 0});
      other->confidence = std::max(other->confidence, static_cast<float>(meant[m]));
    }
    std::stable_sort(character.alternatives.begin(), character.alternatives.end(),
                     [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  }

  const TypedLine& line_;
  const LetterShapes& shapes_;
  const ShapeEvidence& evidence_;
  std::vector<bool> is_taken_;                        // of each cell
  std::vector<std::optional<std::size_t>> shape_of_;  // of each character
  std::vector<RevisedLetter> letters_;
  bool was_mark_dropped_ = false;
  Revisions revisions_;
};

bool is_nothing(const Revisions& revisions) {
  return revisions.letters_changed + revisions.letters_found + revisions.letters_dropped + revisions.spaces_found +
             revisions.spaces_dropped + revisions.letters_weighed ==
         0;
}

}  // namespace

Revisions& Revisions::operator+=(const Revisions& other) {
  letters_changed += other.letters_changed;
  letters_found += other.letters_found;
  letters_dropped += other.letters_dropped;
  spaces_found += other.spaces_found;
  spaces_dropped += other.spaces_dropped;
  letters_weighed += other.letters_weighed;
  return *this;
}

std::optional<RevisedLine> revised_line(const TypedLine& line, const LetterShapes& shapes,
                                        const ShapeEvidence& evidence, std::size_t witness) {
  Reviser reviser(line, shapes, evidence);
  if (!reviser.stands_on_grid()) return std::nullopt;
  reviser.revise();
  if (is_nothing(reviser.revisions()) || reviser.letters().empty()) return std::nullopt;
  return RevisedLine{revised_words(*line.line, line.grid->frame, reviser.letters(), witness), reviser.revisions()};
}

}  // namespace emend::ocr
