#include "correct/rules/lines/broken_word.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// In bytes; what is longer is no word, and moving it up would unsettle the lines.
constexpr std::size_t kLongestPart = 60;
constexpr std::size_t kLongestTail = 120;

bool is_word_character(char32_t c) { return text::is_letter(c) || text::is_mark(c); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Prefixes that keep their hyphen unless the whole is in a dictionary.
constexpr std::array<std::string_view, 8> kHyphenPrefixes = {"self", "non",  "ex",  "vice",
                                                             "half", "well", "ill", "quasi"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 18> kUnits = {"one",    "two",   "three", "four",    "five",   "six",
                                                     "seven",  "eight", "nine",  "first",   "second", "third",
                                                     "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"};
// Behind a hyphen that is really a dash, the clause goes on with one of these; no broken word ends in them.
constexpr std::array<std::string_view, 26> kClauseOpeners = {
    "the", "and",  "but", "that", "which", "who", "it",  "he",    "she",  "they",  "we", "you", "is",
    "was", "were", "are", "has",  "had",   "his", "her", "their", "this", "these", "to", "of",  "from"};
// Second halves of compounds that are made as they are needed, so that no dictionary holds the whole.
constexpr std::array<std::string_view, 22> kSecondHalves = {
    "street", "road",  "lane", "square", "terrace", "like",   "shaped",  "coloured", "colored", "black", "blue",
    "brown",  "green", "grey", "red",    "white",   "yellow", "general", "master",   "tree",    "trees", "law"};
// Written with a hyphen in one period and without it in another; the document follows one habit in all three.
constexpr std::array<std::string_view, 3> kDayWords = {"day", "night", "morrow"};

bool is_word(const RuleInput& input, const std::string& word) {
  if (input.lexicon.has(word)) return true;
  const std::string lower = text::to_lower(word);
  return (lower != word && input.lexicon.has(lower)) ||
         input.lexicon.has(text::with_casing(lower, text::Casing::kCapitalised));
}

// What the file that was read tells of the word that the hyphen breaks; empty where it tells nothing.
std::string whole_word_at(const RuleInput& input, const BrokenWord& word) {
  if (input.scan == nullptr) return {};
  const auto [first, last] = input.scan->raw.places_in(word.left);
  if (first == last) return {};
  const document::WordPlace& place = input.scan->raw.places()[first];
  return input.scan->pages[place.page]
      .blocks[place.block]
      .paragraphs[place.paragraph]
      .lines[place.line]
      .words[place.word]
      .whole_word;
}

}  // namespace

WordHalves BrokenWord::halves(std::string_view text) const {
  return {text::to_lower(left.of(text)), text::to_lower(right.of(text))};
}

std::optional<BrokenWord> broken_word_at(std::string_view text, text::Span white_space) {
  BrokenWord word;
  word.line_break = white_space;
  std::size_t end = word.line_break.begin;
  while (end > 0 && text[end - 1] == ' ') --end;
  const text::Decoded hyphen = text::decode_before(text, end);
  const char32_t c = hyphen.code_point;
  if (c != '-' && c != 0x2010 && c != 0xAD && c != 0xAC) return std::nullopt;
  word.is_typographic = c == 0xAD || c == 0xAC;
  word.hyphen = {end - hyphen.size, word.line_break.begin};

  word.left = {word.hyphen.begin, word.hyphen.begin};
  text::Decoded before = text::decode_before(text, word.left.begin);
  if (!is_word_character(before.code_point)) return std::nullopt;
  while (is_word_character(before.code_point) ||
         (is_apostrophe(before.code_point) &&
          is_word_character(text::decode_before(text, word.left.begin - before.size).code_point))) {
    word.left.begin -= before.size;
    if (word.left.size() > kLongestPart) return std::nullopt;
    before = text::decode_before(text, word.left.begin);
  }
  // A digit, a path or an address before it: this is no word.
  if (text::is_digit(before.code_point)) return std::nullopt;
  if (before.size == 1 &&
      std::string_view("/\\@_.=&%#").find(static_cast<char>(before.code_point)) != std::string_view::npos)
    return std::nullopt;

  std::size_t begin = word.line_break.end;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  word.right = {begin, begin};
  text::Decoded here = text::decode_at(text, begin);
  while (is_word_character(here.code_point) ||
         (is_apostrophe(here.code_point) && word.right.size() > 0 &&
          is_word_character(text::decode_at(text, word.right.end + here.size).code_point))) {
    word.right.end += here.size;
    if (word.right.size() > kLongestPart) return std::nullopt;
    here = text::decode_at(text, word.right.end);
  }
  if (word.right.is_empty() || text::is_digit(here.code_point)) return std::nullopt;

  word.tail = word.right;
  while (word.tail.end < text.size() && text[word.tail.end] != ' ' && text[word.tail.end] != '\n' &&
         text[word.tail.end] != '\r' && text[word.tail.end] != '\t' && text[word.tail.end] != '\f') {
    ++word.tail.end;
    if (word.tail.size() > kLongestTail) return std::nullopt;
  }
  // A dash parts words as a space does: what stands behind it stays on its line.
  const std::string_view tail = word.tail.of(text);
  for (const std::string_view dash : {"—", "–", "--"})
    if (const std::size_t at = tail.find(dash); at != std::string_view::npos)
      word.tail.end = std::min(word.tail.end, word.tail.begin + at + dash.size());
  // The rest is broken at its own line's end: its hyphen stays where the next joining finds it.
  if (word.tail.end < text.size() && (text[word.tail.end] == '\n' || text[word.tail.end] == '\r') &&
      (tail.ends_with('-') || tail.ends_with("‐") || tail.ends_with("¬") || tail.ends_with("\u00AD")))
    word.rest_is_broken = true;
  if (word.rest_is_broken) word.tail.end = word.right.end;
  return word;
}

BrokenWordCounts::BrokenWordCounts(const RuleInput& input, const std::vector<BrokenWord>& broken) {
  for (const BrokenWord& word : broken) {
    const WordHalves halves = word.halves(input.text);
    counts_.emplace(halves.joined(), 0);
    counts_.emplace(halves.hyphenated(), 0);
  }
  for (const std::string_view day : kDayWords) {
    counts_.emplace("to-" + std::string(day), 0);
    counts_.emplace("to" + std::string(day), 0);
  }
  for (const text::Token& token : input.tokens) {
    if (token.kind != text::TokenKind::kWord || token.span.size() > 2 * kLongestPart) continue;
    const auto found = counts_.find(text::to_lower(token.span.of(input.text)));
    if (found != counts_.end()) ++found->second;
  }
}

std::size_t BrokenWordCounts::of(const std::string& word) const {
  const auto found = counts_.find(word);
  return found == counts_.end() ? 0 : found->second;
}

std::size_t BrokenWordCounts::of_day_words(std::string_view beginning) const {
  std::size_t sum = 0;
  for (const std::string_view day : kDayWords) sum += of(std::string(beginning) + std::string(day));
  return sum;
}

std::optional<HyphenJudgement> judge_broken_word(const RuleInput& input, const BrokenWord& word,
                                                 const BrokenWordCounts& counts) {
  const WordHalves halves = word.halves(input.text);
  const std::string left(word.left.of(input.text));
  const std::string right(word.right.of(input.text));
  const std::string joined = left + right;
  const std::string shown = "“" + joined + "”";
  const std::string shown_hyphenated = "“" + left + "-" + right + "”";
  if (word.is_typographic)
    return HyphenJudgement{false, true, 0.99, "A soft hyphen or a break sign at a line's end only ever breaks a word"};

  // A file that was made from the scan may tell both halves' whole.
  const std::string whole = whole_word_at(input, word);
  if (whole == joined) return HyphenJudgement{false, true, 0.99, "The file says that both halves make " + shown};
  if (whole == left + "-" + right)
    return HyphenJudgement{true, true, 0.99, "The file says that both halves make " + shown_hyphenated};

  const bool is_upper = text::casing_of(left) == text::Casing::kUpper &&
                        text::casing_of(right) == text::Casing::kUpper && word.left.size() + word.right.size() > 2;
  const bool right_is_lower = text::casing_of(right) == text::Casing::kLower;
  const std::size_t times_hyphenated = counts.of(halves.hyphenated());
  const std::size_t times_joined = counts.of(halves.joined());
  if (times_hyphenated > times_joined)
    return HyphenJudgement{true, true, 0.97, "The document writes " + shown_hyphenated + " with its hyphen elsewhere"};
  if (!right_is_lower && !is_upper) {
    if (text::casing_of(right) != text::Casing::kCapitalised || text::casing_of(left) != text::Casing::kCapitalised)
      return std::nullopt;
    return HyphenJudgement{true, true, 0.93, "A capital stands behind the hyphen: the parts of a double name keep it"};
  }
  if (times_joined > 0)
    return HyphenJudgement{false, true, 0.99, "The document writes " + shown + " in one word elsewhere"};
  const bool is_day_word = halves.left == "to" && is_among(kDayWords, halves.right);
  if (is_day_word && counts.of_day_words("to-") > counts.of_day_words("to"))
    return HyphenJudgement{true, true, 0.95, "The document writes “to-day”, “to-night” and “to-morrow” with a hyphen"};
  // Books and papers were of two minds for a century: in the prose of the open data the hyphen is the more frequent.
  if (is_day_word && counts.of_day_words("to") == 0)
    return HyphenJudgement{false, false, 0.5,
                           shown + " was written with and without its hyphen, and the document does not tell"};
  if (is_among(kTens, halves.left) && is_among(kUnits, halves.right))
    return HyphenJudgement{true, true, 0.98, shown_hyphenated + " is a number in words"};
  if (is_word(input, joined)) return HyphenJudgement{false, true, 0.99, shown + " is a word"};

  const bool both_are_words =
      halves.left.size() > 1 && halves.right.size() > 1 && is_word(input, left) && is_word(input, right);
  if (halves.left == "self" || (is_among(kHyphenPrefixes, halves.left) && is_word(input, right)))
    return HyphenJudgement{
        true, true, 0.95,
        "Compounds with “" + halves.left + "-” keep their hyphen, and " + shown + " is in no dictionary"};
  const std::string halves_are_words = shown + " is in no dictionary, but its halves are";
  if (both_are_words) {
    // A typewriter has no dash; a hyphen stands for it.
    if (is_among(kClauseOpeners, halves.right)) return std::nullopt;
    const bool is_name = text::casing_of(left) == text::Casing::kCapitalised && !is_among(kSecondHalves, halves.right);
    if (is_name || is_upper)
      return HyphenJudgement{false, false, 0.65, "A name may be broken here; " + halves_are_words};
    return HyphenJudgement{true, false, 0.85, "A compound may be broken at its own hyphen; " + halves_are_words};
  }
  if (is_among(kSecondHalves, halves.right))
    return HyphenJudgement{true, false, 0.8, "Compounds that end in “" + right + "” have a hyphen"};
  return HyphenJudgement{false, true, 0.97,
                         "The word is broken at the line's end, and not both of its halves are words", false};
}

}  // namespace emend::correct
