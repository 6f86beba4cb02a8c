#include "check/screen/word_scan.h"

#include <algorithm>
#include <array>

#include "check/screen/byte_kind.h"
#include "lexicon/document_lexicon.h"
#include "lm/lm_tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

// How many times likelier a look-alike must be in its place, as a decimal logarithm; the decoder asks for more proof.
constexpr double kLeastGain = 2.0;

}  // namespace

bool WordScan::begins_word_at(std::size_t i) const {
  const char32_t c = text::decode_at(text_, i).code_point;
  return text::is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00));
}

std::size_t WordScan::take_word(std::size_t begin) {
  std::size_t i = begin;
  bool is_ascii = true;
  while (i < text_.size()) {
    const ByteKind kind = kind_of(text_[i]);
    if (kind == ByteKind::kLetter) {
      ++i;
    } else if (kind == ByteKind::kInner && i + 1 < text_.size() && kind_of(text_[i + 1]) == ByteKind::kLetter) {
      i += 2;
    } else if (kind == ByteKind::kHigh) {
      const text::Decoded decoded = text::decode_at(text_, i);
      const bool is_apostrophe =
          decoded.code_point == U'’' && kind_of(byte_at(text_, i + decoded.size)) == ByteKind::kLetter;
      if (!is_apostrophe && !text::is_letter(decoded.code_point) && !text::is_mark(decoded.code_point)) break;
      is_ascii = false;
      i += decoded.size;
    } else {
      break;
    }
  }
  if (kind_of(byte_at(text_, i)) == ByteKind::kDigit) return take_mixed(begin, i);
  judge_word({begin, i}, is_ascii);
  return i;
}

void WordScan::judge_word(text::Span place, bool is_ascii) {
  ++screened_.words;
  const std::string_view word = place.of(text_);
  const bool began_sentence = begins_sentence_;
  begins_sentence_ = false;
  if (word.size() == 1) return judge_letter(place);
  const lm::WordId id = is_ascii ? table_.id_of_ascii(word) : table_.id_of(word);
  if (id == lm::kUnknownWord) {
    note_unknown(place, is_ascii, began_sentence);
  } else if (is_ascii && is_lower_ascii(word.back()) && (is_lower_ascii(word.front()) || began_sentence)) {
    std::array<char, 40> folded{};
    if (word.size() <= folded.size()) {
      for (std::size_t k = 0; k < word.size(); ++k)
        folded[k] = is_upper_ascii(word[k]) ? static_cast<char>(word[k] + 32) : word[k];
      const std::string_view form(folded.data(), word.size());
      if (table_.has_commoner_reading(id, form) && is_unlikely_here(place, id, form)) suspect_word(place);
    }
  }
  second_ = first_;
  first_ = id;
}

// A letter by itself that is neither a word nor an initial nor the mark of a list.
void WordScan::judge_letter(text::Span place) {
  const char c = text_[place.begin];
  second_ = first_;
  first_ = table_.id_of_ascii(place.of(text_));
  if (c == 'a' || c == 'I' || c == 'A' || c == 'O') return;
  const bool is_free =
      (byte_before(text_, place.begin) == ' ' || byte_before(text_, place.begin) == '\n') &&
      (byte_at(text_, place.end) == ' ' || byte_at(text_, place.end) == '\n' || byte_at(text_, place.end) == ',');
  if (!is_free || !is_lower_ascii(c)) return;
  suspect_word(place);
  if (wants_unknown_) screened_.unknown.push_back(place);
  suspect_mark(place);  // a rule reads l as I
}

// The scores of a word and its look-alikes between the two words before and the word behind.
bool WordScan::is_unlikely_here(text::Span place, lm::WordId id, std::string_view form) const {
  std::size_t begin = place.end;
  while (begin < text_.size() && (text_[begin] == ' ' || text_[begin] == '\n' || text_[begin] == ',')) ++begin;
  std::size_t end = begin;
  while (end < text_.size() && kind_of(text_[end]) == ByteKind::kLetter) ++end;
  const lm::WordId next = end > begin ? table_.id_of_ascii(text_.substr(begin, end - begin)) : lm::kBoundaryWord;
  const double here = score(id, next);
  const auto readings = table_.commoner_readings(id, form);
  return std::any_of(readings.begin(), readings.end(),
                     [&](lm::WordId reading) { return score(reading, next) - here >= kLeastGain; });
}

double WordScan::score(lm::WordId word, lm::WordId next) const {
  lm::LanguageModel::State state = lm::LanguageModel::nowhere();
  model_.score(state, second_, state);
  model_.score(state, first_, state);
  double sum = model_.score(state, word, state);
  return sum + model_.score(state, next, state);
}

