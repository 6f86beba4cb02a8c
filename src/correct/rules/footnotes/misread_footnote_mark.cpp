#include <algorithm>
#include <cmath>
#include <memory>

#include "correct/notes/text_notes.h"
#include "correct/rule.h"
#include "correct/rules/footnotes/mark_candidates.h"
#include "layout/note_sequence.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "misread-footnote-mark",
    .group = "footnotes",
    .summary = "Restore a footnote mark that was read as a brace, sign, letter or digit",
    .why =
        "A footnote mark like [3] is small and stands tight behind a stop, so engines read it as {3}, @, Z or 3. It "
        "is known by where it stands, behind an ellipsis or a sentence's end and before a capital or the end of a "
        "paragraph, by the sequence of all marks in the document, and by the notes that have no mark yet: a legible "
        "number is kept as read where it fits its neighbours, and one that is not legible is inferred from them.",
    .example_before = "There is no anarchy....{1} The people work it out....[2} They build....@ They have power....[4]",
    .example_after =
        "There is no anarchy....[1] The people work it out....[2] They build....[3] They have power....[4]",
    .applicability = edit::Applicability::kAutomatic,
};

// Below this a person decides. On books with their marks damaged at random, 8 of 100 of them lost, 9 of 10 inferred
// numbers above it are right, and all that were legible.
constexpr double kAutomaticProbability = 0.78;
// A run of illegible marks with an unsure one among them: the most that is said of each.
constexpr double kMostOfUnsureRun = 0.7;
// Below this the place is more probably no mark, and nothing is said.
constexpr double kLeastProbability = 0.5;
// No reading without the scan is surer.
constexpr double kMostProbableAsRead = 0.98;
constexpr double kMostProbableInferred = 0.95;
// A loose digit or letter without any other mark in the document.
constexpr double kMostProbableAlone = 0.6;
// Legible numbers that agree with each other: fewer are no sequence.
constexpr std::size_t kFewestForSequence = 2;

std::string bracketed(int number) { return "[" + std::to_string(number) + "]"; }

double log_odds(double probability) { return std::log(probability / (1 - probability)); }

// The marks around candidate `i` that the sequence rests on: "between [2] and [5]".
std::string neighbours(const std::vector<FootnoteMarkCandidate>& candidates,
                       const std::vector<layout::NoteNumber>& numbers, std::size_t i) {
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

std::vector<layout::NoteSite> sites_of(const std::vector<FootnoteMarkCandidate>& candidates) {
  using Glyphs = FootnoteMarkCandidate::Glyphs;
  std::vector<layout::NoteSite> sites;
  for (const FootnoteMarkCandidate& candidate : candidates) {
    layout::NoteSite site;
    site.log_odds = candidate.log_odds;
    site.number = candidate.number;
    site.is_certain = candidate.is_mark();
    site.may_be_misread = candidate.glyphs == Glyphs::kDigits;
    site.is_weak = candidate.is_weak;
    sites.push_back(std::move(site));
  }
  return sites;
}

// More illegible marks than this for each legible one: they are some other habit of the document.
constexpr std::size_t kMostInferredPerRead = 3;

// What the sequence says of one candidate.
struct Finding {
  bool is_included = false;  // more probably a mark than not
  bool is_read = false;      // its own digits say the number
  double probability = 0;
};

class MisreadFootnoteMark final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<FootnoteMarkCandidate> candidates = find_mark_candidates(input);
    const auto is_mark = [](const FootnoteMarkCandidate& candidate) { return candidate.is_mark(); };
    if (candidates.size() > layout::kMostNoteSites || std::all_of(candidates.begin(), candidates.end(), is_mark))
      return;
    const std::vector<layout::NoteNumber> numbers =
        layout::number_sites(sites_of(candidates), {}, labels_of_notes(find_text_notes(input.text)));
    std::vector<Finding> findings(candidates.size());
    std::size_t established = 0;
    std::size_t inferred = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      findings[i] = {numbers[i].probability >= kLeastProbability, candidates[i].number == numbers[i].number,
                     numbers[i].probability};
      if (findings[i].is_included && findings[i].is_read && !candidates[i].is_weak) ++established;
      if (findings[i].is_included && !findings[i].is_read) ++inferred;
    }
    if (established == 0 || inferred > kMostInferredPerRead * established) return;  // nothing to count from
    make_runs_agree(findings);

    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (candidates[i].is_mark() || !findings[i].is_included) continue;
      const bool rests_on_sequence = established >= kFewestForSequence;
      const bool is_sure = rests_on_sequence || (findings[i].is_read && candidates[i].is_unmistakable());
      const double most = !is_sure              ? kMostProbableAlone
                          : findings[i].is_read ? kMostProbableAsRead
                                                : kMostProbableInferred;
      const double probability = std::min(findings[i].probability, most);
      const std::string number = std::to_string(numbers[i].number);
      edit::Edit edit = make_edit(
          kInfo, input, candidates[i].span, bracketed(numbers[i].number),
          "A footnote mark " + candidates[i].place +
              (findings[i].is_read ? ", its number as read" : ", its number inferred from the sequence of marks"),
          probability);
      if (!is_sure || candidates[i].is_weak || probability < kAutomaticProbability)
        edit.applicability = edit::Applicability::kProposed;
      edit.evidence = {
          {std::string(kInfo.id), "It stands " + candidates[i].place, candidates[i].log_odds},
          {"document",
           findings[i].is_read
               ? "The number " + number + " is legible: as read"
               : "The number " + number + " is inferred from the sequence: " + neighbours(candidates, numbers, i),
           log_odds(probability) - candidates[i].log_odds}};
      edits.push_back(std::move(edit));
    }
  }

 private:
  // Illegible marks in a row, with no legible one between them, are numbered all together or not at all: each number
  // rests on the others, and a repaired one must not make the next look surer than it is.
  static void make_runs_agree(std::vector<Finding>& findings) {
    for (std::size_t first = 0; first < findings.size();) {
      std::size_t end = first;
      double least = 1;
      for (; end < findings.size() && !(findings[end].is_included && findings[end].is_read); ++end)
        if (findings[end].is_included) least = std::min(least, findings[end].probability);
      if (least < kAutomaticProbability)
        for (std::size_t i = first; i < end; ++i)
          if (findings[i].is_included) findings[i].probability = std::min(findings[i].probability, kMostOfUnsureRun);
      first = end + 1;
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_misread_footnote_mark() { return std::make_unique<MisreadFootnoteMark>(); }

}  // namespace emend::correct
