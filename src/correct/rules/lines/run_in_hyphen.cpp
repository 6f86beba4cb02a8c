#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "correct/rule.h"
#include "correct/rules/lines/broken_word.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "run-in-hyphen",
    .group = "lines",
    .summary = "Join a word that was broken at a line's end that is no more",
    .why =
        "Where the lines of a print are run in to make one of a paragraph, a word that was broken at a line's end "
        "keeps its hyphen and gets a space behind it. No text has that in a word. The hyphen goes or stays as at a "
        "line's end (line-end-hyphen). Where only the halves tell of a compound, that its hyphen stays is only "
        "proposed, as it may be dirt between two words.",
    .example_before = "they sent up rock- ets, and the crowd",
    .example_after = "they sent up rockets, and the crowd",
    .applicability = edit::Applicability::kAutomatic,
};

// No printer carries a single letter to the next line; a lone one is the rest of something else.
constexpr std::size_t kShortestRest = 2;
// A rest that makes no word with what stands before it must look like one itself.
constexpr std::size_t kShortestRestOfUnknown = 3;

// "Sand- or clay-stained": the hyphen stands for the second half of a compound.
constexpr std::array<std::string_view, 4> kBehindSuspendedHyphen = {"and", "or", "nor", "to"};

// A hyphen and one space, letters on both sides and small ones behind, or capitals throughout: a name may have a dash
// behind it.
std::optional<BrokenWord> run_in_word_at(std::string_view text, std::size_t space) {
  if (space + 1 >= text.size() || text[space + 1] == ' ') return std::nullopt;
  const auto word = broken_word_at(text, {space, space + 1});
  if (!word || word->right.size() < kShortestRest) return std::nullopt;
  const std::string_view rest = word->right.of(text);
  if (std::find(kBehindSuspendedHyphen.begin(), kBehindSuspendedHyphen.end(), rest) != kBehindSuspendedHyphen.end())
    return std::nullopt;
  const text::Casing left = text::casing_of(word->left.of(text));
  const text::Casing right = text::casing_of(rest);
  const bool is_in_capitals = left == text::Casing::kUpper && right == text::Casing::kUpper;
  return right == text::Casing::kLower || is_in_capitals ? word : std::nullopt;
}

// Whether what stands behind the hyphen more likely belongs to another word, whose beginning is lost.
bool is_rest_of_another(const RuleInput& input, const BrokenWord& word) {
  return word.right.size() < kShortestRestOfUnknown || input.lexicon.has(word.halves(input.text).right);
}

class RunInHyphen final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    std::vector<BrokenWord> broken;
    for (std::size_t i = input.text.find("- "); i != std::string_view::npos; i = input.text.find("- ", i + 1))
      if (const auto word = run_in_word_at(input.text, i + 1)) broken.push_back(*word);
    if (broken.empty()) return;
    const BrokenWordCounts counts(input, broken);
    for (const BrokenWord& word : broken) {
      const std::optional<HyphenJudgement> judgement = judge_broken_word(input, word, counts);
      if (!judgement || (!judgement->is_known && is_rest_of_another(input, word))) continue;
      edits.push_back(make_edit(kInfo, input, {word.hyphen.begin, word.right.begin}, judgement->keeps_hyphen ? "-" : "",
                                judgement->reason, judgement->probability));
      if (!judgement->is_automatic) edits.back().applicability = edit::Applicability::kProposed;
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_run_in_hyphen() { return std::make_unique<RunInHyphen>(); }

}  // namespace emend::correct
