#include "correct/lattice/change_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "correct/confusion/alignment.h"
#include "correct/lattice/candidate_search.h"
#include "edit/candidates.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Below this a posterior says “next to nothing” and no more.
constexpr double kLeastPosterior = 1e-9;
// Natural logarithms beyond which nobody wants the figure.
constexpr double kMostCostTold = 20;
// What a sentence makes of two candidates within this factor is the same.
constexpr double kSameFit = 1.5;

std::string in_quotes(std::string_view text) {
  std::string out = "“";
  for (const char c : text) out += c == '\n' ? '|' : c;
  return out + "”";
}

// "“b” for “h”", of every run that differs.
std::string confusions_told(std::string_view before, std::string_view after) {
  const std::u32string seen = text::to_code_points(before);
  const std::u32string meant = text::to_code_points(after);
  std::string out;
  for (const AlignedStep& step : align(seen, meant)) {
    if (step.is_equal) continue;
    const auto part = [](const std::u32string& whole, std::size_t begin, std::size_t end) {
      return begin == end ? std::string("nothing") : in_quotes(text::to_utf8(whole.substr(begin, end - begin)));
    };
    out += out.empty() ? "" : ", ";
    out += part(seen, step.seen_begin, step.seen_end) + " for " + part(meant, step.meant_begin, step.meant_end);
  }
  return out;
}

// "12", "3,400", "57,000", "2 million": two digits are all that such a figure is worth.
std::string rough_count(double count) {
  if (count >= 1e9) return "thousands of millions";
  if (count >= 999.5e3) return fmt::format("{:.0f} million", count / 1e6);
  double unit = 1;
  while (count / unit >= 99.5) unit *= 10;
  const auto rounded = static_cast<long>(std::lround(count / unit) * static_cast<long>(unit));
  return rounded >= 1000 ? fmt::format("{},{:03}", rounded / 1000, rounded % 1000) : fmt::format("{}", rounded);
}

// "once in 40", of something that costs so much.
std::string once_in(double cost) {
  const double count = std::exp(std::clamp(cost, 0.0, kMostCostTold + 3));
  return count < 1.5 ? "nearly always" : "once in " + rough_count(count);
}

// How common a word is, from what it costs without its context. A figure would be none: such a cost counts in how many
// contexts a word was met, not how often.
std::string commonness(double cost) {
  return cost < 7 ? "very common" : cost < 9 ? "common" : cost < 12 ? "less common" : cost < 15 ? "rare" : "very rare";
}

// "over 99 %"
std::string share(double probability) {
  if (probability > 0.995) return "over 99 %";
  if (probability < 0.005) return "under 1 %";
  return fmt::format("{:.0f} %", 100 * probability);
}

