#include "correct/lattice/word_evidence.h"

#include <algorithm>
#include <cmath>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// The log-odds of the confidence that is as usual for wrong words as for right ones (0.92), and what those on either
// side of it are worth; fitted, as the words of a text are no independent witnesses of it. docs/benchmarks.md has how.
constexpr double kNeutralLogOdds = 2.5;
constexpr double kWorthOfConfidence = 0.7;
constexpr double kMostDoubt = 2.5;
// Of one of the others being right: it is so once in 4 or 5 with its confidence close to that of the letter read, once
// in 200 with none (docs/benchmarks.md). The engine's figures are no probabilities: those of one place do not add up.
constexpr double kCloseCost = 1.6;
constexpr double kCostBehind = 2.6;
constexpr double kHardlySeenCost = 5.3;
constexpr float kLeastConfidence = 0.005f;
// A letter that is as it was meant, as in the channel.
constexpr double kRightCost = 0.03;
// Places where a letter may be another at once, and others that are tried at each.
constexpr std::size_t kMostPlaces = 3;
constexpr std::size_t kMostOthers = 3;
// Beyond this a reading is not worth a look.
constexpr double kMostCost = 9;

bool is_word_letter(char32_t c) { return text::is_letter(c) || c == '\''; }

bool spells_letters(std::string_view other) {
  if (other.empty()) return false;
  const std::u32string letters = text::to_code_points(other);
  return std::all_of(letters.begin(), letters.end(), is_word_letter);
}

// The letters of the word that lie in the span; none where its ends are inside a letter.
std::pair<std::size_t, std::size_t> letters_in(const WordEvidence& word, text::Span span) {
  const auto& letters = word.letters;
  const auto first =
      std::partition_point(letters.begin(), letters.end(), [&](const auto& l) { return l.span.begin < span.begin; });
  const auto last = std::partition_point(first, letters.end(), [&](const auto& l) { return l.span.end <= span.end; });
  if (first == last || first->span.begin != span.begin || (last - 1)->span.end != span.end) return {0, 0};
  return {static_cast<std::size_t>(first - letters.begin()), static_cast<std::size_t>(last - letters.begin())};
}

// The letters of a reading, if they spell it.
std::vector<LetterEvidence> letters_of(const document::Reading& reading, std::size_t begin) {
  std::vector<LetterEvidence> letters;
  std::size_t at = 0;
  for (const document::CharacterReading& character : reading.characters) {
    if (std::string_view(reading.text).substr(at, character.text.size()) != character.text) return {};
    if (character.text.empty()) continue;
    letters.push_back(
        {{begin + at, begin + at + character.text.size()}, character.confidence, &character.alternatives});
    at += character.text.size();
  }
  if (at != reading.text.size()) letters.clear();
  return letters;
}

}  // namespace

ScanEvidence::ScanEvidence(const document::Document& document) {
  const auto& places = document.raw.places();
  words_.reserve(places.size());
  for (const document::WordPlace& place : places) {
    const document::Line& line =
        document.pages[place.page].blocks[place.block].paragraphs[place.paragraph].lines[place.line];
    const document::Reading& reading = line.words[place.word].best();
    if (place.span.of(document.raw.text()) != reading.text) continue;
    if (reading.witness < document.witnesses.size() && !document.witnesses[reading.witness].tells_confidence) continue;
    words_.push_back({place.span, reading.confidence, letters_of(reading, place.span.begin)});
  }
}

ScanEvidence ScanEvidence::moved(const edit::CleanText& clean) const {
  ScanEvidence moved;
  moved.words_.reserve(words_.size());
  auto edit = clean.applied.begin();
  std::ptrdiff_t shift = 0;
  const auto by_shift = [&](text::Span span) {
    return text::Span{static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.begin) + shift),
                      static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.end) + shift)};
  };
  for (const WordEvidence& word : words_) {
    for (; edit != clean.applied.end() && edit->raw.end <= word.span.begin; ++edit)
      shift = static_cast<std::ptrdiff_t>(edit->clean.end) - static_cast<std::ptrdiff_t>(edit->raw.end);
    if (edit != clean.applied.end() && edit->raw.begin < word.span.end) continue;
    WordEvidence there = word;
    there.span = by_shift(word.span);
    for (LetterEvidence& letter : there.letters) letter.span = by_shift(letter.span);
    moved.words_.push_back(std::move(there));
  }
  return moved;
}

const WordEvidence* ScanEvidence::word_at(text::Span span) const {
  const auto found = std::partition_point(words_.begin(), words_.end(),
                                          [&](const WordEvidence& word) { return word.span.end < span.end; });
  return found != words_.end() && found->span.begin <= span.begin ? &*found : nullptr;
}

double doubt_of(float confidence) {
  const double sure = std::clamp<double>(confidence, 0.01, 0.99);
  return std::clamp(kWorthOfConfidence * (kNeutralLogOdds - std::log(sure / (1 - sure))), -kMostDoubt, kMostDoubt);
}

