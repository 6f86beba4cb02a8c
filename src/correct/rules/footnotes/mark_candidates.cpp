#include "correct/rules/footnotes/mark_candidates.h"

#include <algorithm>
#include <array>
#include <set>

#include "correct/rules/footnotes/mark_evidence.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

using Glyphs = FootnoteMarkCandidate::Glyphs;

// Four dots are an ellipsis and a full stop; more are the leader of a table.
constexpr std::size_t kFewestEllipsisDots = 3;
constexpr std::size_t kMostEllipsisDots = 4;
constexpr std::string_view kEllipsis = "…";

// Words that a decimal fraction never follows with a bare stop, and that go on a sentence behind a mark.
constexpr std::array<std::string_view, 24> kSmallWords = {
    "to",   "the", "and", "in",   "of", "that", "which", "for", "with",  "is",   "was",  "are",
    "were", "by",  "at",  "from", "as", "but",  "or",    "on",  "about", "than", "only", "nearly"};

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_white(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'; }
bool is_small_word(std::string_view word) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
}

class CandidateFinder {
 public:
  explicit CandidateFinder(const RuleInput& input) : input_(input), text_(input.text) {}

  std::vector<FootnoteMarkCandidate> found() {
    note_lone_letters();
    for (std::size_t i = 0; i < text_.size();) {
      const char c = text_[i];
      if (c == '[' || c == '{' || c == '(') {
        i = take_brackets(i);
      } else if (c == '.' || c == '!' || c == '?' || text_.substr(i, kEllipsis.size()) == kEllipsis) {
        i = take_stop(i);
      } else if (is_ascii_digit(c)) {
        i = take_digits(i);
      } else {
        braces_ += c == '}' ? 1 : 0;
        ++i;
      }
    }
    drop_what_is_in_other_use();
    return std::move(candidates_);
  }

 private:
  // Letters that stand alone between spaces.
  void note_lone_letters() {
    for (const text::Token& token : input_.tokens) {
      if (token.kind != text::TokenKind::kWord || token.span.size() != 1) continue;
      if (token.span.begin == 0 || is_white(text_[token.span.begin - 1]) || text_[token.span.begin - 1] == '(')
        lone_letters_.insert(text_[token.span.begin]);
    }
  }

  bool begins_line(std::size_t offset) const {
    while (offset > 0 && text_[offset - 1] == ' ') --offset;
    return offset == 0 || text_[offset - 1] == '\n';
  }

  Behind behind(std::size_t offset) const {
    while (offset < text_.size() && (text_[offset] == ' ' || text_[offset] == '\r')) ++offset;
    if (offset == text_.size()) return Behind::kParagraphEnd;
    if (text_[offset] == '\n') {
      ++offset;
      while (offset < text_.size() && (text_[offset] == ' ' || text_[offset] == '\r')) ++offset;
      if (offset == text_.size() || text_[offset] == '\n') return Behind::kParagraphEnd;
    }
    text::Decoded here = text::decode_at(text_, offset);
    for (const char32_t opening : {U'"', U'“', U'‘', U'\'', U'(', U'«'})
      if (here.code_point == opening) {
        here = text::decode_at(text_, offset + here.size);
        break;
      }
    if (text::is_upper(here.code_point)) return Behind::kCapital;
    return text::is_lower(here.code_point) ? Behind::kSmall : Behind::kOther;
  }

  // What a bracket at `offset` stands behind.
  Before before_bracket(std::size_t offset) const {
    std::size_t end = offset;
    for (int closing = 0; closing < 2; ++closing) {
      const text::Decoded last = text::decode_before(text_, end);
      const char32_t c = last.code_point;
      if (c != '"' && c != '\'' && c != 0x201D && c != 0x2019 && c != ')' && c != 0xBB) break;
      end -= last.size;
    }
    if (text_.substr(0, end).ends_with("..") || text_.substr(0, end).ends_with(kEllipsis)) return Before::kEllipsis;
    const char last = end > 0 ? text_[end - 1] : ' ';
    return last == '.' || last == '!' || last == '?' ? Before::kSentenceEnd : Before::kWord;
  }

