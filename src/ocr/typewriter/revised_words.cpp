#include "ocr/typewriter/revised_words.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::CharacterReading;
using document::Reading;
using document::Word;

// A word to be: letters [first, last).
struct Range {
  std::size_t first, last;
};

std::vector<Range> ranges_of(const std::vector<RevisedLetter>& letters) {
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == 0 || letters[i].starts_word) ranges.push_back({i, i});
    ranges.back().last = i + 1;
  }
  return ranges;
}

std::string text_of(const std::vector<RevisedLetter>& letters, Range range) {
  std::string text;
  for (std::size_t i = range.first; i < range.last; ++i) text += letters[i].character.text;
  return text;
}

bool is_as_before(const Word& word, const std::vector<RevisedLetter>& letters, Range range) {
  for (std::size_t i = range.first; i < range.last; ++i)
    if (letters[i].is_changed || letters[i].word != letters[range.first].word) return false;
  return text_of(letters, range) == word.best().text;
}

std::string letters_in(std::string_view word) {
  std::string letters;
  for (std::size_t offset = 0; offset < word.size();) {
    const text::Decoded decoded = text::decode_at(word, offset);
    if (text::is_letter(decoded.code_point)) letters += word.substr(offset, decoded.size);
    offset += decoded.size;
  }
  return letters;
}

// The characters of `reading` from one place along the line to another, as a reading; without text where there are
// none.
Reading part_of(const Reading& reading, const LineFrame& frame, double from_px, double to_px) {
  Reading part;
  part.witness = reading.witness;
  part.confidence = reading.confidence;
  for (const CharacterReading& character : reading.characters) {
    const double along = frame.along_middle(character.box);
    if (along < from_px || along >= to_px) continue;
    part.text += character.text;
    part.characters.push_back(character);
  }
  return part;
}

Word revised_word(const document::Line& line, const LineFrame& frame, const std::vector<RevisedLetter>& letters,
                  Range range, std::size_t witness) {
  constexpr double kEnd = std::numeric_limits<double>::max();
  const std::size_t first = letters[range.first].word, last = letters[range.last - 1].word;
  Word word = line.words[first];
  Reading revised;
  revised.witness = witness;
  revised.confidence = word.best().confidence;
  word.readings.clear();
  word.box = {};
  bool is_changed = false;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const CharacterReading& character = letters[i].character;
    revised.text += character.text;
    revised.characters.push_back(character);
    word.box = document::united(word.box, character.box);
    is_changed = is_changed || letters[i].is_changed;
  }
  for (std::size_t w = first; w <= last; ++w)
    revised.confidence = std::min(revised.confidence, line.words[w].best().confidence);
  word.readings.push_back(std::move(revised));

  // Where another word begins or ends inside one that the engine read, that one is cut in the middle between them.
  const auto along = [&](std::size_t i) { return frame.along_middle(letters[i].character.box); };
  const bool is_cut_before = range.first > 0 && letters[range.first - 1].word == first;
  const bool is_cut_behind = range.last < letters.size() && letters[range.last].word == last;
  const double from = is_cut_before ? (along(range.first - 1) + along(range.first)) / 2 : -kEnd;
  const double to = is_cut_behind ? (along(range.last - 1) + along(range.last)) / 2 : kEnd;
  for (const Reading& before : line.words[first].readings) {
    Reading kept = before;
    if (is_cut_before || (is_cut_behind && first == last))
      kept = part_of(before, frame, from, first == last ? to : kEnd);
    bool is_whole = !kept.text.empty();
    for (std::size_t w = first + 1; w <= last && is_whole; ++w) {
      const auto& readings = line.words[w].readings;
      const auto same = std::find_if(readings.begin(), readings.end(),
                                     [&](const Reading& one) { return one.witness == before.witness; });
      is_whole = same != readings.end();
      if (!is_whole) break;
      const Reading next = w == last && is_cut_behind ? part_of(*same, frame, -kEnd, to) : *same;
      kept.text += next.text;
      kept.characters.insert(kept.characters.end(), next.characters.begin(), next.characters.end());
      kept.confidence = std::min(kept.confidence, next.confidence);
    }
    if (is_whole) word.readings.push_back(std::move(kept));
  }
  // What the engine's dictionary knew was another word.
  if (word.readings.size() < 2 || letters_in(word.readings[1].text) != letters_in(word.readings.front().text))
    word.is_in_engine_dictionary = false;
  return word;
}

// Nothing is here; what the engine saw is kept. A word that never had letters is none of the typewriter's: the mark of
// a bar stays.
Word empty_word(const Word& before, std::size_t witness) {
  if (before.best().characters.empty()) return before;
  Word word = before;
  word.readings.insert(word.readings.begin(), Reading{witness, "", before.best().confidence, {}});
  return word;
}

}  // namespace

std::vector<Word> revised_words(const document::Line& line, const LineFrame& frame,
                                const std::vector<RevisedLetter>& letters, std::size_t witness) {
  std::vector<Word> words;
  std::size_t next = 0;  // of the engine's words: the first that has no place yet
  const auto leave_empty_up_to = [&](std::size_t end) {
    for (; next < end; ++next) words.push_back(empty_word(line.words[next], witness));
  };
  for (const Range range : ranges_of(letters)) {
    const Word& before = line.words[letters[range.first].word];
    leave_empty_up_to(letters[range.first].word);
    next = std::max(next, letters[range.last - 1].word + 1);
    words.push_back(is_as_before(before, letters, range) ? before : revised_word(line, frame, letters, range, witness));
  }
  leave_empty_up_to(line.words.size());
  return words;
}

}  // namespace emend::ocr
