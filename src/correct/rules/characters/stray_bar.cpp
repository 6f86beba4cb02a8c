#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "stray-bar",
    .group = "characters",
    .summary = "Remove a bar that is the edge of the page or a line between columns",
    .why =
        "The shadow at the edge of a page and the rule between two columns are read as bars at the start or end of "
        "lines. A line of prose has no use for one bar there. Bars between words are only proposed, and lines with "
        "several bars are tables and are left alone.",
    .example_before = "| The committee met in the hall of the mill",
    .example_after = "The committee met in the hall of the mill",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kAtEdge = 0.93;
constexpr double kBetweenWords = 0.7;
// Fewer words make no line of prose: it may be a cell, a formula or a command.
constexpr std::size_t kFewestWords = 3;

bool is_bar(std::string_view token) { return token == "|" || token == "¦"; }

// What is known of a line before its bar is judged.
struct LineFacts {
  std::size_t first = 0;  // tokens [first, end) without the line break
  std::size_t end = 0;
  std::size_t bars = 0;
  std::size_t known_words = 0;    // words of two letters or more that the lexicon has
  std::size_t unknown_words = 0;  // numbers among them
  std::size_t bar = 0;            // the last bar
};

std::vector<LineFacts> facts_of_lines(const RuleInput& input) {
  std::vector<LineFacts> lines(1);
  for (std::size_t i = 0; i < input.tokens.size(); ++i) {
    const text::TokenKind kind = input.tokens[i].kind;
    const std::string_view token = token_text(input, i);
    if (kind == text::TokenKind::kLineBreak) {
      lines.back().end = i;
      lines.emplace_back();
      lines.back().first = i + 1;
    } else if (kind == text::TokenKind::kPunctuation && (token.front() == '|' || token.starts_with("¦"))) {
      ++lines.back().bars;
      if (!is_bar(token)) ++lines.back().bars;
      lines.back().bar = i;
    }
  }
  lines.back().end = input.tokens.size();
  for (LineFacts& line : lines) {
    if (line.bars != 1) continue;
    for (std::size_t i = line.first; i < line.end; ++i) {
      const text::TokenKind kind = input.tokens[i].kind;
      if (kind == text::TokenKind::kSpace) continue;
      const bool is_known =
          kind == text::TokenKind::kWord && input.tokens[i].span.size() > 1 && input.lexicon.has(token_text(input, i));
      if (is_known)
        ++line.known_words;
      else if (text::is_wordlike(kind))
        ++line.unknown_words;
    }
  }
  return lines;
}

bool is_prose(const LineFacts& line) {
  return line.known_words >= kFewestWords && line.known_words >= 2 * line.unknown_words;
}

class StrayBar final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<LineFacts> lines = facts_of_lines(input);
    for (std::size_t n = 0; n < lines.size(); ++n) {
      const LineFacts& line = lines[n];
      if (line.bars != 1 || !is_prose(line)) continue;
      if (begins_line(input, line.bar)) {
        propose_at_start(input, line, edits);
      } else if (ends_line(input, line.bar)) {
        propose_at_end(input, line, edits);
      } else if ((n == 0 || lines[n - 1].bars == 0) && (n + 1 == lines.size() || lines[n + 1].bars == 0)) {
        propose_between_words(input, line, edits);
      }
    }
  }

 private:
  static void propose_at_start(const RuleInput& input, const LineFacts& line, std::vector<edit::Edit>& edits) {
    const std::size_t next = line.bar + 2;
    // Glued to a word it may be a letter of it: "|n the".
    if (!is_token(input, line.bar + 1, text::TokenKind::kSpace)) return;
    if (!is_token(input, next, text::TokenKind::kWord) && !is_token(input, next, text::TokenKind::kNumber)) return;
    // Where a sentence begins with a small letter, the bar is its first word.
    const bool is_small = text::casing_of(token_text(input, next)) == text::Casing::kLower;
    if (is_small && begins_sentence(input, line.bar)) return;
    edits.push_back(make_edit(kInfo, input, {input.tokens[line.bar].span.begin, input.tokens[next].span.begin}, "",
                              "one bar before a line of prose", kAtEdge));
  }

  static void propose_at_end(const RuleInput& input, const LineFacts& line, std::vector<edit::Edit>& edits) {
    if (line.bar == 0 || !is_token(input, line.bar - 1, text::TokenKind::kSpace)) return;
    edits.push_back(make_edit(kInfo, input, {input.tokens[line.bar - 1].span.begin, input.tokens[line.bar].span.end},
                              "", "one bar after a line of prose", kAtEdge));
  }

  static void propose_between_words(const RuleInput& input, const LineFacts& line, std::vector<edit::Edit>& edits) {
    const std::size_t i = line.bar;
    if (!is_token(input, i - 1, text::TokenKind::kSpace) || !is_token(input, i + 1, text::TokenKind::kSpace)) return;
    for (const std::size_t neighbour : {i - 2, i + 2}) {
      if (!is_token(input, neighbour, text::TokenKind::kWord)) return;
      if (text::casing_of(token_text(input, neighbour)) != text::Casing::kLower) return;
    }
    edits.push_back(make_edit(kInfo, input, {input.tokens[i].span.begin, input.tokens[i + 2].span.begin}, "",
                              "one bar between the words of a sentence", kBetweenWords));
    edits.back().applicability = edit::Applicability::kProposed;
  }
};

}  // namespace

std::unique_ptr<Rule> make_stray_bar() { return std::make_unique<StrayBar>(); }

}  // namespace emend::correct