  // "[1]", "{1}", "(1]", "[1": returns where to go on.
  std::size_t take_brackets(std::size_t open) {
    const std::size_t go_on = open + 1;
    braces_ += text_[open] == '{' ? 1 : 0;
    std::size_t end = open + 1;
    while (end < text_.size() && end - open <= kMostGlyphs && mark_number(text_.substr(open + 1, end - open), true))
      ++end;
    if (end == open + 1) return go_on;
    const std::string_view inside = text_.substr(open + 1, end - open - 1);
    const char close = end < text_.size() ? text_[end] : '\n';
    const bool is_closed = close == ']' || close == '}' || close == ')';
    if (!is_closed && (text_[open] == '(' || !is_white(close))) return go_on;
    if (text_[open] == '(' && close == ')') return go_on;  // a number in round brackets is an author's
    end += is_closed ? 1 : 0;
    if (begins_line(open)) return go_on;  // a note, not its mark
    const text::Decoded next = text::decode_at(text_, end);
    if (next.size > 0 && (text::is_letter(next.code_point) || text::is_digit(next.code_point))) return go_on;

    FootnoteMarkCandidate candidate;
    candidate.span = {open, end};
    candidate.number = mark_number(inside, true);
    const bool is_clean = text_[open] == '[' && close == ']' && mark_number(inside, false).has_value();
    candidate.glyphs = is_clean ? Glyphs::kMark : Glyphs::kBrackets;
    if (!is_clean && (is_white(text_[open - 1]) || !is_after_text(open))) return go_on;
    const Before before = before_bracket(open);
    add(std::move(candidate), before);
    return end;
  }

  // Whether a letter, a stop or a closing quotation mark stands directly before.
  bool is_after_text(std::size_t offset) const {
    const char32_t c = text::decode_before(text_, offset).code_point;
    for (const char32_t mark : {U'.', U',', U';', U':', U'!', U'?', U'…', U'"', U'”', U'’', U'\'', U')', U'»'})
      if (c == mark) return true;
    return text::is_letter(c);
  }

  // What is attached to a full stop or ellipsis that begins at `begin`: returns where to go on.
  std::size_t take_stop(std::size_t begin) {
    std::size_t end = begin;
    std::size_t dots = 0;
    while (end < text_.size()) {
      if (text_[end] == '.') {
        ++dots;
        ++end;
      } else if (text_.substr(end, kEllipsis.size()) == kEllipsis) {
        dots += kFewestEllipsisDots;
        end += kEllipsis.size();
      } else {
        break;
      }
    }
    if (dots == 0) ++end;  // "!" or "?"
    const std::size_t go_on = end;
    if (dots > kMostEllipsisDots || begin == 0) return go_on;
    const bool is_ellipsis = dots >= kFewestEllipsisDots;
    const char32_t c = text::decode_before(text_, begin).code_point;
    if (dots == 1 && c == ' ') {
      take_torn_stop(begin);
      return go_on;
    }
    if (!is_ellipsis && !text::is_letter(c)) return go_on;

    if (is_ellipsis && end < text_.size() && text_[end] == ' ') return take_loose_digits(end), go_on;
    for (int closing = 0; closing < 2; ++closing) {
      const text::Decoded mark = text::decode_at(text_, end);
      if (mark.code_point != '"' && mark.code_point != 0x201D && mark.code_point != 0x2019 && mark.code_point != ')')
        break;
      end += mark.size;
    }
    take_attached(end, is_ellipsis, begin);
    return go_on;
  }

