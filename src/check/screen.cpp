#include "check/screen.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "lexicon/document_lexicon.h"
#include "lm/lm_tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

// How many times likelier a look-alike must be in its place, as a decimal logarithm; the decoder asks for more proof.
constexpr double kLeastGain = 2.0;

// What a byte is for the scan.
enum class Kind : unsigned char { kOther, kLetter, kInner, kSpace, kBreak, kMark, kDigit, kHigh, kOdd };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (int c = 0; c < 256; ++c) {
    Kind kind = Kind::kOther;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind = Kind::kLetter;
    if (c >= '0' && c <= '9') kind = Kind::kDigit;
    if (c == '\'' || c == '-') kind = Kind::kInner;
    if (c == ' ') kind = Kind::kSpace;
    if (c == '\n') kind = Kind::kBreak;
    if (c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?') kind = Kind::kMark;
    if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7F || c == '|') kind = Kind::kOdd;
    if (c >= 0x80) kind = Kind::kHigh;
    kinds[static_cast<std::size_t>(c)] = kind;
  }
  return kinds;
}();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }
bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }

std::string lowered(std::string_view word) {
  std::string form(word);
  for (char& c : form)
    if (is_upper_ascii(c)) c = static_cast<char>(c + 32);
  return form;
}

// A form that nothing knows, where it stands.
struct Unknown {
  std::size_t count = 0;
  std::vector<text::Span> places;
};

class Scan {
 public:
  Scan(std::string_view text, const lm::LanguageModel& model, const WordTable& table,
       const std::function<bool(std::string_view)>& is_word, bool joins_hyphens, bool wants_unknown)
      : text_(text),
        model_(model),
        table_(table),
        is_word_(is_word),
        joins_hyphens_(joins_hyphens),
        wants_unknown_(wants_unknown) {}

