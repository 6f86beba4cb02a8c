#include "correct/lattice/misreadings.h"

#include <algorithm>
#include <string>

#include "lm/lm_tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// So rarely is the word written with a capital inside a sentence.
constexpr float kOddCapitalCost = 2;
// How far a misreading of a word that is known may be from it, and how much dearer in all. In a bad text many a word is
// no word of it: "tint" for "that", "winch" for "which".
constexpr float kMostCostOfKnownWord = 10;
constexpr float kMostCostOfKnownWordInBadText = 14;
constexpr float kMostBehindKnownWord = 6;
constexpr float kMostBehindKnownWordInBadText = 9;
// So much more than the text as it stands a word of the engine's other letters may cost, and how many are tried.
constexpr float kMostBehindText = 6;
constexpr std::size_t kMostOtherReadings = 6;
// Of a candidate with a letter that the engine did not see: of seven misread letters, six were among those that it saw.
constexpr float kUnseenCost = 1;

}  // namespace

SearchOptions search_options_for(const FormInfo& info, const SentenceArcs& arcs) {
  SearchOptions options;
  if (info.is_known) {
    // A real word: only what is close and commoner, and in a bad text not much rarer.
    const auto clean_cost = static_cast<float>(arcs.context().clean_cost);
    options.most_channel_cost = arcs.is_clean() ? kMostCostOfKnownWord - clean_cost : kMostCostOfKnownWordInBadText;
    options.most_total_cost =
        info.unigram_cost + (arcs.is_clean() ? kMostBehindKnownWord - clean_cost : kMostBehindKnownWordInBadText);
    options.may_split = info.unigram_cost > kRareWordCost;
  } else {
    options.most_channel_cost = 17;
    options.most_total_cost = std::min(info.unigram_cost + 4, 36.0f);
    options.is_damaged = !arcs.is_clean();
  }
  return options;
}

void Misreadings::add(std::size_t i) {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[i];
  if (unit.kind != lm::LmTokenKind::kWord || unit.span.size() > kLongestRunBytes) return;
  const std::string_view seen = context.seen(i);
  const FormInfo& info = context.forms.of_unit(i);
  const bool may_be_small = i > arcs_.begin() && arcs_.is_inside_sentence(i) && arcs_.is_capitalised(i);
  // As its form, and no engine has seen other letters.
  const bool is_plain = context.scan == nullptr && seen == context.forms.form_of_unit(i);
  const OddMarks odd = odd_marks(context.text, unit.span);
  if (odd.before + odd.behind > 0) {
    add_with_marks(i, odd);
    const OddMarks more = odd_marks_with_apostrophes(context.text, unit.span);
    if (more.before + more.behind > odd.before + odd.behind) add_with_marks(i, more);
  } else if (is_plain && context.forms.is_alone(i)) {
    return;
  } else if (info.is_known && arcs_.fits(i) &&
             !(may_be_small && context.forms.case_cost(info.word.id, true) > kOddCapitalCost)) {
    return;
  }
  // A lone capital is an initial, and "a" and "o" are words.
  if (unit.span.size() < 2 && (seen[0] < 'b' || seen[0] == 'o' || (i > 0 && unit.gap == Gap::kGlued))) return;
  const std::vector<RunCandidate>& found = context.candidates.candidates(seen, search_options_for(info, arcs_));
  bool is_alone = is_plain;
  for (const RunCandidate& candidate : found)
    if (candidate.folded != context.forms.form_of_unit(i) ||
        (may_be_small && candidate.capitalised == 0 && !candidate.is_capital)) {
      is_alone = false;
      arcs_.add_candidate(i, i + 1, unit.span, as_read(i, candidate));
    }
  if (is_alone) context.forms.set_alone(i);
  add_other_readings(i, found);
}

// What the unit with these marks around it might be a misreading of.
void Misreadings::add_with_marks(std::size_t i, const OddMarks& marks) {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[i];
  const text::Span span = {unit.span.begin - marks.before, unit.span.end + marks.behind};
  SearchOptions options;
  options.most_channel_cost = 17;
  options.most_total_cost = std::min(context.forms.of_unit(i).unigram_cost + 14, 36.0f);
  for (const RunCandidate& candidate : context.candidates.candidates(span.of(context.text), options))
    arcs_.add_candidate(i, i + 1, span, candidate);
}

// The candidate at the cost that the engine's letters give it, where that is the cheaper one; dearer where the engine
// saw none of them.
const RunCandidate& Misreadings::as_read(std::size_t i, const RunCandidate& candidate) {
  const PassContext& context = arcs_.context();
  const text::Span span = context.units[i].span;
  const WordEvidence* word = context.scan != nullptr ? context.scan->word_at(span) : nullptr;
  if (word == nullptr || candidate.words.size() != 1 || candidate.confusions == 0) return candidate;
  const auto read_cost = cost_of_reading(context.text, *word, span, candidate.text);
  float cost = candidate.channel_cost;
  if (read_cost)
    cost = std::min(cost, static_cast<float>(*read_cost));
  else if (is_unseen(*word, span, candidate.text))
    cost += kUnseenCost;
  if (cost == candidate.channel_cost) return candidate;
  read_.push_back(candidate);
  read_.back().channel_cost = cost;
  return read_.back();
}

// Words that nobody but the engine thought of.
void Misreadings::add_other_readings(std::size_t i, const std::vector<RunCandidate>& found) {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[i];
  const WordEvidence* word = context.scan != nullptr ? context.scan->word_at(unit.span) : nullptr;
  if (word == nullptr) return;
  const float most_unigram_cost = context.forms.of_unit(i).unigram_cost + kMostBehindText;
  std::vector<std::string> forms = {std::string(context.forms.form_of_unit(i))};
  for (const RunCandidate& candidate : found) forms.push_back(candidate.folded);
  std::size_t added = 0;
  for (const OtherReading& other : other_readings(context.text, *word, unit.span)) {
    const std::string form = lm::folded_form(other.text);
    if (std::find(forms.begin(), forms.end(), form) != forms.end()) continue;
    forms.push_back(form);
    const FormInfo& info = context.forms.info(form);
    if ((!info.is_known && !info.is_in_dictionary) || info.unigram_cost + other.cost > most_unigram_cost) continue;
    const bool is_capitalised = text::is_upper(text::decode_at(other.text, 0).code_point);
    read_.push_back(context.candidates.spelled(form, context.seen(i), is_capitalised, other.cost, other.letters));
    arcs_.add_candidate(i, i + 1, unit.span, read_.back());
    if (++added == kMostOtherReadings) return;
  }
}

}  // namespace emend::correct
