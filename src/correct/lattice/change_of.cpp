#include "correct/lattice/change_of.h"

#include <algorithm>

#include "correct/lattice/foreign_run.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Where all is in capitals, what is no longer and unknown may be an abbreviation.
constexpr std::size_t kLongestAbbreviationBytes = 4;
// With a full stop inside a sentence, it may be this long.
constexpr std::size_t kLongestWithPointBytes = 6;

// Rivals that people are shown, and how likely one must be for that.
constexpr std::size_t kMostRivals = 4;
constexpr double kLeastPosteriorOfRival = 1e-4;
// A word is a name that is written with a small letter once in four times at most.
constexpr float kNameCost = 1.4f;
// Beside a foreign run, what is so common in English is English.
constexpr float kCommonWordCost = 7;
// Units to either side that tell whether the language is another one.
constexpr std::size_t kNeighbours = 3;

// Calls `visit` with what is known of each word of a candidate.
template <class Visit>
void for_each_word(FormTable& forms, std::string_view folded, Visit visit) {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t stop = std::min(folded.find(' ', at), folded.size());
    visit(forms.info(folded.substr(at, stop - at)));
    at = stop + 1;
  }
}

// The engine's letters that spell a candidate for a word; empty where they do not.
std::vector<OtherLetter> letters_of(const PassContext& context, const Arc& arc) {
  if (context.scan == nullptr || arc.candidate == nullptr) return {};
  const WordEvidence* word = context.scan->word_at(arc.span);
  if (word == nullptr) return {};
  return other_letters(context.text, *word, arc.span, arc.candidate->text).value_or(std::vector<OtherLetter>());
}

Candidate rival_of(const PassContext& context, const Arc& arc, std::string_view before, double posterior) {
  FormTable& forms = context.forms;
  Candidate rival;
  rival.posterior = posterior;
  rival.score = arc.score;
  rival.doubt = arc.doubt;
  rival.letters = letters_of(context, arc);
  rival.doubt = arc.doubt;
  rival.is_text = arc.candidate == nullptr;
  rival.text = rival.is_text ? std::string(before) : arc.candidate->text;
  if (rival.is_text) return rival;
  rival.channel_cost = arc.candidate->channel_cost;
  rival.unigram_cost = arc.candidate->unigram_cost;
  rival.is_in_dictionary = true;
  for_each_word(forms, arc.candidate->folded, [&](const FormInfo& info) {
    rival.is_in_dictionary = rival.is_in_dictionary && info.is_in_dictionary;
    rival.count = std::max(rival.count, info.count);
  });
  return rival;
}

// The new text. Where it goes over the end of a line, the hyphen and the line break stay where they were.
std::string text_of(const PassContext& context, std::size_t first, std::size_t end, const RunCandidate& candidate) {
  std::string after = candidate.text;
  const std::size_t mark = after.find(kBreakMark);
  if (mark == std::string::npos) return after;
  text::Span gap = {context.units[first].span.end, context.units[end - 1].span.begin};
  for (std::size_t k = first + 1; k < end; ++k)
    if (context.units[k].gap == Gap::kHyphenBreak || context.units[k].gap == Gap::kLine)
      gap = {context.units[k - 1].span.end, context.units[k].span.begin};
  std::string between(gap.of(context.text));
  if (between[0] != '-') between.insert(0, 1, '-');
  return after.replace(mark, 1, between);
}

ChangeKind kind_of(const RunCandidate& candidate) {
  if (candidate.words.empty()) return ChangeKind::kStray;
  if (candidate.joined_spaces > 0) return ChangeKind::kJoined;
  return candidate.lost_spaces > 0 ? ChangeKind::kSplit : ChangeKind::kMisread;
}

bool has_mixed_case(std::string_view seen) {
  for (std::size_t i = 1; i < seen.size(); ++i)
    if (seen[i - 1] >= 'a' && seen[i - 1] <= 'z' && seen[i] >= 'A' && seen[i] <= 'Z') return true;
  return false;
}

// "bushl. of wheat", "Plff., deft.": a full stop behind which the sentence goes on.
bool has_point(std::string_view text, std::size_t end) {
  const std::string_view behind = text.substr(end, 3);
  if (behind.size() < 3 || behind[0] != '.') return false;
  const bool goes_on = (behind[2] >= 'a' && behind[2] <= 'z') || (behind[2] >= '0' && behind[2] <= '9');
  return behind[1] == ',' || behind[1] == ';' || (behind[1] == ' ' && goes_on);
}

