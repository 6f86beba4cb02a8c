#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "correct/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "line-end-hyphen",
    .group = "lines",
    .summary = "Join a word that is broken at a line's end",
    .why =
        "A typist or a printer breaks a word with a hyphen where the line is full. The rest of the word moves up to "
        "its beginning. In measured pages 99 breaks of 100 lose their hyphen, so it stays only on strong evidence: "
        "the document writes the compound with its hyphen elsewhere, the halves are number words, a prefix like "
        "self- stands first, or a capital stands behind it. Where both halves are words and nothing tells whether "
        "their compound has a hyphen, the break is only proposed for joining. A text that was given as a text keeps "
        "its "
        "lines, and with them its hyphens, unless --join-hyphens asks for the joining; a scan's are joined.",
    .example_before = "they sent up rock-\nets, and the crowd",
    .example_after = "they sent up rockets,\nand the crowd",
    .applicability = edit::Applicability::kAutomatic,
    .moves_line_ends = true,
};

// In bytes; what is longer is no word, and moving it up would unsettle the lines.
constexpr std::size_t kLongestPart = 60;
constexpr std::size_t kLongestTail = 120;

// A word broken in two: left, hyphen, line break, right, and what moves up with it.
struct BrokenWord {
  text::Span left;    // letters before the hyphen
  text::Span hyphen;  // with the white space between it and the line break
  text::Span line_break;
  text::Span right;             // letters on the next line
  text::Span tail;              // `right` and everything up to the next white space
  bool rest_is_broken = false;  // the rest ends in a hyphen at its own line's end
  bool is_typographic = false;  // a soft hyphen or a not-sign: those only ever mark a break
};

struct Judgement {
  bool keeps_hyphen = false;
  bool is_automatic = true;
  double probability = 0;
  std::string reason;
};

