#include "check/facts.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

// Shorter names differ from others by one letter too easily.
constexpr std::size_t kShortestNameLetters = 6;
constexpr std::size_t kLongestNameBytes = 60;
// Books have fewer than ten thousand pages, and the line that bears the number is a short one.
constexpr std::size_t kMostFolioDigits = 4;
constexpr std::size_t kLongestHeadBytes = 80;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

class Gatherer {
 public:
  Gatherer(std::string_view text, const PlaceFinder& places) : text_(text), places_(places) {}

  Facts run() {
    for (std::size_t i = 0; i < text_.size();) {
      const char c = text_[i];
      if (is_ascii_letter(c) || starts_letter(i)) {
        i = take_word(i);
      } else if (static_cast<unsigned char>(c) < 0x80) {
        take_mark(i);
        ++i;
      } else {
        i += take_other(i);
      }
    }
    for (Use& use : facts_.habits)
      if (use.count > 0) use.place = places_.place_of(use.offset);
    for (auto& [name, use] : facts_.names) use.place = places_.place_of(use.offset);
    take_folios();
    return std::move(facts_);
  }

 private:
  bool starts_letter(std::size_t i) const {
    return static_cast<unsigned char>(text_[i]) >= 0x80 && text::is_letter(text::decode_at(text_, i).code_point);
  }

  std::size_t take_word(std::size_t begin) {
    std::size_t i = begin;
    std::size_t letters = 0;
    bool has_inner_capital = false;
    while (i < text_.size()) {
      const char c = text_[i];
      if (is_ascii_letter(c)) {
        if (letters > 0 && c <= 'Z') has_inner_capital = true;
        ++i;
        ++letters;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        const text::Decoded decoded = text::decode_at(text_, i);
        if (!text::is_letter(decoded.code_point) && !text::is_mark(decoded.code_point)) break;
        if (letters > 0 && text::is_upper(decoded.code_point)) has_inner_capital = true;
        i += decoded.size;
        ++letters;
      } else {
        break;
      }
    }
    ++facts_.words;
    const bool is_capitalised =
        is_ascii_letter(text_[begin]) ? text_[begin] <= 'Z' : text::is_upper(text::decode_at(text_, begin).code_point);
    if (is_capitalised && !has_inner_capital && !begins_sentence_ && letters >= kShortestNameLetters &&
        i - begin <= kLongestNameBytes) {
      Use& use = facts_.names[std::string(text_.substr(begin, i - begin))];
      if (use.count++ == 0) use.offset = begin;
    }
    begins_sentence_ = false;
    return i;
  }

  void take_mark(std::size_t i) {
    switch (text_[i]) {
      case '.':
      case '!':
      case '?':
      case ':': begins_sentence_ = true; break;
      case '"':
        saw(Habit::kStraightQuotes, i);
        begins_sentence_ = true;
        break;
      case '\n':
        // A heading or a list: every line may begin with a capital there.
        begins_sentence_ = true;
        break;
      case '-':
        // Exactly two: rules of dashes are no dashes.
        if (text_.substr(i, 2) == "--" && text_.substr(i, 3) != "---" && (i == 0 || text_[i - 1] != '-'))
          saw(Habit::kTypedDashes, i);
        break;
      case '[':
        if (i + 2 < text_.size() && is_ascii_digit(text_[i + 1])) {
          std::size_t end = i + 1;
          while (end < text_.size() && is_ascii_digit(text_[end]) && end < i + 4) ++end;
          if (end < text_.size() && text_[end] == ']') saw(Habit::kNumberedNotes, i);
        }
        break;
      default: break;
    }
  }

  std::size_t take_other(std::size_t i) {
    const text::Decoded decoded = text::decode_at(text_, i);
    const char32_t c = decoded.code_point;
    if (c == U'“' || c == U'”') {
      saw(Habit::kCurlyQuotes, i);
      begins_sentence_ = true;
    } else if (c == U'—') {
      saw(Habit::kDashes, i);
    } else if (c == U'¹' || c == U'²' || c == U'³' || (c >= 0x2074 && c <= 0x2079)) {
      saw(Habit::kRaisedNotes, i);
    }
    return decoded.size;
  }

  // The first and the last line that are not empty.
  void take_folios() {
    constexpr std::string_view kGaps = " \t\r\n\f";
    const std::size_t first = text_.find_first_not_of(kGaps);
    if (first == std::string_view::npos) return;
    const std::size_t last = text_.find_last_not_of(kGaps);
    const std::size_t before_last = text_.substr(0, last).rfind('\n');
    take_folios_of({first, std::min(text_.find_first_of("\n\f", first), text_.size())});
    take_folios_of({before_last == std::string_view::npos ? 0 : before_last + 1, last + 1});
  }

  // "12", "- 12 -", "[12]", "12 THE MILL", "THE MILL. 12": at most kMostFolioDigits digits that nothing but signs parts
  // from an end of the line.
  void take_folios_of(text::Span line) {
    if (line.size() > kLongestHeadBytes) return;
    const std::string_view text = line.of(text_);
    const auto is_sign = [](char c) { return std::string_view(" \t\r-[]().,*~|_").find(c) != std::string_view::npos; };
    std::size_t begin = 0;
    while (begin < text.size() && is_sign(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    take_folio(line.begin + begin, text.substr(begin, end - begin), end == text.size() || is_sign(text[end]));
    end = text.size();
    while (end > 0 && is_sign(text[end - 1])) --end;
    begin = end;
    while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
    take_folio(line.begin + begin, text.substr(begin, end - begin), begin == 0 || is_sign(text[begin - 1]));
  }

  void take_folio(std::size_t offset, std::string_view digits, bool stands_alone) {
    if (!stands_alone || digits.empty() || digits.size() > kMostFolioDigits || digits.front() == '0') return;
    std::size_t number = 0;
    for (const char c : digits) number = number * 10 + static_cast<std::size_t>(c - '0');
    const auto [use, is_new] = facts_.folios.try_emplace(number);
    if (is_new) use->second = {1, offset, places_.place_of(offset)};
  }

  void saw(Habit habit, std::size_t offset) {
    Use& use = facts_.habits[static_cast<std::size_t>(habit)];
    if (use.count++ == 0) use.offset = offset;
  }

  std::string_view text_;
  const PlaceFinder& places_;
  Facts facts_;
  bool begins_sentence_ = true;
};

void add_use(Use& sum, const Use& part, std::size_t bytes, std::size_t lines) {
  if (part.count == 0) return;
  if (sum.count == 0) {
    sum = part;
    sum.offset += bytes;
    sum.place.line += lines;
  } else {
    sum.count += part.count;
  }
}

}  // namespace

Facts gather_facts(std::string_view text, const PlaceFinder& places) { return Gatherer(text, places).run(); }

void add_facts(Facts& facts, const Facts& part, std::size_t bytes, std::size_t lines) {
  facts.words += part.words;
  facts.expected_errors += part.expected_errors;
  for (const auto& [name, use] : part.names) add_use(facts.names[name], use, bytes, lines);
  for (const auto& [number, use] : part.folios) add_use(facts.folios[number], use, bytes, lines);
  for (std::size_t i = 0; i < kHabits; ++i) add_use(facts.habits[i], part.habits[i], bytes, lines);
}

}  // namespace emend::check