void add_old_words(const PassContext& context, std::size_t first, std::size_t end, Change& change) {
  change.was_known = change.was_in_dictionary = true;
  for (std::size_t k = first; k < end; ++k) {
    const FormInfo& info = context.forms.info_of_unit(k);
    change.old_unigram_cost += info.unigram_cost;
    change.was_known = change.was_known && info.is_known;
    change.was_in_dictionary = change.was_in_dictionary && info.is_in_dictionary;
    change.old_count = std::max(change.old_count, info.count);
    const Unit& unit = context.units[k];
    if (!unit.is_in_capitals)
      change.is_capitalised =
          change.is_capitalised || text::is_upper(text::decode_at(context.text, unit.span.begin).code_point);
    else if (!info.is_known && unit.span.size() <= kLongestAbbreviationBytes)
      change.may_be_abbreviation = true;
    if (first + 1 == end && !info.is_known && !info.is_in_dictionary && unit.span.size() <= kLongestWithPointBytes &&
        has_point(context.text, unit.span.end))
      change.may_be_abbreviation = true;
  }
}

void add_surroundings(const PassContext& context, std::size_t first, std::size_t end, Change& change) {
  for (std::size_t k = first - std::min(first, kNeighbours); k < std::min(end + kNeighbours, context.units.size());
       ++k) {
    if ((k >= first && k < end) || context.units[k].kind != lm::LmTokenKind::kWord) continue;
    const FormInfo& info = context.forms.info_of_unit(k);
    change.unknown_neighbours += !info.is_known && !info.is_in_dictionary;
  }
  const ForeignRun run = foreign_run_at(context.units, context.forms, first, end);
  change.is_in_foreign_run =
      run == ForeignRun::kInside || (run == ForeignRun::kAtEdge && change.unigram_cost > kCommonWordCost);
  const std::string_view text = context.text;
  const text::Span span = change.span;
  change.begins_line = span.begin == 0 || text[span.begin - 1] == '\n';
  change.ends_line = text.substr(span.end, 3).find('\n') != std::string_view::npos || text.size() <= span.end + 2;
}

void add_confidence(const PassContext& context, std::size_t first, std::size_t end, Change& change) {
  if (context.scan == nullptr) return;
  for (std::size_t k = first; k < end; ++k)
    if (const WordEvidence* word = context.scan->word_at(context.units[k].span))
      change.engine_confidence = std::min(change.engine_confidence.value_or(1), word->confidence);
}

}  // namespace

Change change_of(const PassContext& context, const SentenceLattice& lattice, std::size_t base,
                 std::uint32_t arc_index) {
  const Arc& arc = lattice.arcs()[arc_index];
  const RunCandidate& candidate = *arc.candidate;
  const std::size_t first = base + arc.from;
  const std::size_t end = base + arc.to;
  const std::string_view before = arc.span.of(context.text);

  Change change;
  change.span = arc.span;
  change.after = text_of(context, first, end, candidate);
  change.kind = kind_of(candidate);
  change.posterior = std::min(lattice.posterior(arc_index), 1.0);
  change.score = arc.score;
  change.doubt = arc.doubt;
  change.letters = letters_of(context, arc);
  change.kept = 1;
  for (std::size_t position = arc.from; position < arc.to; ++position) {
    for (const std::uint32_t other : lattice.arcs_from(position)) {
      const Arc& rival = lattice.arcs()[other];
      if (rival.to > arc.to) continue;
      if (rival.is_identity) change.kept_score += rival.score;
      if (rival.is_identity && rival.from == arc.from) change.kept = std::min(change.kept, lattice.posterior(other));
      if (other != arc_index && rival.from == arc.from && rival.to == arc.to &&
          lattice.posterior(other) > kLeastPosteriorOfRival)
        change.others.push_back(rival_of(context, rival, before, lattice.posterior(other)));
    }
  }
  std::stable_sort(change.others.begin(), change.others.end(),
                   [](const Candidate& a, const Candidate& b) { return a.posterior > b.posterior; });
  if (change.others.size() > kMostRivals) change.others.resize(kMostRivals);

  change.channel_cost = candidate.channel_cost;
  change.unigram_cost = candidate.unigram_cost;
  change.confusions = candidate.confusions;
  change.is_in_dictionary = true;
  for_each_word(context.forms, candidate.folded, [&](const FormInfo& info) {
    change.is_in_dictionary = change.is_in_dictionary && info.is_in_dictionary;
    change.new_count = std::max(change.new_count, info.count);
  });
  for (const ScoredWord& word : candidate.words)
    change.is_to_name = change.is_to_name || context.forms.case_cost(word.id, false) > kNameCost;
  add_old_words(context, first, end, change);
  add_surroundings(context, first, end, change);
  add_confidence(context, first, end, change);
  const text::Span words = {context.units[first].span.begin, context.units[end - 1].span.end};
  change.length = words.size();
  change.has_odd_marks = change.kind != ChangeKind::kStray && change.span != words;
  change.is_all_capitals = candidate.is_capital && !context.units[first].is_in_capitals;
  change.has_mixed_case = has_mixed_case(before);
  change.is_case_only =
      candidate.words.size() == 1 && candidate.folded == context.forms.form_of_unit(first) && !change.has_odd_marks;
  const auto digits = std::count_if(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto spaces = std::count(before.begin(), before.end(), ' ');
  change.has_digit = digits > 0;
  change.is_number = 2 * static_cast<std::size_t>(digits) >= before.size() - static_cast<std::size_t>(spaces);
  return change;
}

}  // namespace emend::correct
