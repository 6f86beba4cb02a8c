// What stands around the places of a text: the reading half of MarkContext.
#include <algorithm>

#include "correct/marks/mark_context.h"
#include "lm/lm_tokens.h"

namespace emend::correct {
namespace {

// Bounds of the buckets, in words; the same bucket holds what is between two of them.
constexpr std::array<std::size_t, kDistances - 1> kBucketEnds = {2, 3, 4, 6, 9, 13, 19, 29, 45};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

WordClass class_of(std::string_view word, text::TokenKind kind, text::Casing casing) {
  if (kind == text::TokenKind::kNumber) return WordClass::kNumber;
  if (kind == text::TokenKind::kMixed) return WordClass::kMixed;
  if (casing == text::Casing::kUpper) return WordClass::kAllCapitals;
  if (casing == text::Casing::kCapitalised || casing == text::Casing::kMixed) return WordClass::kCapitalised;
  if (ends_with(word, "ing")) return WordClass::kEndsInIng;
  if (ends_with(word, "ed")) return WordClass::kEndsInEd;
  if (ends_with(word, "ly")) return WordClass::kEndsInLy;
  if (ends_with(word, "s")) return WordClass::kEndsInS;
  return WordClass::kOther;
}

WordNumber number_of_class(WordClass word_class) { return static_cast<WordNumber>(word_class); }

// The longest word that is looked up.
constexpr std::size_t kLongestWord = 40;

}  // namespace

std::size_t distance_bucket(std::size_t words) {
  return static_cast<std::size_t>(std::upper_bound(kBucketEnds.begin(), kBucketEnds.end(), words) -
                                  kBucketEnds.begin());
}

WordNumber MarkContext::number_of(std::string_view text, const MarkedWord& word) const {
  const std::string_view form = word.span.of(text);
  if (word.kind == text::TokenKind::kWord) {
    if (form.size() == 1 && form[0] >= 'A' && form[0] <= 'Z' && form[0] != 'I')
      return number_of_class(form[0] == 'A' ? WordClass::kCapitalA : WordClass::kInitial);
    if (form.size() <= kLongestWord && word.casing != text::Casing::kMixed) {
      std::array<char, kLongestWord> folded{};
      bool is_ascii = true;
      for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = form[i];
        is_ascii &= static_cast<unsigned char>(c) < 0x80;
        folded[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      const auto found =
          is_ascii ? numbers_.find(std::string_view(folded.data(), form.size())) : numbers_.find(lm::folded_form(form));
      if (found != numbers_.end()) return found->second;
    }
  }
  return number_of_class(class_of(form, word.kind, word.casing));
}

std::vector<WordNumber> MarkContext::numbers_of(std::string_view text, const MarkedText& marked) const {
  std::vector<WordNumber> numbers;
  numbers.reserve(marked.words.size());
  for (const MarkedWord& word : marked.words) numbers.push_back(number_of(text, word));
  return numbers;
}

std::vector<MarkFeatures> MarkContext::features_of(std::string_view text, const MarkedText& marked) const {
  return features_of(numbers_of(text, marked), marked, {0, marked.words.size()});
}

std::vector<MarkFeatures> MarkContext::features_of(const std::vector<WordNumber>& numbers, const MarkedText& marked,
                                                   Stretch stretch) {
  std::vector<MarkFeatures> features(stretch.end - stretch.begin);
  const auto place = [](Place p) { return static_cast<std::size_t>(p); };
  const auto bucket = [](std::size_t words) { return static_cast<WordNumber>(distance_bucket(words)); };
  const WordNumber edge = number_of_class(WordClass::kEdge);
  std::size_t since_mark = 0;
  std::size_t since_stop = 0;
  std::size_t since_paragraph = 0;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    ++since_mark;
    ++since_stop;
    ++since_paragraph;
    const MarkGap& gap = marked.gaps[i];
    MarkFeatures& f = features[i - stretch.begin];
    f[place(Place::kBefore)] = numbers[i];
    f[place(Place::kBefore2)] = since_paragraph > 1 ? numbers[i - 1] : edge;
    f[place(Place::kAfter)] = gap.is_paragraph ? edge : numbers[i + 1];
    f[place(Place::kAfter2)] = gap.is_paragraph || marked.gaps[i + 1].is_paragraph ? edge : numbers[i + 2];
    f[place(Place::kSinceMark)] = bucket(since_mark);
    f[place(Place::kSinceStop)] = bucket(since_stop);
    if (gap.mark != Mark::kNone || gap.is_paragraph) since_mark = 0;
    if (ends_sentence(gap.mark) || gap.is_paragraph) since_stop = 0;
    if (gap.is_paragraph) since_paragraph = 0;
  }
  std::size_t until_mark = 0;
  std::size_t until_stop = 0;
  for (std::size_t i = stretch.end; i-- > stretch.begin;) {
    const MarkGap& gap = marked.gaps[i];
    if (gap.is_paragraph) until_mark = until_stop = 0;
    MarkFeatures& f = features[i - stretch.begin];
    f[place(Place::kUntilMark)] = bucket(until_mark);
    f[place(Place::kUntilStop)] = bucket(until_stop);
    if (gap.mark != Mark::kNone) until_mark = 0;
    if (ends_sentence(gap.mark)) until_stop = 0;
    ++until_mark;
    ++until_stop;
  }
  return features;
}

}  // namespace emend::correct