void WordScan::note_unknown(text::Span place, bool is_ascii, bool began_sentence) {
  std::string_view word = place.of(text_);
  // A compound of words, and a word with a genitive, are as good as their parts.
  if (is_ascii && has_known_parts(word)) return;
  const bool is_capital = !is_ascii ? text::is_upper(text::decode_at(word, 0).code_point) : is_upper_ascii(word[0]);
  const bool has_inner_capital =
      is_ascii && std::any_of(word.begin() + 1, word.end(), [](char c) { return is_upper_ascii(c); });
  // Names and titles; "tHe" is neither.
  if (is_capital && (!began_sentence || has_inner_capital)) return;
  Unknown& unknown = unknown_[is_ascii ? lowered(word) : lm::folded_form(word)];
  if (++unknown.count < lexicon::kOccurrencesOfAWord) unknown.places.push_back(place);
}

bool WordScan::has_known_parts(std::string_view word) const {
  if (word.find_first_of("-'") == std::string_view::npos) return false;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find_first_of("-'"), word.size());
    const std::string_view part = word.substr(0, end);
    if (part.size() > 1 && !is_upper_ascii(part[0]) && table_.id_of_ascii(part) == lm::kUnknownWord) return false;
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return true;
}

// What the text repeats are its words; what has no likely reading is foreign; of the rest the dictionaries are asked.
void WordScan::finish() {
  for (const auto& [form, unknown] : unknown_) {
    if (unknown.count >= lexicon::kOccurrencesOfAWord) continue;
    if (wants_unknown_) {
      if (is_unknown(form))
        screened_.unknown.insert(screened_.unknown.end(), unknown.places.begin(), unknown.places.end());
      continue;
    }
    const bool has_reading = table_.has_reading(form) || joins_a_neighbour(unknown.places.front(), form);
    if (!has_reading || is_word_(form)) continue;
    screened_.words_in_doubt.insert(screened_.words_in_doubt.end(), unknown.places.begin(), unknown.places.end());
  }
}

bool WordScan::is_unknown(const std::string& form) const {
  if (is_word_(form)) return false;
  std::string name = form;
  if (is_lower_ascii(name[0])) name[0] = static_cast<char>(name[0] - 32);
  return !is_word_(name);
}

// "to gether": with the word before or behind it makes a word.
bool WordScan::joins_a_neighbour(text::Span place, const std::string& form) const {
  std::size_t begin = place.begin;
  if (begin > 0 && text_[begin - 1] == ' ') {
    --begin;
    std::size_t first = begin;
    while (first > 0 && kind_of(text_[first - 1]) == ByteKind::kLetter) --first;
    if (first < begin && table_.id_of_ascii(lowered(text_.substr(first, begin - first)) + form) != lm::kUnknownWord)
      return true;
  }
  std::size_t end = place.end;
  if (byte_at(text_, end) != ' ') return false;
  ++end;
  std::size_t last = end;
  while (last < text_.size() && kind_of(text_[last]) == ByteKind::kLetter) ++last;
  return last > end && table_.id_of_ascii(form + lowered(text_.substr(end, last - end))) != lm::kUnknownWord;
}

std::size_t WordScan::take_number(std::size_t begin) {
  std::size_t i = begin;
  while (i < text_.size() && kind_of(text_[i]) == ByteKind::kDigit) ++i;
  if (kind_of(byte_at(text_, i)) == ByteKind::kLetter) return take_mixed(begin, i);
  begins_sentence_ = false;
  second_ = first_;
  first_ = lm::kNumberWord;
  return i;
}

// Letters and digits together: typed figures and misread words look so; 4th and 3d are neither.
std::size_t WordScan::take_mixed(std::size_t begin, std::size_t i) {
  while (i < text_.size() && (kind_of(text_[i]) == ByteKind::kLetter || kind_of(text_[i]) == ByteKind::kDigit)) ++i;
  const std::string_view word = text_.substr(begin, i - begin);
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view ending = word.substr(digits);
  const bool is_ordinal = digits > 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ||
                                         ending == "d" || ending == "s");
  if (!is_ordinal && wants_unknown_) screened_.unknown.push_back({begin, i});
  if (!is_ordinal) {
    suspect_mark({begin, i});
    suspect_word({begin, i});
  }
  begins_sentence_ = false;
  second_ = first_;
  first_ = lm::kUnknownWord;
  return i;
}

}  // namespace emend::check