  Screened run() {
    for (std::size_t i = 0; i < text_.size();) {
      switch (kind_of(text_[i])) {
        case Kind::kLetter: i = take_word(i); break;
        case Kind::kDigit: i = take_number(i); break;
        case Kind::kMark: i = take_mark(i); break;
        case Kind::kBreak: i = take_break(i); break;
        case Kind::kHigh: i = take_high(i); break;
        case Kind::kOdd:
          suspect({i, i + 1});
          ++i;
          break;
        case Kind::kInner: i = take_inner(i); break;
        case Kind::kSpace:
        case Kind::kOther:
          take_other(i);
          ++i;
          break;
      }
    }
    judge_unknown();
    if (wants_unknown_) find_garbage();
    std::sort(screened_.words_in_doubt.begin(), screened_.words_in_doubt.end());
    std::sort(screened_.marks_in_doubt.begin(), screened_.marks_in_doubt.end());
    std::sort(screened_.unknown.begin(), screened_.unknown.end());
    return std::move(screened_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\n'; }
  char before(std::size_t i) const { return i > 0 ? text_[i - 1] : '\n'; }

  void suspect(text::Span place) { screened_.marks_in_doubt.push_back(place); }
  void suspect_word(text::Span place) { screened_.words_in_doubt.push_back(place); }

  // Words.

  std::size_t take_word(std::size_t begin) {
    std::size_t i = begin;
    bool is_ascii = true;
    while (i < text_.size()) {
      const Kind kind = kind_of(text_[i]);
      if (kind == Kind::kLetter) {
        ++i;
      } else if (kind == Kind::kInner && i + 1 < text_.size() && kind_of(text_[i + 1]) == Kind::kLetter) {
        i += 2;
      } else if (kind == Kind::kHigh) {
        const text::Decoded decoded = text::decode_at(text_, i);
        const bool is_apostrophe = decoded.code_point == U'’' && kind_of(at(i + decoded.size)) == Kind::kLetter;
        if (!is_apostrophe && !text::is_letter(decoded.code_point) && !text::is_mark(decoded.code_point)) break;
        is_ascii = false;
        i += decoded.size;
      } else {
        break;
      }
    }
    if (kind_of(at(i)) == Kind::kDigit) return take_mixed(begin, i);
    judge_word({begin, i}, is_ascii);
    return i;
  }

  void judge_word(text::Span place, bool is_ascii) {
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
  void judge_letter(text::Span place) {
    const char c = text_[place.begin];
    second_ = first_;
    first_ = table_.id_of_ascii(place.of(text_));
    if (c == 'a' || c == 'I' || c == 'A' || c == 'O') return;
    const bool is_free = (before(place.begin) == ' ' || before(place.begin) == '\n') &&
                         (at(place.end) == ' ' || at(place.end) == '\n' || at(place.end) == ',');
    if (!is_free || !is_lower_ascii(c)) return;
    suspect_word(place);
    if (wants_unknown_) screened_.unknown.push_back(place);
    suspect(place);  // a rule reads l as I
  }

  // The scores of a word and its look-alikes between the two words before and the word behind.
  bool is_unlikely_here(text::Span place, lm::WordId id, std::string_view form) const {
    std::size_t begin = place.end;
    while (begin < text_.size() && (text_[begin] == ' ' || text_[begin] == '\n' || text_[begin] == ',')) ++begin;
    std::size_t end = begin;
    while (end < text_.size() && kind_of(text_[end]) == Kind::kLetter) ++end;
    const lm::WordId next = end > begin ? table_.id_of_ascii(text_.substr(begin, end - begin)) : lm::kBoundaryWord;
    const double here = score(id, next);
    const auto readings = table_.commoner_readings(id, form);
    return std::any_of(readings.begin(), readings.end(),
                       [&](lm::WordId reading) { return score(reading, next) - here >= kLeastGain; });
  }

  double score(lm::WordId word, lm::WordId next) const {
    lm::LanguageModel::State state = lm::LanguageModel::nowhere();
    model_.score(state, second_, state);
    model_.score(state, first_, state);
    double sum = model_.score(state, word, state);
    return sum + model_.score(state, next, state);
  }

  void note_unknown(text::Span place, bool is_ascii, bool began_sentence) {
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

  bool has_known_parts(std::string_view word) const {
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
  void judge_unknown() {
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

  // What stands between two spaces and has a character that no print of words has.
  void find_garbage() {
    constexpr std::string_view kNeverPrinted = "\\^<>~|{}_";
    for (std::size_t i = 0; i < text_.size();) {
      while (i < text_.size() && (text_[i] == ' ' || text_[i] == '\n' || text_[i] == '\r' || text_[i] == '\t')) ++i;
      const std::size_t begin = i;
      while (i < text_.size() && text_[i] != ' ' && text_[i] != '\n' && text_[i] != '\r' && text_[i] != '\t') ++i;
      const std::string_view word = text_.substr(begin, i - begin);
      const bool is_garbage = word.find_first_of(kNeverPrinted) != std::string_view::npos ||
                              word.find("»") != std::string_view::npos || word.find("«") != std::string_view::npos ||
                              word.find("■") != std::string_view::npos || word.find("¬") != std::string_view::npos;
      if (is_garbage && word.find("//") == std::string_view::npos) screened_.unknown.push_back({begin, i});
    }
  }

  bool is_unknown(const std::string& form) const {
    if (is_word_(form)) return false;
    std::string name = form;
    if (is_lower_ascii(name[0])) name[0] = static_cast<char>(name[0] - 32);
    return !is_word_(name);
  }

  // "to gether": with the word before or behind it makes a word.
  bool joins_a_neighbour(text::Span place, const std::string& form) const {
    std::size_t begin = place.begin;
    if (begin > 0 && text_[begin - 1] == ' ') {
      --begin;
      std::size_t first = begin;
      while (first > 0 && kind_of(text_[first - 1]) == Kind::kLetter) --first;
      if (first < begin && table_.id_of_ascii(lowered(text_.substr(first, begin - first)) + form) != lm::kUnknownWord)
        return true;
    }
    std::size_t end = place.end;
    if (at(end) != ' ') return false;
    ++end;
    std::size_t last = end;
    while (last < text_.size() && kind_of(text_[last]) == Kind::kLetter) ++last;
    return last > end && table_.id_of_ascii(form + lowered(text_.substr(end, last - end))) != lm::kUnknownWord;
  }

  // Numbers.

  std::size_t take_number(std::size_t begin) {
    std::size_t i = begin;
    while (i < text_.size() && kind_of(text_[i]) == Kind::kDigit) ++i;
    if (kind_of(at(i)) == Kind::kLetter) return take_mixed(begin, i);
    begins_sentence_ = false;
    second_ = first_;
    first_ = lm::kNumberWord;
    return i;
  }

  // Letters and digits together: typed figures and misread words look so; 4th and 3d are neither.
  std::size_t take_mixed(std::size_t begin, std::size_t i) {
    while (i < text_.size() && (kind_of(text_[i]) == Kind::kLetter || kind_of(text_[i]) == Kind::kDigit)) ++i;
    const std::string_view word = text_.substr(begin, i - begin);
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    const std::string_view ending = word.substr(digits);
    const bool is_ordinal = digits > 0 && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th" ||
                                           ending == "d" || ending == "s");
    if (!is_ordinal && wants_unknown_) screened_.unknown.push_back({begin, i});
    if (!is_ordinal) {
      suspect({begin, i});
      suspect_word({begin, i});
    }
    begins_sentence_ = false;
    second_ = first_;
    first_ = lm::kUnknownWord;
    return i;
  }

  // What stands between.

  std::size_t take_mark(std::size_t i) {
    const char c = text_[i];
    std::size_t end = i + 1;
    while (end < text_.size() && text_[end] == c) ++end;
    const std::size_t run = end - i;
    if (before(i) == ' ' && at(end) != c && !(c == '.' && run > 1) && kind_of(at(end)) != Kind::kDigit)
      suspect({i - 1, end});  // a mark that is torn off
    if (run == 2 && c != '!' && c != '?') suspect({i, end});
    if ((c == ',' || c == ';') && kind_of(at(end)) == Kind::kLetter) suspect({i, end});
    if (c == '.' || c == '!' || c == '?') {
      begins_sentence_ = true;
      second_ = first_ = lm::kBoundaryWord;
      const char next = at(end);
      if (next == '{' || next == '[' || next == '@' || next == '*' || next == '}' ||
          (c == '.' && run >= 3 && kind_of(next) != Kind::kSpace && kind_of(next) != Kind::kBreak && next != '"' &&
           next != '\''))
        suspect({i, end + 1});  // perhaps a footnote mark
    }
    if (c == ':' && text_.substr(i, 3) == "://") suspect({i, i + 3});
    if (c == ':') begins_sentence_ = true;
    return end;
  }

  std::size_t take_break(std::size_t i) {
    std::size_t next = i + 1;
    if (at(next) == '\r') ++next;
    if (at(next) == '\n' && next < text_.size()) {
      const char first = at(next + 1);
      const char last = before(i) == '\r' ? before(i - 1) : before(i);
      // A sentence that an empty line tears in two.
      if (is_lower_ascii(first) && kind_of(last) == Kind::kLetter) suspect({i - 1, next + 2});
      begins_sentence_ = true;
      second_ = first_ = lm::kBoundaryWord;
    } else if (at(i + 1) == ' ' && kind_of(at(i + 2)) != Kind::kSpace && kind_of(at(i + 2)) != Kind::kBreak) {
      suspect({i + 1, i + 2});  // a line that begins with one space
    }
    return i + 1;
  }

  std::size_t take_inner(std::size_t i) {
    if (text_[i] != '-') return i + 1;
    const bool is_at_end = kind_of(at(i + 1)) == Kind::kBreak || (at(i + 1) == '\r' && at(i + 2) == '\n');
    if (joins_hyphens_ && is_at_end && kind_of(before(i)) == Kind::kLetter) suspect({i, i + 1});
    if (before(i) == ' ' && at(i + 1) == ' ') suspect({i - 1, i + 2});
    return i + 1;
  }

  void take_other(std::size_t i) {
    const char c = text_[i];
    if ((c == '(' || c == '[') && at(i + 1) == ' ') suspect({i, i + 2});
    if ((c == ')' || c == ']') && before(i) == ' ') suspect({i - 1, i + 1});
    if (c == '"') begins_sentence_ = true;
  }

  std::size_t take_high(std::size_t i) {
    const text::Decoded decoded = text::decode_at(text_, i);
    const char32_t c = decoded.code_point;
    const std::size_t end = i + decoded.size;
    switch (c) {
      case U'“':
      case U'”':
      case U'‘':
      case U'’':
        begins_sentence_ = true;
        if ((c == U'“' || c == U'‘') ? at(end) == ' ' : before(i) == ' ') suspect({i, end});
        return end;
      case U'–':
      case U'—':
        // Between a number and a word it may be a hyphen.
        if (before(i) == ' ' && at(end) == ' ' && i > 1 && kind_of(text_[i - 2]) == Kind::kDigit)
          suspect({i - 1, end + 1});
        return end;
      case U'…':
        begins_sentence_ = true;
        if (kind_of(at(end)) == Kind::kDigit || at(end) == '[' || at(end) == '{') suspect({i, end});
        return end;
      case U'£':
      case U'§':
      case U'°':
      case U'½':
      case U'¼':
      case U'¾':
      case U'\u00A0':
      case U'«':
      case U'»':
      case U'†':
      case U'‡':
      case U'•':
      case U'·':
      case U'×':
      case U'©': return end;
      default: break;
    }
    if (text::is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00))) return take_word(i);
    // Ligatures, letters of other alphabets, what shows nothing, signs that no print has.
    suspect({i, end});
    return end;
  }

  std::string_view text_;
  const lm::LanguageModel& model_;
  const WordTable& table_;
  const std::function<bool(std::string_view)>& is_word_;
  bool joins_hyphens_;
  bool wants_unknown_;
  Screened screened_;
  std::unordered_map<std::string, Unknown> unknown_;
  lm::WordId first_ = lm::kBoundaryWord;   // the word before
  lm::WordId second_ = lm::kBoundaryWord;  // and the one before that
  bool begins_sentence_ = true;
};

// Some places are no sign of a bad text, however short it is.
constexpr double kFewPlaces = 2;

}  // namespace

bool has_few(std::size_t count, double share, const Screened& screened) {
  return static_cast<double>(count) <= kFewPlaces + share * static_cast<double>(screened.words);
}

Screened Screen::look_at(std::string_view text, const std::function<bool(std::string_view)>& is_word,
                         bool joins_hyphens) const {
  return Scan(text, model_, table_, is_word, joins_hyphens, false).run();
}

Screened Screen::unknown_words(std::string_view text, const std::function<bool(std::string_view)>& is_word) const {
  return Scan(text, model_, table_, is_word, false, true).run();
}

}  // namespace emend::check