  // "... 2 The": digits between an ellipsis and a capital.
  void take_loose_digits(std::size_t space) {
    std::size_t end = space + 1;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - space <= 2) ++end;
    const auto number = mark_number(text_.substr(space + 1, end - space - 1), false);
    if (!number || end >= text_.size() || text_[end] != ' ') return;
    if (!text::is_upper(text::decode_at(text_, end + 1).code_point)) return;
    FootnoteMarkCandidate candidate;
    candidate.span = {space, end};
    candidate.glyphs = Glyphs::kDigits;
    candidate.number = number;
    add(std::move(candidate), Before::kLooseEllipsis);
  }

  // "grain .21 to": digits where no decimal fraction can stand.
  void take_torn_stop(std::size_t stop) {
    std::size_t end = stop + 1;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - stop <= kMostGlyphs) ++end;
    if (end == stop + 1) return;
    ++bare_fractions_;
    const auto number = mark_number(text_.substr(stop + 1, end - stop - 1), false);
    if (!number || end >= text_.size() || text_[end] != ' ' || end - stop > kMostGlyphs) return;
    const std::string_view before = word_before(stop - 1);
    const std::string_view behind_it = word_at(end + 1);
    if (before.size() < 3 || is_small_word(before) || !input_.lexicon.has(before)) return;
    if (!is_small_word(behind_it)) return;
    // "diameter .21 to .25"
    for (std::size_t i = end; i < std::min(end + 16, text_.size()); ++i)
      if (is_ascii_digit(text_[i])) return;
    FootnoteMarkCandidate candidate;
    candidate.span = {stop + 1, end};
    candidate.glyphs = Glyphs::kDigits;
    candidate.number = number;
    add(std::move(candidate), Before::kTornStop);
  }

  // "Marx154 though", "created,142 the": brackets lost behind a word or a comma. Returns where the digits end.
  std::size_t take_digits(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    if (begin == 0 || end == text_.size() || !is_white(text_[end])) return end;
    const auto number = mark_number(text_.substr(begin, end - begin), false);
    if (!number) return end;
    const char before = text_[begin - 1];
    const bool has_comma = before == ',' || before == ';' || before == ':';
    const std::string_view word = word_before(has_comma ? begin - 1 : begin);
    constexpr std::size_t kShortestWord = 4;
    if (word.size() < kShortestWord || !input_.lexicon.has(word)) return end;
    FootnoteMarkCandidate candidate;
    candidate.span = {begin, end};
    candidate.glyphs = Glyphs::kDigits;
    candidate.number = number;
    candidate.is_weak = true;
    add(std::move(candidate), Before::kWord);
    return end;
  }

  // "....@ In", "...Z In", "....1] The", "end.2 The".
  void take_attached(std::size_t begin, bool is_ellipsis, std::size_t stop) {
    std::size_t end = begin;
    std::size_t count = 0;
    bool has_symbol = false;
    bool is_plain = true;  // nothing but symbols, digits and their look-alikes
    while (end < text_.size() && !is_white(text_[end])) {
      const text::Decoded here = text::decode_at(text_, end);
      if (++count > kMostGlyphs) return;
      has_symbol = has_symbol || is_mark_symbol(here.code_point);
      const char32_t c = here.code_point;
      is_plain = is_plain && (is_mark_symbol(c) || text::is_digit(c) || c == 'l' || c == 'I' || c == 'i');
      end += here.size;
    }
    if (count == 0) return;
    const std::string_view glyphs = text_.substr(begin, end - begin);
    FootnoteMarkCandidate candidate;
    candidate.span = {begin, end};
    const Behind next = behind(end);
    if (glyphs.front() == '[' || glyphs.front() == '{') {
      if (end - begin > 1 && mark_number(glyphs.substr(1, 1), true)) return;  // take_brackets' business
    }
    if (glyphs.ends_with(']') || glyphs.ends_with('}')) {
      candidate.number = mark_number(glyphs.substr(0, glyphs.size() - 1), true);
      if (candidate.number) candidate.glyphs = Glyphs::kBrackets;
    }
    if (!candidate.number && (next == Behind::kOther || next == Behind::kSmall)) return;
    if (candidate.number) {
      // "1]" behind a stop: half a mark.
    } else if (const auto number = mark_number(glyphs, false)) {
      if (next == Behind::kParagraphEnd && !is_ellipsis) return;  // the last line of a table
      if (!is_ellipsis && !follows_whole_word(stop)) return;
      candidate.number = number;
      candidate.glyphs = Glyphs::kDigits;
    } else if (has_symbol && is_plain) {
      candidate.glyphs = Glyphs::kSymbol;
    } else if (count == 1 && text::is_letter(text::decode_at(glyphs, 0).code_point)) {
      // Letters that are words by themselves begin a sentence.
      if (std::string_view("aAIOo").find(glyphs.front()) != std::string_view::npos) return;
      if (lone_letters_.contains(glyphs.front())) return;  // somebody's initial
      if (!is_ellipsis && !follows_whole_word(stop)) return;
      candidate.glyphs = Glyphs::kLetter;
    } else {
      return;
    }
    for (const char c : glyphs) braces_ += c == '}' ? 1 : 0;
    add(std::move(candidate), is_ellipsis ? Before::kEllipsis : Before::kSentenceEnd);
    for (const char c : glyphs) braces_ -= c == '}' ? 1 : 0;  // the scan meets them again
  }

  // An abbreviation with its number, "fig.3" and "No.2", is no sentence's end.
  bool follows_whole_word(std::size_t stop) const {
    const std::string_view word = word_before(stop);
    return word.size() >= 5 && text::is_lower(text::decode_at(word, 0).code_point) && input_.lexicon.has(word);
  }

  std::string_view word_before(std::size_t end) const {
    std::size_t begin = end;
    constexpr std::size_t kLongest = 40;
    for (text::Decoded last = text::decode_before(text_, begin);
         text::is_letter(last.code_point) && end - begin < kLongest; last = text::decode_before(text_, begin))
      begin -= last.size;
    return text_.substr(begin, end - begin);
  }

  std::string_view word_at(std::size_t begin) const {
    std::size_t end = begin;
    constexpr std::size_t kLongest = 40;
    for (text::Decoded next = text::decode_at(text_, end); text::is_letter(next.code_point) && end - begin < kLongest;
         next = text::decode_at(text_, end))
      end += next.size;
    return text_.substr(begin, end - begin);
  }

  void add(FootnoteMarkCandidate candidate, Before before) {
    const Behind next = behind(candidate.span.end);
    candidate.log_odds = log_odds_of(candidate.glyphs);
    if (!candidate.is_mark()) candidate.log_odds += log_odds_of(before) + log_odds_of(next);
    candidate.place = std::string(description_of(before)) + std::string(description_of(next));
    is_torn_.push_back(before == Before::kTornStop);
    candidates_.push_back(std::move(candidate));
  }

  // Braces in code and fractions in tables look like marks here and there; they are known by the others of their kind.
  void drop_what_is_in_other_use() {
    std::size_t marked_braces = 0;
    for (const FootnoteMarkCandidate& candidate : candidates_) marked_braces += count_braces(candidate);
    const bool braces_are_in_use = braces_ > 2 * marked_braces;
    const bool fractions_are_in_use = bare_fractions_ > 1;
    std::vector<FootnoteMarkCandidate> kept;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (braces_are_in_use && count_braces(candidates_[i]) > 0) continue;
      if (fractions_are_in_use && is_torn_[i]) continue;
      kept.push_back(std::move(candidates_[i]));
    }
    candidates_ = std::move(kept);
  }

  std::size_t count_braces(const FootnoteMarkCandidate& candidate) const {
    const std::string_view glyphs = candidate.span.of(text_);
    return static_cast<std::size_t>(std::count(glyphs.begin(), glyphs.end(), '{') +
                                    std::count(glyphs.begin(), glyphs.end(), '}'));
  }

  const RuleInput& input_;
  std::string_view text_;
  std::set<char> lone_letters_;
  std::vector<FootnoteMarkCandidate> candidates_;
  std::vector<bool> is_torn_;       // beside candidates_
  std::size_t braces_ = 0;          // met in the text
  std::size_t bare_fractions_ = 0;  // " .21"
};

}  // namespace

std::vector<FootnoteMarkCandidate> find_mark_candidates(const RuleInput& input) {
  return CandidateFinder(input).found();
}

}  // namespace emend::correct