std::string times(std::size_t count) {
  return count == 0 ? "never" : count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

// Figures in files are as long as they are worth.
double rounded(double probability) { return std::round(probability * 1e4) / 1e4; }
double as_weight(double logarithm) {
  return std::isfinite(logarithm) ? std::round(logarithm * 100) / 100 + 0.0 : 0;  // + 0.0: a negative zero is none
}

// One of those that were weighed against each other.
struct Weighed {
  std::string text;
  double posterior = 0;
  double score = 0;
  double channel_cost = 0;
  double unigram_cost = 0;
  std::size_t count = 0;
  bool is_in_dictionary = false;
  bool is_known = true;
  bool is_text = false;
  double doubt = 0;
  std::vector<OtherLetter> letters{};

  // What the words around it make of it, over what its own commonness makes. The posterior of an arc is its score times
  // the sum of the language model over all paths through it, so that sum is known but for a factor that all share.
  double fit(double lm_weight) const {
    return std::log(std::max(posterior, kLeastPosterior)) - score + lm_weight * unigram_cost;
  }
};

// A rival's text as it would stand, with what is between the parts of a divided word kept between them.
std::string with_gap(const std::string& text, std::string_view before) {
  const std::size_t mark = text.find(kBreakMark);
  std::size_t inside = before.find_first_of("\n\r");
  if (inside == std::string_view::npos) inside = before.find("- ");
  if (mark == std::string::npos || inside == std::string_view::npos) return text;
  const std::size_t begin = before.find_last_not_of("- \t\r\n", inside) + 1;
  const std::size_t end = std::min(before.find_first_not_of("- \t\r\n", inside), before.size());
  std::string gap(before.substr(begin, end - begin));
  if (gap.front() != '-') gap.insert(0, 1, '-');
  return text.substr(0, mark) + gap + text.substr(mark + 1);
}

std::vector<Weighed> all_weighed(const Change& change, const edit::Edit& edit) {
  std::vector<Weighed> all;
  all.push_back({edit.after, change.posterior, change.score, change.channel_cost, change.unigram_cost, change.new_count,
                 change.is_in_dictionary, true, false, change.doubt, change.letters});
  all.push_back({edit.before, change.kept, change.kept_score, 0, change.old_unigram_cost, change.old_count,
                 change.was_in_dictionary, change.was_known, true});
  for (const Candidate& other : change.others) {
    const std::string text = with_gap(other.text, edit.before);
    const bool is_told =
        std::any_of(all.begin(), all.end(), [&](const Weighed& weighed) { return weighed.text == text; });
    if (!is_told)
      all.push_back({text, other.posterior, other.score, other.channel_cost, other.unigram_cost, other.count,
                     other.is_in_dictionary, true, false, other.doubt, other.letters});
  }
  return all;
}

// "its second choice for the 3rd letter was “e” (32 %)"
std::string letters_told(const std::vector<OtherLetter>& letters) {
  constexpr std::array<std::string_view, 3> kPlaces = {"1st", "2nd", "3rd"};
  constexpr std::array<std::string_view, 3> kChoices = {"second", "third", "fourth"};
  std::string out;
  for (const OtherLetter& letter : letters) {
    const bool is_named = letter.choice >= 2 && letter.choice - 2 < kChoices.size();
    const std::string place =
        letter.place <= kPlaces.size() ? std::string(kPlaces[letter.place - 1]) : fmt::format("{}th", letter.place);
    out += fmt::format("{}its {} choice for the {} letter was {} ({})", out.empty() ? "" : ", ",
                       is_named ? kChoices[letter.choice - 2] : "last", place, in_quotes(letter.text),
                       share(letter.confidence));
  }
  return out;
}

std::string engine_says(const Weighed& weighed, float confidence) {
  if (weighed.is_text) return "read so, " + share(confidence) + " sure";
  return weighed.letters.empty() ? "not read so" : letters_told(weighed.letters);
}

std::vector<edit::Evidence> sayings(const Weighed& weighed, const Change& change, const edit::Edit& edit,
                                    double lm_weight, double best_fit) {
  std::vector<edit::Evidence> says;
  const auto spaces = std::count(weighed.text.begin(), weighed.text.end(), ' ');
  says.push_back({std::string(edit::kSaysMisreading),
                  weighed.is_text ? "nothing misread"
                                  : confusions_told(edit.before, weighed.text) + ", " + once_in(weighed.channel_cost),
                  as_weight(weighed.score - weighed.doubt)});
  says.push_back({std::string(edit::kSaysWord),
                  weighed.is_known ? commonness(weighed.unigram_cost / static_cast<double>(1 + spaces)) : "unknown",
                  as_weight(-lm_weight * weighed.unigram_cost)});
  const double worse = std::exp(std::min(best_fit - weighed.fit(lm_weight), kMostCostTold));
  says.push_back({std::string(edit::kSaysSentence),
                  worse < kSameFit ? "fits" : fmt::format("fits {} times less well", rough_count(std::max(worse, 2.0))),
                  as_weight(weighed.fit(lm_weight) - best_fit)});
  says.push_back({std::string(edit::kSaysDictionary), weighed.is_in_dictionary ? "a word" : "no word", 0});
  says.push_back({std::string(edit::kSaysDocument), times(weighed.count), 0});
  if (change.engine_confidence)
    says.push_back(
        {std::string(edit::kSaysEngine), engine_says(weighed, *change.engine_confidence), as_weight(weighed.doubt)});
  return says;
}

void tell_candidates(const Change& change, double lm_weight, double probability_of_text, edit::Edit& edit) {
  const std::vector<Weighed> all = all_weighed(change, edit);
  double best_fit = all.front().fit(lm_weight);
  double rivals = 0;
  for (const Weighed& weighed : all) {
    best_fit = std::max(best_fit, weighed.fit(lm_weight));
    if (!weighed.is_text && &weighed != &all.front()) rivals += weighed.posterior;
  }
  const double left = 1 - edit.probability;
  const double of_text = std::min(left, probability_of_text);
  const double per_posterior = edit.probability / std::max(change.posterior, kLeastPosterior);
  const double of_rivals = std::min(per_posterior, (left - of_text) / std::max(rivals, kLeastPosterior));

  for (const Weighed& weighed : all) {
    edit::Candidate candidate;
    candidate.text = weighed.text;
    candidate.is_text = weighed.is_text;
    candidate.probability = &weighed == &all.front() ? edit.probability
                            : weighed.is_text        ? rounded(of_text)
                                                     : rounded(of_rivals * weighed.posterior);
    candidate.says = sayings(weighed, change, edit, lm_weight, best_fit);
    edit.candidates.push_back(std::move(candidate));
  }
  edit::sort_candidates(edit.candidates);
}

}  // namespace

void tell_evidence(const Change& change, const DecoderWeights& weights, double probability_of_text, edit::Edit& edit) {
  const std::string old_word = in_quotes(edit.before);
  const std::string new_word = in_quotes(edit.after);
  edit.evidence.push_back(
      {"dictionary",
       fmt::format("{} is {}; {} is {}", old_word, change.was_in_dictionary ? "a word" : "in no dictionary", new_word,
                   change.is_in_dictionary ? "in a dictionary" : "known from the training text or the document only"),
       0});
  edit.evidence.push_back(
      {"language-model",
       fmt::format("in its sentence {} has {} of the weight, the text as it stands {}", new_word,
                   share(change.posterior), share(change.kept)),
       as_weight(std::log(std::max(change.posterior, kLeastPosterior) / std::max(change.kept, kLeastPosterior)))});
  edit.evidence.push_back({"confusion",
                           fmt::format("{}: seen so {} of such words", confusions_told(edit.before, edit.after),
                                       once_in(change.channel_cost)),
                           as_weight(-change.channel_cost)});
  edit.evidence.push_back({"document",
                           fmt::format("the document has the old form {}, the new one {}", times(change.old_count),
                                       times(change.new_count)),
                           0});
  if (change.engine_confidence) {
    const std::string letters = letters_told(change.letters);
    edit.evidence.push_back({std::string(edit::kSaysEngine),
                             fmt::format("the engine was {} sure of this word{}{}", share(*change.engine_confidence),
                                         letters.empty() ? "" : "; ", letters),
                             as_weight(change.doubt)});
  }
  tell_candidates(change, weights.language_model, probability_of_text, edit);
}

}  // namespace emend::correct