bool is_word_character(char32_t c) { return text::is_letter(c) || text::is_mark(c); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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

class LineEndHyphen final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    std::vector<BrokenWord> broken;
    for (std::size_t i = input.text.find('\n'); i != std::string_view::npos; i = input.text.find('\n', i + 1))
      if (const auto word = broken_word_at(input.text, i)) broken.push_back(*word);
    if (broken.empty()) return;
    const WordCounts counts(input, broken);
    for (const BrokenWord& word : broken) propose_joining(input, word, counts, edits);
  }

 private:
  // How often the document writes each broken word in one piece and with a hyphen, in small letters.
  class WordCounts {
   public:
    WordCounts(const RuleInput& input, const std::vector<BrokenWord>& broken) {
      for (const BrokenWord& word : broken) {
        const Parts parts(input.text, word);
        counts_.emplace(parts.joined(), 0);
        counts_.emplace(parts.hyphenated(), 0);
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

    std::size_t of(const std::string& word) const {
      const auto found = counts_.find(word);
      return found == counts_.end() ? 0 : found->second;
    }
    std::size_t of_day_words(std::string_view beginning) const {
      std::size_t sum = 0;
      for (const std::string_view day : kDayWords) sum += of(std::string(beginning) + std::string(day));
      return sum;
    }

   private:
    std::unordered_map<std::string, std::size_t> counts_;
  };

  struct Parts {
    Parts(std::string_view text, const BrokenWord& word)
        : left(text::to_lower(word.left.of(text))), right(text::to_lower(word.right.of(text))) {}
    std::string joined() const { return left + right; }
    std::string hyphenated() const { return left + "-" + right; }
    std::string left;   // in small letters
    std::string right;  // in small letters
  };

  static std::optional<BrokenWord> broken_word_at(std::string_view text, std::size_t line_feed) {
    BrokenWord word;
    word.line_break = {line_feed, line_feed + 1};
    if (line_feed > 0 && text[line_feed - 1] == '\r') --word.line_break.begin;
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

  static bool is_word(const RuleInput& input, const std::string& word) {
    if (input.lexicon.has(word)) return true;
    const std::string lower = text::to_lower(word);
    return (lower != word && input.lexicon.has(lower)) ||
           input.lexicon.has(text::with_casing(lower, text::Casing::kCapitalised));
  }

  // What the file that was read tells of the word that the hyphen breaks; empty where it tells nothing.
  static std::string whole_word_at(const RuleInput& input, const BrokenWord& word) {
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

  static std::optional<Judgement> judge(const RuleInput& input, const BrokenWord& word, const WordCounts& counts) {
    const Parts parts(input.text, word);
    const std::string left(word.left.of(input.text));
    const std::string right(word.right.of(input.text));
    const std::string joined = left + right;
    const std::string shown = "“" + joined + "”";
    const std::string shown_hyphenated = "“" + left + "-" + right + "”";
    if (word.is_typographic)
      return Judgement{false, true, 0.99, "A soft hyphen or a break sign at a line's end only ever breaks a word"};

    // A file that was made from the scan may tell both halves' whole.
    const std::string whole = whole_word_at(input, word);
    if (whole == joined) return Judgement{false, true, 0.99, "The file says that both halves make " + shown};
    if (whole == left + "-" + right)
      return Judgement{true, true, 0.99, "The file says that both halves make " + shown_hyphenated};

    const bool is_upper = text::casing_of(left) == text::Casing::kUpper &&
                          text::casing_of(right) == text::Casing::kUpper && word.left.size() + word.right.size() > 2;
    const bool right_is_lower = text::casing_of(right) == text::Casing::kLower;
    const std::size_t times_hyphenated = counts.of(parts.hyphenated());
    const std::size_t times_joined = counts.of(parts.joined());
    if (times_hyphenated > times_joined)
      return Judgement{true, true, 0.97, "The document writes " + shown_hyphenated + " with its hyphen elsewhere"};
    if (!right_is_lower && !is_upper) {
      if (text::casing_of(right) != text::Casing::kCapitalised || text::casing_of(left) != text::Casing::kCapitalised)
        return std::nullopt;
      return Judgement{true, true, 0.93, "A capital stands behind the hyphen: the parts of a double name keep it"};
    }
    if (times_joined > 0)
      return Judgement{false, true, 0.99, "The document writes " + shown + " in one word elsewhere"};
    const bool is_day_word = parts.left == "to" && is_among(kDayWords, parts.right);
    if (is_day_word && counts.of_day_words("to-") > counts.of_day_words("to"))
      return Judgement{true, true, 0.95, "The document writes “to-day”, “to-night” and “to-morrow” with a hyphen"};
    // Books and papers were of two minds for a century: in the prose of the open data the hyphen is the more frequent.
    if (is_day_word && counts.of_day_words("to") == 0)
      return Judgement{false, false, 0.5,
                       shown + " was written with and without its hyphen, and the document does not tell"};
    if (is_among(kTens, parts.left) && is_among(kUnits, parts.right))
      return Judgement{true, true, 0.98, shown_hyphenated + " is a number in words"};
    if (is_word(input, joined)) return Judgement{false, true, 0.99, shown + " is a word"};

    const bool both_are_words =
        parts.left.size() > 1 && parts.right.size() > 1 && is_word(input, left) && is_word(input, right);
    if (parts.left == "self" || (is_among(kHyphenPrefixes, parts.left) && is_word(input, right)))
      return Judgement{true, true, 0.95,
                       "Compounds with “" + parts.left + "-” keep their hyphen, and " + shown + " is in no dictionary"};
    const std::string halves_are_words = shown + " is in no dictionary, but its halves are";
    if (both_are_words) {
      // A typewriter has no dash; a hyphen stands for it.
      if (is_among(kClauseOpeners, parts.right)) return std::nullopt;
      const bool is_name = text::casing_of(left) == text::Casing::kCapitalised && !is_among(kSecondHalves, parts.right);
      if (is_name || is_upper) return Judgement{false, false, 0.65, "A name may be broken here; " + halves_are_words};
      return Judgement{true, false, 0.85, "A compound may be broken at its own hyphen; " + halves_are_words};
    }
    if (is_among(kSecondHalves, parts.right))
      return Judgement{true, false, 0.8, "Compounds that end in “" + right + "” have a hyphen"};
    return Judgement{false, true, 0.97, "The word is broken at the line's end, and not both of its halves are words"};
  }

  static void propose_joining(const RuleInput& input, const BrokenWord& word, const WordCounts& counts,
                              std::vector<edit::Edit>& edits) {
    const std::optional<Judgement> judgement = judge(input, word, counts);
    if (!judgement) return;
    const std::string_view text = input.text;
    // The break moves behind the rest of the word, in place of the white space there.
    std::size_t end = word.tail.end;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    const bool line_goes_on = end < text.size() && text[end] != '\n' && text[end] != '\r';
    if (!line_goes_on || word.rest_is_broken) end = word.tail.end;
    std::string after(judgement->keeps_hyphen ? "-" : "");
    after += word.tail.of(text);
    if (line_goes_on && !word.rest_is_broken) after += word.line_break.of(text);
    edit::Edit edit =
        make_edit(kInfo, input, {word.hyphen.begin, end}, std::move(after), judgement->reason, judgement->probability);
    if (!judgement->is_automatic) edit.applicability = edit::Applicability::kProposed;
    edits.push_back(std::move(edit));
  }
};

}  // namespace

std::unique_ptr<Rule> make_line_end_hyphen() { return std::make_unique<LineEndHyphen>(); }

}  // namespace emend::correct
