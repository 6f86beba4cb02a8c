#include <algorithm>
#include <memory>
#include <string>

#include "correct/rule.h"
#include "correct/rules/lines/line_view.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "false-paragraph-break",
    .group = "lines",
    .summary = "Join a sentence that an empty line tears in two",
    .why =
        "A page's end, a column's end or a gap in the layout becomes an empty line, and the sentence goes on behind "
        "it. The line before is a full one and ends in the middle of a sentence, with a letter and no mark behind "
        "it; the next begins with a small letter. Headings, verse, lists, tables, addresses and the short lines of "
        "a colophon are left alone.",
    .example_before = "it is from the immediate practice that the experience of the masses\n\nflows into the movement",
    .example_after = "it is from the immediate practice that the experience of the masses flows into the movement",
    .applicability = edit::Applicability::kAutomatic,
};

// A line shorter than this is not a full line of any column. In code points.
constexpr std::size_t kShortestLine = 30;
// Where a paragraph is one line, its length says nothing about the page; a full line of type is about this long.
constexpr std::size_t kLongestFullLine = 80;
// Above and below one empty line; more of them stand at a chapter's end.
constexpr std::size_t kMostEmptyLines = 1;

struct Gap {
  std::size_t above = 0;  // the last line before the empty ones
  std::size_t below = 0;  // the first behind them
};

// Small words that no sentence ends with: what follows them belongs to it.
bool needs_a_continuation(std::string_view word) {
  for (const std::string_view small :
       {"the",  "a",     "an",   "of",  "to",  "and",  "or",  "in",   "by",  "with", "from",  "for",
        "that", "which", "is",   "are", "was", "were", "be",  "has",  "had", "have", "their", "his",
        "its",  "our",   "your", "on",  "at",  "as",   "who", "will", "not", "this"})
    if (word == small) return true;
  return false;
}

std::string_view last_word(std::string_view content) {
  const std::size_t space = content.rfind(' ');
  return space == std::string_view::npos ? content : content.substr(space + 1);
}

bool begins_with_small_letter(std::string_view content) {
  return text::is_lower(text::decode_at(content, 0).code_point);
}

// Words in small letters: "is", "going"; labels, addresses and formulas are not.
bool begins_with_plain_word(std::string_view content) {
  std::size_t i = 0;
  for (text::Decoded here = text::decode_at(content, 0); here.size > 0; here = text::decode_at(content, i)) {
    if (!text::is_letter(here.code_point) && !text::is_mark(here.code_point)) {
      constexpr std::string_view kBehindWords = " ,.;:!?)'\"-";
      return i > 0 && (here.code_point >= 0x80 ||
                       kBehindWords.find(static_cast<char>(here.code_point)) != std::string_view::npos);
    }
    i += here.size;
  }
  return false;  // one word alone on its line: a label
}

// The letters that a line begins with.
std::string_view first_word(std::string_view content) {
  std::size_t end = 0;
  for (text::Decoded here = text::decode_at(content, 0); text::is_letter(here.code_point);
       here = text::decode_at(content, end))
    end += here.size;
  return content.substr(0, end);
}

// Neither half of a torn word is a word, and the whole is.
bool is_torn_word(const lexicon::Lexicon& lexicon, std::string_view left, std::string_view right) {
  return !lexicon.has(left) && !lexicon.has(right) && lexicon.has(std::string(left) + std::string(right));
}

bool is_mostly_upper(std::string_view content) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i < content.size();) {
    const text::Decoded here = text::decode_at(content, i);
    upper += text::is_upper(here.code_point) ? 1 : 0;
    lower += text::is_lower(here.code_point) ? 1 : 0;
    i += here.size;
  }
  return upper >= lower;
}

class FalseParagraphBreak final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::size_t full_line = std::min(full_line_length(input), kLongestFullLine);
    Gap gap;
    bool has_line_above = false;
    for (std::size_t line = 0; line < input.lines.line_count(); ++line) {
      if (view_line(input, line).is_blank()) continue;
      gap.below = line;
      const std::size_t empty_lines = has_line_above ? gap.below - gap.above - 1 : 0;
      if (empty_lines >= 1 && empty_lines <= kMostEmptyLines) propose_joining(input, gap, full_line, edits);
      gap.above = line;
      has_line_above = true;
    }
  }

 private:
  static bool is_verse(const RuleInput& input, std::size_t last_line) {
    // Every line of a stanza begins with a capital; three in a row are no accident in prose.
    std::size_t capitals = 0;
    for (std::size_t line = last_line + 1; line-- > 0 && capitals < 3;) {
      const LineView view = view_line(input, line);
      if (view.is_blank()) break;
      if (!text::is_upper(text::decode_at(input.text, view.content.begin).code_point)) return false;
      ++capitals;
    }
    return capitals >= 3;
  }

  static void propose_joining(const RuleInput& input, Gap gap, std::size_t full_line, std::vector<edit::Edit>& edits) {
    const LineView above = view_line(input, gap.above);
    const LineView below = view_line(input, gap.below);
    const std::string_view head = above.content.of(input.text);
    const std::string_view rest = below.content.of(input.text);
    if (above.indent > 1 || below.indent > 1) return;
    if (!text::is_letter(text::decode_before(head, head.size()).code_point)) return;
    if (!begins_with_small_letter(rest) || !begins_with_plain_word(rest)) return;
    const std::size_t length = text::count_code_points(head);
    const bool is_lone_line = gap.above == 0 || view_line(input, gap.above - 1).is_blank();
    if (length < kShortestLine || length * 10 < full_line * (is_lone_line ? 9 : 6)) return;
    if (is_mostly_upper(head) || has_columns(head) || has_columns(rest)) return;
    if (starts_with_web_address(rest) || starts_list_item(rest) || head.find("://") != std::string_view::npos) return;
    if (is_verse(input, gap.above)) return;

    // Judged: in 13 MB of right text the rule fires once, and is right there.
    const bool tears_word = is_torn_word(input.lexicon, last_word(head), first_word(rest));
    const bool tears_phrase = tears_word || needs_a_continuation(last_word(head));
    const double probability = tears_phrase ? 0.97 : is_lone_line ? 0.8 : 0.92;
    edit::Edit edit = make_edit(
        kInfo, input, {above.content.end, below.content.begin}, tears_word ? "" : " ",
        tears_word ? "A full line ends in the middle of a word, and its rest stands behind the empty line"
                   : "A full line ends in the middle of a sentence, and the sentence goes on in small letters "
                     "behind the empty line",
        probability);
    if (is_lone_line && !tears_phrase) edit.applicability = edit::Applicability::kProposed;
    edits.push_back(std::move(edit));
  }
};

}  // namespace

std::unique_ptr<Rule> make_false_paragraph_break() { return std::make_unique<FalseParagraphBreak>(); }

}  // namespace emend::correct
