#include "correct/lattice/arc_builder.h"

#include <algorithm>

#include "lm/lm_tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"

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
// A hyphen at the end of a line that was not seen.
constexpr double kLostHyphenCost = 4.5;
// Of the casing of a word behind a full stop, which may be a misread comma.
constexpr double kCapitalBehindStopCost = 0.1;
constexpr double kSmallBehindStopCost = 2.3;
// A word that fits its neighbours so much better than it would fit anywhere is not looked at again; in a clean text
// by the cost of its cleanness less.
constexpr double kLeastFit = 2;
// From this cost of cleanness on words are not taken for badly damaged ones, and pieces of words only for one where
// both are suspicious or the whole is a word: there is little to find, and looking for it takes most of the time.
constexpr double kCostOfCleanText = 1.5;
// One word before tells whether a word fits there.
constexpr std::uint32_t kHistoryInCleanText = 1;
// So rarely is the word written with a capital inside a sentence.
constexpr float kOddCapitalCost = 2;
// Two words that like each other so much are not one.
constexpr double kLeastFitOfPair = 1;
// So rare a word may be a slip of the training text.
constexpr float kRareWordCost = 13;
// A short number among words.
constexpr float kNumberCost = 7;
// More units than this are not pieces of one word.
constexpr std::size_t kMostPieces = 3;
// A join has to be about as good as the pieces one by one, each as what it is likeliest to be; the context adds the
// rest.
constexpr float kMostBehindPieces = 2;
// Letters that specks and column rules are read as, and how rare that is inside a line and at its ends.
constexpr std::string_view kStrayLetters = "iItjJl1_vfr";
constexpr double kStrayInsideLineCost = 7.5;
constexpr double kStrayAtLineEndCost = 6;
// So much more than the text as it stands a word of the engine's other letters may cost, and how many are tried.
constexpr float kMostBehindText = 6;
constexpr std::size_t kMostOtherReadings = 6;
// Of a candidate with a letter that the engine did not see: of seven misread letters, six were among those that it saw.
constexpr float kUnseenCost = 1;

}  // namespace

// Neighbouring units as the pieces of one word.
struct ArcBuilder::Join {
  std::size_t from = 0;
  std::size_t to = 0;  // the last one
  std::string run;     // what is seen, as the search wants it
  std::string whole;   // the forms without anything in between
  std::string folded;  // the forms as they stand, with single spaces
  float cost = 0;      // of the units as they stand
  int suspicious = 0;  // of the units
  bool has_number = false;
  Gap gap = Gap::kSpace;  // the last one
};

bool ArcBuilder::build(std::size_t begin, std::size_t end) {
  begin_ = begin;
  end_ = end;
  lattice_.clear(end - begin + 1, end - begin < kUnitsOfNoSentence ? kBeam : kBeamWithoutSentences);
  read_.clear();
  has_choice_ = false;
  weigh_fit();
  for (std::size_t i = begin; i < end; ++i) {
    add_misreadings(i);
    add_joins(i);
    add_stray(i);
  }
  // Most sentences of a clean text end here.
  if (!has_choice_) return false;
  for (std::size_t i = begin; i < end; ++i) add_identity(i);
  return true;
}

void ArcBuilder::weigh_fit() {
  fit_.assign(end_ - begin_ + 1, 0);
  lm::LanguageModel::State state = context_.model.begin();
  const std::uint32_t most_history = is_clean() ? kHistoryInCleanText : lm::kLargestOrder;
  for (std::size_t i = begin_; i < end_; ++i) {
    state.length = std::min(state.length, most_history);
    const Unit& unit = context_.units[i];
    const FormInfo& info = context_.forms.of_unit(i);
    const lm::WordId id = unit.kind == lm::LmTokenKind::kNumber ? lm::kNumberWord : info.word.id;
    const double here = kLn10 * context_.model.score(state, id, state);
    if (info.is_known) fit_[i - begin_] = here + info.unigram_cost;
  }
}

bool ArcBuilder::fits(std::size_t i) const {
  return fit_[i - begin_] + fit_[i - begin_ + 1] >= kLeastFit - std::max(context_.clean_cost, 0.0);
}

bool ArcBuilder::is_clean() const { return context_.clean_cost >= kCostOfCleanText; }

