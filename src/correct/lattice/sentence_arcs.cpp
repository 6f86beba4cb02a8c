#include "correct/lattice/sentence_arcs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "text/unicode.h"

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;

// States that are followed from one place of a sentence, and of what has no sentence ends: a table, a list, a hoax.
constexpr std::size_t kBeam = 12;
constexpr std::size_t kBeamWithoutSentences = 3;

// A letter that is as it was meant, as in the channel.
constexpr double kRightCost = 0.03;
// How rare marks are that no text should have.
constexpr double kOddMarkCost = 9.0;
// Of the casing of a word behind a full stop, which may be a misread comma.
constexpr double kCapitalBehindStopCost = 0.1;
constexpr double kSmallBehindStopCost = 2.3;
// A word that fits its neighbours so much better than it would fit anywhere is not looked at again; in a clean text
// by the cost of its cleanness less.
constexpr double kLeastFit = 2;
constexpr double kLeastFitInBadText = 4;
// From this cost of cleanness on words are not taken for badly damaged ones, and pieces of words only for one where
// both are suspicious or the whole is a word.
constexpr double kCostOfCleanText = 1.5;

constexpr ScoredWord kNumber = {lm::kNumberWord, 0};

}  // namespace

void SentenceArcs::start(std::size_t begin, std::size_t end) {
  begin_ = begin;
  end_ = end;
  lattice_.clear(end - begin + 1, end - begin < kUnitsOfNoSentence ? kBeam : kBeamWithoutSentences, !is_clean());
  has_choice_ = false;
  weigh_fit();
}

lm::WordId SentenceArcs::id_of(std::size_t i) const {
  return context_.units[i].kind == lm::LmTokenKind::kNumber ? lm::kNumberWord : context_.forms.of_unit(i).word.id;
}

// In a clean text one word before tells whether a word fits there, and only some are asked about.
void SentenceArcs::weigh_fit() {
  least_fit_ = (is_clean() ? kLeastFit : kLeastFitInBadText) - std::max(context_.clean_cost, 0.0);
  if (is_clean()) {
    fit_.assign(end_ - begin_ + 1, std::numeric_limits<double>::quiet_NaN());
    ids_.assign(1, lm::kBoundaryWord);
    for (std::size_t i = begin_; i < end_; ++i) context_.forms.prefetch_unit(i);
    for (std::size_t i = begin_; i < end_; ++i) ids_.push_back(id_of(i));
    context_.pairs.look_ahead(ids_);
    return;
  }
  fit_.assign(end_ - begin_ + 1, 0);
  lm::LanguageModel::State state = context_.model.begin();
  for (std::size_t i = begin_; i < end_; ++i) {
    const lm::WordId id = id_of(i);
    const double here = context_.model.score(state, id, state);
    // Behind garbage nothing fits: what the model met behind unknown words are names and other languages.
    if (id == lm::kUnknownWord) state = lm::LanguageModel::nowhere();
    const FormInfo& info = context_.forms.of_unit(i);
    if (info.is_known) fit_[i - begin_] = kLn10 * here + info.unigram_cost;
  }
}

double SentenceArcs::fit(std::size_t i) {
  double& fit = fit_[i - begin_];
  if (!std::isnan(fit)) return fit;
  if (i == end_ || !context_.forms.of_unit(i).is_known) return fit = 0;
  const std::size_t place = i - begin_;  // in ids_, of the one before
  return fit = kLn10 * context_.pairs.score(ids_[place], ids_[place + 1]) + context_.forms.of_unit(i).unigram_cost;
}

bool SentenceArcs::is_clean() const { return context_.clean_cost >= kCostOfCleanText; }

bool SentenceArcs::is_capitalised(std::size_t i) const {
  return context_.units[i].kind == lm::LmTokenKind::kWord && !context_.units[i].is_in_capitals &&
         text::casing_of(context_.seen(i)) == text::Casing::kCapitalised;
}

bool SentenceArcs::is_inside_sentence(std::size_t i) const {
  return context_.units[i].gap == Gap::kSpace || context_.units[i].gap == Gap::kLine;
}

// Whether a full stop stands before the unit that does not belong to an abbreviation or an initial. A capital is due.
bool SentenceArcs::is_behind_stop(std::size_t i) const {
  if (i == 0) return false;
  const std::string_view text = context_.text;
  const text::Span before = context_.units[i - 1].span;
  if (before.size() < 3 || before.end + 1 >= text.size() || text[before.end] != '.') return false;
  return context_.units[i].span.begin == before.end + 2 &&
         (text[before.end + 1] == ' ' || text[before.end + 1] == '\n');
}

