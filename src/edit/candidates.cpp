#include "edit/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/visible.h"

namespace emend::edit {
namespace {

// Natural logarithm: sources that hold the two within a factor of two of each other favour neither.
constexpr double kLeastDifference = 0.7;
constexpr std::size_t kMostShown = 40;

// How a source's word for the winner reads, and its word for the other.
struct Phrases {
  std::string_view source, for_it, against_it;
};
constexpr std::array<Phrases, 4> kPhrases = {{
    {kSaysSentence, "it fits its sentence better", "the fit in the sentence"},
    {kSaysWord, "it is the commoner word", "its being the rarer word"},
    {kSaysMisreading, "the misreading is a likelier one", "the misreading that it supposes"},
    {kSaysEngine, "the engine was unsure of what it read", "the engine's sureness of what it read"},
}};

double weight_of(const Candidate& candidate, std::string_view source) {
  double weight = 0;
  for (const Evidence& said : candidate.says)
    if (said.source == source) weight += said.weight;
  return weight;
}

bool has_word_of(const Candidate& candidate, std::string_view source) {
  return std::any_of(candidate.says.begin(), candidate.says.end(),
                     [&](const Evidence& said) { return said.source == source; });
}

// Four digits are more than anybody can tell apart.
double rounded_probability(double probability) { return std::round(probability * 1e4) / 1e4; }

// "a, b and c"
std::string listed(const std::vector<std::string_view>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  return out;
}

std::string named(const Candidate& candidate) {
  if (candidate.is_text) return "the text as it stands";
  if (candidate.text.empty()) return "nothing at all";
  return "“" + text::visible(candidate.text, kMostShown) + "”";
}

}  // namespace

void sort_candidates(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.text < b.text;
  });
  for (std::size_t i = 0; i < candidates.size(); ++i)
    for (std::size_t k = candidates.size() - 1; k > i; --k)
      if (candidates[k].text == candidates[i].text) {
        candidates[i].probability = std::min(1.0, candidates[i].probability + candidates[k].probability);
        candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(k));
      }
}

void complete_candidates(Edit& edit) {
  const Candidate* first = winner(edit);
  if (first == nullptr) {
    edit.candidates = {{edit.after, edit.probability, false, {}},
                       {edit.before, rounded_probability(1 - edit.probability), true, {}}};
  } else {
    // Several proposers may have agreed on the edit; the surest of them says how sure it is.
    const double told = first->probability;
    const double scale = told < 1 ? (1 - edit.probability) / (1 - told) : 0;
    for (Candidate& candidate : edit.candidates)
      candidate.probability =
          candidate.text == edit.after ? edit.probability : rounded_probability(candidate.probability * scale);
  }
  sort_candidates(edit.candidates);
}

const Candidate* winner(const Edit& edit) {
  const auto found = std::find_if(edit.candidates.begin(), edit.candidates.end(),
                                  [&](const Candidate& candidate) { return candidate.text == edit.after; });
  return found == edit.candidates.end() ? nullptr : &*found;
}

const Candidate* runner_up(const Edit& edit) {
  const auto found = std::find_if(edit.candidates.begin(), edit.candidates.end(),
                                  [&](const Candidate& candidate) { return candidate.text != edit.after; });
  return found == edit.candidates.end() ? nullptr : &*found;
}

std::string why_it_won(const Edit& edit) {
  const Candidate* first = winner(edit);
  const Candidate* second = runner_up(edit);
  if (first == nullptr || second == nullptr) return {};
  std::vector<std::string_view> reasons;
  std::vector<std::string_view> doubts;
  for (const Phrases& phrases : kPhrases) {
    if (!has_word_of(*first, phrases.source) || !has_word_of(*second, phrases.source)) continue;
    const double difference = weight_of(*first, phrases.source) - weight_of(*second, phrases.source);
    if (difference >= kLeastDifference) reasons.push_back(phrases.for_it);
    if (difference <= -kLeastDifference) doubts.push_back(phrases.against_it);
  }

  if (second->probability > first->probability) {
    const std::string likelier = named(*first) + " is offered although " + named(*second) + " is likelier";
    return likelier + (reasons.empty() ? "" : "; for it speaks that " + listed(reasons)) +
           (doubts.empty() ? "" : "; against it " + listed(doubts)) + ".";
  }
  const std::string subject = (first->text.empty() ? "Leaving it out" : named(*first)) + " won over " + named(*second);
  if (reasons.empty() && doubts.empty()) {
    // A rule weighs nothing: it knows the fault.
    if (edit.reason.empty()) return subject + ".";
    return subject + ": " + edit.reason + ".";
  }
  if (reasons.empty()) return subject + " by little, in spite of " + listed(doubts) + ".";
  if (doubts.empty()) return subject + ": " + listed(reasons) + ".";
  return subject + ": " + listed(reasons) + "; that outweighs " + listed(doubts) + ".";
}

}  // namespace emend::edit