void ArcBuilder::add_identity(std::size_t i) {
  const Unit& unit = context_.units[i];
  const DecoderWeights& weights = context_.weights;
  Arc arc;
  arc.from = static_cast<std::uint32_t>(i - begin_);
  arc.to = arc.from + 1;
  arc.is_identity = true;
  arc.score = -weights.channel * kRightCost * static_cast<double>(unit.span.size());
  const OddMarks odd = odd_marks(context_.text, unit.span);
  if (odd.before + odd.behind > 0) arc.score -= weights.odd * kOddMarkCost;
  if (unit.kind == lm::LmTokenKind::kNumber) {
    arc.words = {{lm::kNumberWord, 0}};
  } else {
    const FormInfo& info = context_.forms.of_unit(i);
    arc.words = {info.word};
    arc.score += weights.language_model * info.own_gain;
    if (i > begin_ && is_inside_sentence(i) && is_capitalised(i))
      arc.score -= weights.casing * context_.forms.case_cost(info.word.id, true);
  }
  lattice_.add(std::move(arc));
}

bool ArcBuilder::is_capitalised(std::size_t i) const {
  return context_.units[i].kind == lm::LmTokenKind::kWord &&
         text::casing_of(context_.seen(i)) == text::Casing::kCapitalised;
}

// Whether nothing but a space or a line break stands before the unit; behind a quote or a colon capitals are usual.
bool ArcBuilder::is_inside_sentence(std::size_t i) const {
  return context_.units[i].gap == Gap::kSpace || context_.units[i].gap == Gap::kLine;
}

// Whether a full stop stands before the unit that does not belong to an abbreviation or an initial. A capital is due.
bool ArcBuilder::is_behind_stop(std::size_t i) const {
  if (i == 0) return false;
  const std::string_view text = context_.text;
  const text::Span before = context_.units[i - 1].span;
  if (before.size() < 3 || before.end + 1 >= text.size() || text[before.end] != '.') return false;
  return context_.units[i].span.begin == before.end + 2 &&
         (text[before.end + 1] == ' ' || text[before.end + 1] == '\n');
}