double SentenceArcs::casing_cost(std::size_t from, const RunCandidate& candidate) const {
  if (candidate.is_capital) return 0;
  double cost = 0;
  for (std::size_t w = 0; w < candidate.words.size(); ++w) {
    const bool is_capitalised = (candidate.capitalised >> w & 1) != 0;
    if (w == 0 && is_behind_stop(from))
      cost += is_capitalised ? kCapitalBehindStopCost : kSmallBehindStopCost;
    else if (from + w > begin_ && (w > 0 || is_inside_sentence(from)))
      cost += context_.forms.case_cost(candidate.words[w].id, is_capitalised);
  }
  return cost;
}

// How much the engine doubts the words of these units; what says nothing of them is 0.
double SentenceArcs::doubt(std::size_t from, std::size_t to) const {
  if (context_.scan == nullptr) return 0;
  double sum = 0;
  std::size_t words = 0;
  for (std::size_t k = from; k < to; ++k)
    if (const WordEvidence* word = context_.scan->word_at(context_.units[k].span)) {
      sum += doubt_of(word->confidence);
      ++words;
    }
  return words == 0 ? 0 : sum / static_cast<double>(words);
}

Arc SentenceArcs::arc_over(std::size_t from, std::size_t to) const {
  Arc arc;
  arc.from = static_cast<std::uint32_t>(from - begin_);
  arc.to = static_cast<std::uint32_t>(to - begin_);
  return arc;
}

void SentenceArcs::add_identity(std::size_t i) {
  const Unit& unit = context_.units[i];
  const DecoderWeights& weights = context_.weights;
  Arc arc = arc_over(i, i + 1);
  arc.is_identity = true;
  arc.score = -weights.channel * kRightCost * static_cast<double>(unit.span.size());
  const OddMarks odd = odd_marks(context_.text, unit.span);
  if (odd.before + odd.behind > 0) arc.score -= weights.odd * kOddMarkCost;
  if (unit.kind == lm::LmTokenKind::kNumber) {
    arc.words = {&kNumber, 1};
  } else {
    const FormInfo& info = context_.forms.of_unit(i);
    arc.words = {&info.word, 1};
    arc.score += weights.language_model * info.own_gain;
    if (i > begin_ && is_inside_sentence(i) && is_capitalised(i))
      arc.score -= weights.casing * context_.forms.case_cost(info.word.id, true);
  }
  lattice_.add(std::move(arc));
}

void SentenceArcs::add_whole(std::size_t from, std::size_t to, const FormInfo& whole, std::size_t bytes) {
  Arc arc = arc_over(from, to);
  arc.is_identity = true;
  arc.words = {&whole.word, 1};
  arc.score = -context_.weights.channel * kRightCost * static_cast<double>(bytes);
  lattice_.add(std::move(arc));
}

void SentenceArcs::add_candidate(std::size_t from, std::size_t to, text::Span span, const RunCandidate& candidate,
                                 double more_cost) {
  const DecoderWeights& weights = context_.weights;
  Arc arc = arc_over(from, to);
  arc.words = candidate.words;
  arc.candidate = &candidate;
  arc.span = span;
  arc.score = -weights.channel * (candidate.channel_cost + more_cost) - weights.change -
              context_.clean_cost * std::max(1, candidate.confusions) - weights.join * candidate.joined_spaces -
              weights.split * candidate.lost_spaces + weights.language_model * candidate.cache_gain -
              weights.casing * casing_cost(from, candidate);
  if (candidate.confusions > 0) {
    arc.doubt = doubt(from, to);
    arc.score += arc.doubt;
  }
  for (std::size_t k = from; k < to; ++k) {
    const text::Span unit = context_.units[k].span;
    const OddMarks odd = odd_marks(context_.text, unit);
    if ((odd.before > 0 && span.begin >= unit.begin) || (odd.behind > 0 && span.end <= unit.end))
      arc.score -= weights.odd * kOddMarkCost;
  }
  has_choice_ = true;
  lattice_.add(std::move(arc));
}

void SentenceArcs::add_nothing(std::size_t i, text::Span span, double cost) {
  Arc arc = arc_over(i, i + 1);
  arc.candidate = &nothing_;
  arc.span = span;
  arc.score = -context_.weights.channel * cost - context_.clean_cost;
  has_choice_ = true;
  lattice_.add(std::move(arc));
}

}  // namespace emend::correct