double cost_of_other(const LetterEvidence& letter, const document::Alternative& other) {
  if (other.confidence < kLeastConfidence) return kHardlySeenCost;
  return kCloseCost + kCostBehind * std::clamp<double>(letter.confidence - other.confidence, 0, 1);
}

std::optional<std::vector<OtherLetter>> other_letters(std::string_view text, const WordEvidence& word, text::Span span,
                                                      std::string_view meant) {
  const auto [first, last] = letters_in(word, span);
  if (first == last) return std::nullopt;
  std::vector<OtherLetter> letters;
  for (std::size_t i = first; i < last; ++i) {
    const LetterEvidence& letter = word.letters[i];
    const auto stands_here = [&](std::string_view seen) {
      return !seen.empty() && meant.substr(0, seen.size()) == seen;
    };
    const std::string_view read = letter.span.of(text);
    if (stands_here(read)) {
      meant.remove_prefix(read.size());
      continue;
    }
    const auto other = std::find_if(letter.others->begin(), letter.others->end(),
                                    [&](const document::Alternative& one) { return stands_here(one.text); });
    if (other == letter.others->end()) return std::nullopt;
    letters.push_back({i - first + 1, static_cast<std::size_t>(other - letter.others->begin()) + 2, other->text,
                       other->confidence, cost_of_other(letter, *other)});
    meant.remove_prefix(other->text.size());
  }
  return meant.empty() ? std::optional(std::move(letters)) : std::nullopt;
}

std::optional<double> cost_of_reading(std::string_view text, const WordEvidence& word, text::Span span,
                                      std::string_view meant) {
  const auto letters = other_letters(text, word, span, meant);
  if (!letters) return std::nullopt;
  const auto [first, last] = letters_in(word, span);
  double cost = kRightCost * static_cast<double>(last - first - letters->size());
  for (const OtherLetter& letter : *letters) cost += letter.cost;
  return cost;
}

bool is_unseen(const WordEvidence& word, text::Span span, std::string_view meant) {
  const auto [first, last] = letters_in(word, span);
  if (text::count_code_points(meant) != last - first) return false;
  return std::any_of(word.letters.begin(), word.letters.end(),
                     [](const LetterEvidence& letter) { return !letter.others->empty(); });
}

std::vector<OtherReading> other_readings(std::string_view text, const WordEvidence& word, text::Span span) {
  // No structured binding: clang 14 cannot capture one.
  const auto letters = letters_in(word, span);
  const std::size_t first = letters.first;
  const std::size_t last = letters.second;
  struct Choice {
    const std::string* text;
    double cost;
  };
  struct Place {
    std::size_t letter;
    std::vector<Choice> choices;  // the cheapest first
  };
  std::vector<Place> places;
  for (std::size_t i = first; i < last; ++i) {
    Place place{i, {}};
    const std::string read = text::to_lower(word.letters[i].span.of(text));
    for (const document::Alternative& other : *word.letters[i].others)
      if (spells_letters(other.text) && text::to_lower(other.text) != read)
        place.choices.push_back({&other.text, cost_of_other(word.letters[i], other)});
    std::stable_sort(place.choices.begin(), place.choices.end(),
                     [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    if (place.choices.size() > kMostOthers) place.choices.resize(kMostOthers);
    if (!place.choices.empty()) places.push_back(std::move(place));
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.choices.front().cost < b.choices.front().cost; });
  // One other letter anywhere, several only at the places that are likeliest to be something else.
  std::vector<OtherReading> readings;
  const auto add = [&](const std::vector<std::pair<std::size_t, const Choice*>>& chosen) {
    OtherReading reading;
    reading.cost = kRightCost * static_cast<double>(last - first - chosen.size());
    for (const auto& [place, choice] : chosen) reading.cost += choice->cost;
    if (reading.cost > kMostCost) return;
    reading.letters = static_cast<int>(chosen.size());
    for (std::size_t i = first; i < last; ++i) {
      const auto other =
          std::find_if(chosen.begin(), chosen.end(), [&](const auto& one) { return places[one.first].letter == i; });
      reading.text += other != chosen.end() ? std::string_view(*other->second->text) : word.letters[i].span.of(text);
    }
    readings.push_back(std::move(reading));
  };
  for (std::size_t a = 0; a < places.size(); ++a)
    for (const Choice& one : places[a].choices) {
      add({{a, &one}});
      for (std::size_t b = a + 1; b < std::min(places.size(), kMostPlaces); ++b)
        for (const Choice& two : places[b].choices) {
          add({{a, &one}, {b, &two}});
          for (std::size_t c = b + 1; c < std::min(places.size(), kMostPlaces); ++c)
            for (const Choice& three : places[c].choices) add({{a, &one}, {b, &two}, {c, &three}});
        }
    }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const OtherReading& a, const OtherReading& b) { return a.cost < b.cost; });
  return readings;
}

}  // namespace emend::correct