double ArcBuilder::casing_cost(std::size_t from, const RunCandidate& candidate) const {
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

void ArcBuilder::add_candidate(std::size_t from, std::size_t to, text::Span span, const RunCandidate& candidate,
                               double more_cost) {
  const DecoderWeights& weights = context_.weights;
  Arc arc;
  arc.from = static_cast<std::uint32_t>(from - begin_);
  arc.to = static_cast<std::uint32_t>(to - begin_);
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

SearchOptions ArcBuilder::options_for(const FormInfo& info) const {
  SearchOptions options;
  if (info.is_known) {
    // A real word: only what is close and commoner.
    const auto clean_cost = static_cast<float>(is_clean() ? context_.clean_cost : 0);
    options.most_channel_cost = 10 - clean_cost;
    options.most_total_cost = info.unigram_cost + 6 - clean_cost;
    options.may_split = info.unigram_cost > kRareWordCost;
  } else {
    options.most_channel_cost = 17;
    options.most_total_cost = std::min(info.unigram_cost + 4, 36.0f);
    options.is_damaged = !is_clean();
  }
  return options;
}

void ArcBuilder::add_misreadings(std::size_t i) {
  const Unit& unit = context_.units[i];
  if (unit.kind != lm::LmTokenKind::kWord || unit.span.size() > kLongestRunBytes) return;
  const std::string_view seen = context_.seen(i);
  const FormInfo& info = context_.forms.of_unit(i);
  const bool may_be_small = i > begin_ && is_inside_sentence(i) && is_capitalised(i);
  const OddMarks odd = odd_marks(context_.text, unit.span);
  if (odd.before + odd.behind > 0) {
    const text::Span span = {unit.span.begin - odd.before, unit.span.end + odd.behind};
    SearchOptions options;
    options.most_channel_cost = 17;
    options.most_total_cost = std::min(info.unigram_cost + 14, 36.0f);
    for (const RunCandidate& candidate : context_.candidates.candidates(span.of(context_.text), options))
      add_candidate(i, i + 1, span, candidate);
  } else if (info.is_known && fits(i) &&
             !(may_be_small && context_.forms.case_cost(info.word.id, true) > kOddCapitalCost)) {
    return;
  }
  // A lone capital is an initial, and "a" and "o" are words.
  if (unit.span.size() < 2 && (seen[0] < 'b' || seen[0] == 'o' || (i > 0 && unit.gap == Gap::kGlued))) return;
  const std::vector<RunCandidate>& found = context_.candidates.candidates(seen, options_for(info));
  for (const RunCandidate& candidate : found)
    if (candidate.folded != unit.form || (may_be_small && candidate.capitalised == 0 && !candidate.is_capital))
      add_candidate(i, i + 1, unit.span, as_read(i, candidate));
  add_other_readings(i, found);
}

// The candidate at the cost that the engine's letters give it, where that is the cheaper one; dearer where the engine
// saw none of them.
const RunCandidate& ArcBuilder::as_read(std::size_t i, const RunCandidate& candidate) {
  const text::Span span = context_.units[i].span;
  const WordEvidence* word = context_.scan != nullptr ? context_.scan->word_at(span) : nullptr;
  if (word == nullptr || candidate.words.size() != 1 || candidate.confusions == 0) return candidate;
  const auto read_cost = cost_of_reading(context_.text, *word, span, candidate.text);
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
void ArcBuilder::add_other_readings(std::size_t i, const std::vector<RunCandidate>& found) {
  const Unit& unit = context_.units[i];
  const WordEvidence* word = context_.scan != nullptr ? context_.scan->word_at(unit.span) : nullptr;
  if (word == nullptr) return;
  const float most_unigram_cost = context_.forms.of_unit(i).unigram_cost + kMostBehindText;
  std::vector<std::string> forms = {unit.form};
  for (const RunCandidate& candidate : found) forms.push_back(candidate.folded);
  std::size_t added = 0;
  for (const OtherReading& other : other_readings(context_.text, *word, unit.span)) {
    const std::string form = lm::folded_form(other.text);
    if (std::find(forms.begin(), forms.end(), form) != forms.end()) continue;
    forms.push_back(form);
    const FormInfo& info = context_.forms.info(form);
    if ((!info.is_known && !info.is_in_dictionary) || info.unigram_cost + other.cost > most_unigram_cost) continue;
    const bool is_capitalised = text::is_upper(text::decode_at(other.text, 0).code_point);
    read_.push_back(context_.candidates.spelled(form, context_.seen(i), is_capitalised, other.cost, other.letters));
    add_candidate(i, i + 1, unit.span, read_.back());
    if (++added == kMostOtherReadings) return;
  }
}

// How much the engine doubts the words of these units; what says nothing of them is 0.
double ArcBuilder::doubt(std::size_t from, std::size_t to) const {
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

// Whether the unit may be a piece of a word: nobody knows it, or hardly anybody.
bool ArcBuilder::is_suspicious(std::size_t i) const {
  const Unit& unit = context_.units[i];
  if (unit.kind == lm::LmTokenKind::kNumber) return false;
  if (unit.span.size() == 1) return unit.form != "a" && unit.form != "i";
  const FormInfo& info = context_.forms.of_unit(i);
  if (info.is_known && info.unigram_cost < kRareWordCost) return false;
  return !context_.forms.info(unit.form).is_in_dictionary;
}

// Of what the unit is likeliest to be, without its context.
float ArcBuilder::least_cost(std::size_t i) const {
  const Unit& unit = context_.units[i];
  const FormInfo& info = context_.forms.of_unit(i);
  float least = info.unigram_cost;
  if (unit.span.size() < 2 || unit.span.size() > kLongestRunBytes) return least;
  for (const RunCandidate& candidate : context_.candidates.candidates(context_.seen(i), options_for(info)))
    least = std::min(least, candidate.channel_cost + candidate.unigram_cost);
  return least;
}

// Takes the next unit into the join. False where no word can go on.
bool ArcBuilder::extend(Join& join, std::size_t j) {
  const Unit& unit = context_.units[j];
  const bool is_first = j == join.from;
  const bool is_number = unit.kind == lm::LmTokenKind::kNumber;
  if (unit.kind == lm::LmTokenKind::kBoundary) return false;
  if (is_number && (unit.span.size() > (is_first ? 2 : 3) || j > join.from + 1)) return false;
  if (!is_first) {
    const text::Span before = context_.units[j - 1].span;
    switch (unit.gap) {
      case Gap::kSpace: join.run += ' '; break;
      case Gap::kHyphenBreak: join.run += kBreakMark; break;
      case Gap::kLine:
        if (j > join.from + 1) return false;
        join.run += kBreakMark;
        break;
      case Gap::kGlued: join.run += context_.text.substr(before.end, unit.span.begin - before.end); break;
      case Gap::kWide: return false;
    }
    join.gap = unit.gap;
    if (unit.gap != Gap::kHyphenBreak && unit.gap != Gap::kLine) join.folded += ' ';
  }
  join.run += context_.seen(j);
  if (join.run.size() > kLongestRunBytes) return false;
  join.to = j;
  join.whole += unit.form;
  join.folded += unit.form;
  join.has_number = join.has_number || is_number;
  join.suspicious += is_suspicious(j);
  join.cost += is_number ? kNumberCost : context_.forms.of_unit(j).unigram_cost;
  return true;
}

void ArcBuilder::add_joins(std::size_t i) {
  Join join;
  join.from = i;
  if (!extend(join, i)) return;
  for (std::size_t j = i + 1; j < std::min(end_, i + kMostPieces); ++j) {
    if (!extend(join, j)) return;
    if (join.has_number && (join.suspicious == 0 || join.gap != Gap::kSpace)) continue;
    // Three pieces are one word only where most of them are no words.
    if (j > i + 1 && join.suspicious < 2) continue;
    if (join.gap == Gap::kHyphenBreak) {
      add_whole_word(join);
      add_misread_join(join);
    } else if (join.suspicious > (is_clean() ? 1 : 0)) {
      add_misread_join(join);
    } else if (join.gap == Gap::kGlued) {
      return;
    } else if (fit_[j - begin_] < kLeastFitOfPair) {
      add_exact_join(join);
    }
  }
}

// One word on two lines, as it stands.
void ArcBuilder::add_whole_word(const Join& join) {
  if (join.to > join.from + 1) return;
  const FormInfo& whole = context_.forms.info(join.folded);
  if (!whole.is_known && !whole.is_in_dictionary) return;
  Arc arc;
  arc.from = static_cast<std::uint32_t>(join.from - begin_);
  arc.to = static_cast<std::uint32_t>(join.to + 1 - begin_);
  arc.is_identity = true;
  arc.words = {whole.word};
  arc.score = -context_.weights.channel * kRightCost * static_cast<double>(join.folded.size());
  lattice_.add(std::move(arc));
}

void ArcBuilder::add_exact_join(const Join& join) {
  const text::Span span = {context_.units[join.from].span.begin, context_.units[join.to].span.end};
  for (const RunCandidate& candidate : context_.candidates.joined(join.run, join.whole))
    add_candidate(join.from, join.to + 1, span, candidate, join.gap == Gap::kLine ? kLostHyphenCost : 0);
}

void ArcBuilder::add_misread_join(const Join& join) {
  float cost = join.cost;
  bool is_known = join.suspicious == 0;
  if (join.gap == Gap::kHyphenBreak && join.to == join.from + 1) {
    const FormInfo& whole = context_.forms.info(join.folded);
    if (whole.is_known || whole.is_in_dictionary) {
      cost = whole.unigram_cost;
      is_known = whole.is_known;
    }
  }
  float apart = 0;  // of the units one by one, each as what it is likeliest to be
  for (std::size_t k = join.from; k <= join.to; ++k)
    apart += context_.units[k].kind == lm::LmTokenKind::kNumber ? kNumberCost : least_cost(k);
  SearchOptions options;
  options.most_channel_cost = is_known ? 8 : 15;
  options.most_total_cost = std::min({cost + 2, apart + kMostBehindPieces, is_known ? 24.0f : 36.0f});
  options.may_split = false;
  options.beam = 80;
  options.most_found = 8;
  options.is_damaged = !is_known && !is_clean();
  const text::Span span = {context_.units[join.from].span.begin, context_.units[join.to].span.end};
  for (const RunCandidate& candidate : context_.candidates.candidates(join.run, options)) {
    // What only repairs words one by one is not repeated here.
    if (candidate.words.size() > 1 && join.gap != Gap::kGlued) continue;
    if (candidate.folded == join.folded && join.gap != Gap::kLine) continue;
    add_candidate(join.from, join.to + 1, span, candidate, join.gap == Gap::kLine ? kLostHyphenCost : 0);
  }
}

// A lone letter between spaces may be a speck or a piece of a rule: nothing was meant.
void ArcBuilder::add_stray(std::size_t i) {
  const std::string_view text = context_.text;
  text::Span span = context_.units[i].span;
  if (span.size() > 1 || kStrayLetters.find(text[span.begin]) == std::string_view::npos) return;
  // Beside a capitalised word a capital is an initial.
  const auto is_beside_name = [&](std::size_t k) {
    return text::is_upper(text::decode_at(text, context_.units[k].span.begin).code_point);
  };
  if (is_beside_name(i) && ((i > begin_ && is_beside_name(i - 1)) || (i + 1 < end_ && is_beside_name(i + 1)))) return;
  const bool begins_line = span.begin == 0 || text[span.begin - 1] == '\n';
  const bool ends_line = span.end < text.size() && text[span.end] == '\n';
  if (begins_line == ends_line && begins_line) return;  // a whole line is more than a speck
  if (!begins_line && text[span.begin - 1] != ' ') return;
  if (!ends_line && (span.end >= text.size() || text[span.end] != ' ')) return;
  // One of the spaces goes, too.
  if (ends_line)
    --span.begin;
  else
    ++span.end;
  Arc arc;
  arc.from = static_cast<std::uint32_t>(i - begin_);
  arc.to = arc.from + 1;
  arc.candidate = &nothing_;
  arc.span = span;
  arc.score = -context_.weights.channel * (begins_line || ends_line ? kStrayAtLineEndCost : kStrayInsideLineCost) -
              context_.clean_cost;
  has_choice_ = true;
  lattice_.add(std::move(arc));
}

}  // namespace emend::correct
