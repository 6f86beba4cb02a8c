#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "correct/rule.h"
#include "correct/rules/lines/broken_word.h"

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

class LineEndHyphen final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    std::vector<BrokenWord> broken;
    for (std::size_t i = input.text.find('\n'); i != std::string_view::npos; i = input.text.find('\n', i + 1)) {
      const bool has_return = i > 0 && input.text[i - 1] == '\r';
      if (const auto word = broken_word_at(input.text, {i - has_return, i + 1})) broken.push_back(*word);
    }
    if (broken.empty()) return;
    const BrokenWordCounts counts(input, broken);
    for (const BrokenWord& word : broken) propose_joining(input, word, counts, edits);
  }

 private:
  static void propose_joining(const RuleInput& input, const BrokenWord& word, const BrokenWordCounts& counts,
                              std::vector<edit::Edit>& edits) {
    const std::optional<HyphenJudgement> judgement = judge_broken_word(input, word, counts);
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
