#include <algorithm>
#include <cmath>
#include <memory>

#include "correct/rule.h"
#include "correct/rules/footnotes/mark_candidates.h"
#include "correct/rules/footnotes/mark_sequence.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "misread-footnote-mark",
    .group = "footnotes",
    .summary = "Restore a footnote mark that was read as a brace, sign, letter or digit",
    .why =
        "A footnote mark like [3] is small and stands tight behind a stop, so engines read it as {3}, @, Z or 3. It "
        "is known by where it stands, behind an ellipsis or a sentence's end and before a capital or the end of a "
        "paragraph, and by the sequence of all marks in the document: a legible number is kept as read where it "
        "fits its neighbours, and one that is not legible is inferred from them.",
    .example_before = "There is no anarchy....{1} The people work it out....[2} They build....@ They have power....[4]",
    .example_after =
        "There is no anarchy....[1] The people work it out....[2] They build....[3] They have power....[4]",
    .applicability = edit::Applicability::kAutomatic,
};

// Below this, one edit in four would be wrong: a person decides.
constexpr double kAutomaticProbability = 0.75;
// Below this the place is more probably no mark, and nothing is said.
constexpr double kLeastProbability = 0.5;
// No reading without the scan is surer.
constexpr double kMostProbableAsRead = 0.98;
constexpr double kMostProbableInferred = 0.95;
// Legible numbers that agree with each other: fewer are no sequence.
constexpr std::size_t kFewestForSequence = 2;

std::string bracketed(int number) { return "[" + std::to_string(number) + "]"; }

double log_odds(double probability) { return std::log(probability / (1 - probability)); }

// The marks around candidate `i` that the sequence rests on: "between [2] and [5]".
std::string neighbours(const std::vector<MarkCandidate>& candidates, const std::vector<MarkNumber>& numbers,
                       std::size_t i) {
  std::string before;
  for (std::size_t j = i; j-- > 0 && before.empty();)
    if (numbers[j].probability >= kLeastProbability) before = bracketed(numbers[j].number);
  std::string behind;
  for (std::size_t j = i + 1; j < candidates.size() && behind.empty(); ++j)
    if (numbers[j].probability >= kLeastProbability) behind = bracketed(numbers[j].number);
  if (before.empty() && behind.empty()) return "no other mark is known";
  if (before.empty()) return "the next mark is " + behind;
  if (behind.empty()) return "the mark before it is " + before;
  return "it stands between " + before + " and " + behind;
}

class MisreadFootnoteMark final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<MarkCandidate> candidates = find_mark_candidates(input);
    if (candidates.empty() || candidates.size() > kMostMarkCandidates) return;
    const std::vector<MarkNumber> numbers = number_marks(candidates);
    std::size_t established = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (candidates[i].number == numbers[i].number && numbers[i].probability >= kLeastProbability) ++established;

    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const MarkCandidate& candidate = candidates[i];
      if (candidate.is_mark() || numbers[i].probability < kLeastProbability) continue;
      const bool is_read = candidate.number == numbers[i].number;
      if (!is_read && established == 0) continue;  // nothing to count from
      const std::string mark = bracketed(numbers[i].number);
      const double probability =
          std::min(numbers[i].probability, is_read ? kMostProbableAsRead : kMostProbableInferred);
      edit::Edit edit =
          make_edit(kInfo, input, candidate.span, mark,
                    is_read ? "A footnote mark " + candidate.place + ", its number as read"
                            : "A footnote mark " + candidate.place + ", its number inferred from the sequence of marks",
                    probability);
      const bool rests_on_sequence = established >= kFewestForSequence;
      const bool is_sure = rests_on_sequence || (is_read && candidate.is_unmistakable());
      if (!is_sure || probability < kAutomaticProbability) edit.applicability = edit::Applicability::kProposed;
      edit.evidence = {{std::string(kInfo.id), "It stands " + candidate.place, candidate.log_odds},
                       {"document",
                        is_read ? "The number " + std::to_string(numbers[i].number) + " is legible: as read"
                                : "Number " + std::to_string(numbers[i].number) +
                                      " inferred from the sequence: " + neighbours(candidates, numbers, i),
                        log_odds(probability) - candidate.log_odds}};
      edits.push_back(std::move(edit));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_misread_footnote_mark() { return std::make_unique<MisreadFootnoteMark>(); }

}  // namespace emend::correct
