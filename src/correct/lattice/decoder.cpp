#include "correct/lattice/decoder.h"

#include <algorithm>
#include <cmath>

#include "correct/confusion/channel.h"
#include "correct/confusion/confusion_counter.h"
#include "correct/lattice/form_table.h"
#include "correct/lattice/sentence_lattice.h"
#include "correct/lattice/units.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;

// Longer stretches without a sentence end are decoded in pieces.
constexpr std::size_t kMostUnitsAtOnce = 300;
// Corrections that are at least this sure teach the document's own confusions.
constexpr double kSureEnoughToLearn = 0.95;
// The share of unknown small words in the texts that the prior was counted on.
constexpr double kUsualUnknownShare = 0.10;
// How rare marks are that no text should have.
constexpr double kOddMarkCost = 9.0;
// A hyphen at the end of a line that was not seen.
constexpr double kLostHyphenCost = 4.5;

class Pass {
 public:
  Pass(const Decoder& decoder, const ConfusionModel& confusions, std::string_view text, const lexicon::Lexicon& lexicon)
      : weights_(decoder.weights()),
        text_(text),
        channel_(confusions),
        units_(units_of(text, decoder.model().vocabulary())),
        forms_(text, units_, decoder.model(), lexicon, channel_, decoder.trie()),
        lattice_(decoder.model(), {weights_.language_model, 12}) {
    // A cleaner text than the prior's has fewer confusions of each kind.
    clean_cost_ = std::clamp(std::log(kUsualUnknownShare / std::max<double>(forms_.unknown_share(), 1e-3)), -0.5, 3.0);
  }

  Decoded run() {
    for (std::size_t begin = 0; begin < units_.size();) {
      std::size_t end = begin;
      while (end < units_.size() && units_[end].kind != lm::LmTokenKind::kBoundary && end - begin < kMostUnitsAtOnce)
        ++end;
      if (end > begin) decode_sentence(begin, end);
      begin = end + (end < units_.size() && units_[end].kind == lm::LmTokenKind::kBoundary);
    }
    for (const Unit& unit : units_) decoded_.words += unit.kind == lm::LmTokenKind::kWord;
    decoded_.unknown_share = forms_.unknown_share();
    return std::move(decoded_);
  }

 private:
  std::string_view seen(std::size_t unit) const { return units_[unit].span.of(text_); }

  void decode_sentence(std::size_t begin, std::size_t end) {
    lattice_.clear(end - begin + 1);
    bool has_choice = false;
    for (std::size_t i = begin; i < end; ++i) {
      add_identity(begin, i);
      const std::size_t before = lattice_.arcs().size();
      add_misreadings(begin, end, i);
      add_joins(begin, end, i);
      has_choice = has_choice || lattice_.arcs().size() > before;
    }
    if (!has_choice) return;
    lattice_.decode();
    for (const std::uint32_t arc : lattice_.best_path())
      if (lattice_.arcs()[arc].candidate != nullptr) add_change(begin, arc);
  }

  void add_identity(std::size_t base, std::size_t i) {
    Arc arc;
    arc.from = static_cast<std::uint32_t>(i - base);
    arc.to = arc.from + 1;
    arc.is_identity = true;
    if (units_[i].kind == lm::LmTokenKind::kNumber)
      arc.words = {{lm::kNumberWord, 0}};
    else
      arc.words = {forms_.info(units_[i].form).word};
    arc.score = -weights_.channel * 0.03 * static_cast<double>(units_[i].span.size()) - odd_cost(i);
    if (i > base && is_inside_sentence(i) && is_capitalised(i))
      arc.score -= weights_.casing * forms_.case_cost(arc.words[0].id, true);
    lattice_.add(std::move(arc));
  }

  bool is_capitalised(std::size_t i) const {
    return units_[i].kind == lm::LmTokenKind::kWord && text::casing_of(seen(i)) == text::Casing::kCapitalised;
  }

  // Whether nothing but a space or a line break stands before the unit; behind a quote or a colon capitals are usual.
  bool is_inside_sentence(std::size_t i) const { return units_[i].gap == Gap::kSpace || units_[i].gap == Gap::kLine; }

  // What keeping the odd marks around the unit costs.
  double odd_cost(std::size_t i) const {
    const OddMarks odd = odd_marks(text_, units_[i].span);
    return (odd.before + odd.behind > 0 ? weights_.odd * kOddMarkCost : 0);
  }

  SearchOptions options_for(const FormInfo& info) const {
    SearchOptions options;
    if (info.is_known) {
      // A real word: only what is close and commoner.
      options.most_channel_cost = 10;
      options.most_total_cost = info.unigram_cost + 6;
      options.may_split = info.unigram_cost > 13;
    } else {
      options.most_channel_cost = 17;
      options.most_total_cost = std::min(info.unigram_cost + 4, 36.0f);
    }
    return options;
  }

  void add_candidate(std::size_t base, std::size_t from, std::size_t to, text::Span span, const RunCandidate& candidate,
                     double more_cost = 0) {
    Arc arc;
    arc.from = static_cast<std::uint32_t>(from - base);
    arc.to = static_cast<std::uint32_t>(to - base);
    arc.words = candidate.words;
    arc.candidate = &candidate;
    arc.span = span;
    arc.score = -weights_.channel * (candidate.channel_cost + more_cost) - weights_.change -
                clean_cost_ * std::max(1, candidate.confusions) - weights_.join * candidate.joined_spaces -
                weights_.split * candidate.lost_spaces;
    for (std::size_t k = from; k < to; ++k) {
      const OddMarks odd = odd_marks(text_, units_[k].span);
      if ((odd.before > 0 && span.begin >= units_[k].span.begin) || (odd.behind > 0 && span.end <= units_[k].span.end))
        arc.score -= weights_.odd * kOddMarkCost;
    }
    if (!candidate.is_capital)
      for (std::size_t w = 0; w < candidate.words.size(); ++w)
        if (from + w > base && (w > 0 || is_inside_sentence(from)))
          arc.score -= weights_.casing * forms_.case_cost(candidate.words[w].id, candidate.capitalised >> w & 1);
    lattice_.add(std::move(arc));
  }

  void add_misreadings(std::size_t base, std::size_t end, std::size_t i) {
    (void)end;
    const Unit& unit = units_[i];
    if (unit.kind != lm::LmTokenKind::kWord || unit.span.size() > kLongestRunBytes) return;
    const FormInfo& info = forms_.info(unit.form);
    const OddMarks odd = odd_marks(text_, unit.span);
    if (odd.before + odd.behind > 0) {
      const text::Span span = {unit.span.begin - odd.before, unit.span.end + odd.behind};
      SearchOptions options;
      options.most_channel_cost = 17;
      options.most_total_cost = std::min(info.unigram_cost + 14, 36.0f);
      for (const RunCandidate& candidate : forms_.candidates(span.of(text_), options))
        add_candidate(base, i, i + 1, span, candidate);
    }
    // A lone capital is an initial, and "a" and "o" are words.
    if (unit.span.size() < 2 && (seen(i)[0] < 'b' || seen(i)[0] == 'o' || (i > 0 && unit.gap == Gap::kGlued))) return;
    for (const RunCandidate& candidate : forms_.candidates(seen(i), options_for(info)))
      if (candidate.folded != unit.form || (i > base && is_inside_sentence(i) && is_capitalised(i) &&
                                            candidate.capitalised == 0 && !candidate.is_capital))
        add_candidate(base, i, i + 1, unit.span, candidate);
  }

  void add_joins(std::size_t base, std::size_t end, std::size_t i) {
    std::string run(seen(i));
    for (std::size_t j = i + 1; j < end && j < i + 3; ++j) {
      const Unit& unit = units_[j];
      if (unit.kind != lm::LmTokenKind::kWord) return;
      if (unit.gap == Gap::kSpace)
        run += ' ';
      else if (unit.gap == Gap::kHyphenBreak || (unit.gap == Gap::kLine && j == i + 1))
        run += kBreakMark;
      else if (unit.gap == Gap::kGlued)
        run += text_.substr(units_[j - 1].span.end, unit.span.begin - units_[j - 1].span.end);
      else
        return;
      run += seen(j);
      if (run.size() > kLongestRunBytes) return;
      bool all_known = true;
      float cost = 0;
      std::string folded;
      for (std::size_t k = i; k <= j; ++k) {
        const FormInfo& info = forms_.info(units_[k].form);
        all_known = all_known && info.is_known && (info.unigram_cost < 13);
        cost += info.unigram_cost;
        if (k > i) folded += units_[k].gap == Gap::kHyphenBreak || units_[k].gap == Gap::kLine ? "" : " ";
        folded += units_[k].form;
      }
      if (unit.gap == Gap::kHyphenBreak) {
        // One word on two lines, as it stands.
        const FormInfo& whole = forms_.info(folded);
        if (j == i + 1 && (whole.is_known || whole.is_in_dictionary)) {
          Arc arc;
          arc.from = static_cast<std::uint32_t>(i - base);
          arc.to = static_cast<std::uint32_t>(j + 1 - base);
          arc.is_identity = true;
          arc.words = {whole.word};
          arc.score = -weights_.channel * 0.03 * static_cast<double>(folded.size());
          lattice_.add(std::move(arc));
          cost = whole.unigram_cost;
          all_known = whole.is_known;
        }
      }
      if (all_known && unit.gap != Gap::kHyphenBreak) {
        if (unit.gap == Gap::kGlued) return;
        std::string whole;
        for (std::size_t k = i; k <= j; ++k) whole += units_[k].form;
        for (const RunCandidate& candidate : forms_.joined(run, whole))
          add_candidate(base, i, j + 1, {units_[i].span.begin, unit.span.end}, candidate,
                        unit.gap == Gap::kLine ? kLostHyphenCost : 0);
        continue;
      }
      SearchOptions options;
      options.most_channel_cost = all_known ? 8 : 15;
      options.most_total_cost = std::min(cost + 2, all_known ? 24.0f : 36.0f);
      options.may_split = false;
      options.beam = 80;
      options.most_found = 8;
      const text::Span span = {units_[i].span.begin, unit.span.end};
      for (const RunCandidate& candidate : forms_.candidates(run, options)) {
        // What only repairs words one by one is not repeated here.
        if (candidate.words.size() > 1 && unit.gap != Gap::kGlued) continue;
        if (candidate.folded == folded && unit.gap != Gap::kLine) continue;
        add_candidate(base, i, j + 1, span, candidate, unit.gap == Gap::kLine ? kLostHyphenCost : 0);
      }
    }
  }

  Candidate rival_of(const Arc& arc, std::string_view before, double posterior) {
    Candidate rival;
    rival.posterior = posterior;
    rival.score = arc.score;
    rival.is_text = arc.candidate == nullptr;
    rival.text = rival.is_text ? std::string(before) : arc.candidate->text;
    if (rival.is_text) return rival;
    rival.channel_cost = arc.candidate->channel_cost;
    rival.unigram_cost = arc.candidate->unigram_cost;
    rival.is_in_dictionary = true;
    const std::string_view folded = arc.candidate->folded;
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t stop = std::min(folded.find(' ', at), folded.size());
      const FormInfo& info = forms_.info(folded.substr(at, stop - at));
      rival.is_in_dictionary = rival.is_in_dictionary && info.is_in_dictionary;
      rival.count = std::max(rival.count, info.count);
      at = stop + 1;
    }
    return rival;
  }

  void add_change(std::size_t base, std::uint32_t arc_index) {
    const Arc& arc = lattice_.arcs()[arc_index];
    const RunCandidate& candidate = *arc.candidate;
    Change change;
    change.span = arc.span;
    const std::string_view before = arc.span.of(text_);
    change.after = candidate.text;
    const std::size_t mark = change.after.find(kBreakMark);
    if (mark != std::string::npos) {
      // What was between the parts, the hyphen and the line break, stays between them.
      std::size_t gap_begin = units_[base + arc.from].span.end;
      std::size_t gap_end = units_[base + arc.to - 1].span.begin;
      for (std::size_t k = base + arc.from + 1; k < base + arc.to; ++k)
        if (units_[k].gap == Gap::kHyphenBreak || units_[k].gap == Gap::kLine)
          gap_begin = units_[k - 1].span.end, gap_end = units_[k].span.begin;
      std::string gap(text_.substr(gap_begin, gap_end - gap_begin));
      if (gap[0] != '-') gap.insert(0, 1, '-');
      change.after.replace(mark, 1, gap);
    }
    if (change.after == before || (!decoded_.changes.empty() && decoded_.changes.back().span.end > change.span.begin))
      return;
    change.kind = candidate.joined_spaces > 0 ? ChangeKind::kJoined
                  : candidate.lost_spaces > 0 ? ChangeKind::kSplit
                                              : ChangeKind::kMisread;
    change.posterior = std::min(lattice_.posterior(arc_index), 1.0);
    change.score = arc.score;
    change.kept = 1;
    for (std::uint32_t other = 0; other < lattice_.arcs().size(); ++other) {
      const Arc& rival = lattice_.arcs()[other];
      if (rival.from < arc.from || rival.to > arc.to) continue;
      if (rival.is_identity) change.kept_score += rival.score;
      if (rival.is_identity && rival.from == arc.from) change.kept = std::min(change.kept, lattice_.posterior(other));
      if (other != arc_index && rival.from == arc.from && rival.to == arc.to && lattice_.posterior(other) > 1e-4)
        change.others.push_back(rival_of(rival, before, lattice_.posterior(other)));
    }
    std::stable_sort(change.others.begin(), change.others.end(),
                     [](const Candidate& a, const Candidate& b) { return a.posterior > b.posterior; });
    if (change.others.size() > 4) change.others.resize(4);
    change.channel_cost = candidate.channel_cost;
    change.unigram_cost = candidate.unigram_cost;
    change.confusions = candidate.confusions;
    change.was_known = change.was_in_dictionary = true;
    for (std::size_t k = base + arc.from; k < base + arc.to; ++k) {
      const FormInfo& info = forms_.info(units_[k].form);
      change.old_unigram_cost += info.unigram_cost;
      change.was_known = change.was_known && info.is_known;
      change.was_in_dictionary = change.was_in_dictionary && info.is_in_dictionary;
      change.old_count = std::max(change.old_count, info.count);
      change.is_capitalised =
          change.is_capitalised || text::is_upper(text::decode_at(text_, units_[k].span.begin).code_point);
    }
    change.is_in_dictionary = true;
    for (std::size_t at = 0; at < candidate.folded.size();) {
      const std::size_t stop = std::min(candidate.folded.find(' ', at), candidate.folded.size());
      const FormInfo& info = forms_.info(std::string_view(candidate.folded).substr(at, stop - at));
      change.is_in_dictionary = change.is_in_dictionary && info.is_in_dictionary;
      change.new_count = std::max(change.new_count, info.count);
      at = stop + 1;
    }
    const std::size_t first = base + arc.from;
    const std::size_t after = base + arc.to;
    for (std::size_t k = first > 3 ? first - 3 : 0; k < std::min(after + 3, units_.size()); ++k) {
      if ((k >= first && k < after) || units_[k].kind != lm::LmTokenKind::kWord) continue;
      const FormInfo& info = forms_.info(units_[k].form);
      change.unknown_neighbours += !info.is_known && !info.is_in_dictionary;
    }
    const text::Span words = {units_[base + arc.from].span.begin, units_[base + arc.to - 1].span.end};
    change.length = words.size();
    change.has_odd_marks = change.span != words;
    change.is_all_capitals = candidate.is_capital;
    change.is_case_only =
        candidate.words.size() == 1 && candidate.folded == units_[base + arc.from].form && !change.has_odd_marks;
    change.begins_line = arc.span.begin == 0 || text_[arc.span.begin - 1] == '\n';
    change.ends_line =
        text_.substr(arc.span.end, 3).find('\n') != std::string_view::npos || text_.size() <= arc.span.end + 2;
    change.has_digit = std::any_of(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; });
    decoded_.changes.push_back(std::move(change));
  }

  const DecoderWeights& weights_;
  std::string_view text_;
  Channel channel_;
  std::vector<Unit> units_;
  FormTable forms_;
  SentenceLattice lattice_;
  double clean_cost_ = 0;
  Decoded decoded_;
};

}  // namespace

Decoder::Decoder(const lm::LanguageModel& model, ConfusionModel confusions, DecoderWeights weights)
    : model_(model), confusions_(std::move(confusions)), weights_(weights) {
  std::vector<TrieWord> words;
  const lm::Vocabulary& vocabulary = model.vocabulary();
  words.reserve(vocabulary.size());
  lm::LanguageModel::State next;
  for (lm::WordId id = lm::kFirstWord; id < vocabulary.size(); ++id) {
    const std::string_view form = vocabulary.form_of(id);
    if (form.size() >= kLongestRunBytes) continue;
    if (form.size() == 1 && form != "a" && form != "i" && form != "o") continue;
    // Compounds are met part by part.
    if (std::any_of(form.begin(), form.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); })) continue;
    words.push_back({form, id, static_cast<float>(-kLn10 * model.score(lm::LanguageModel::nowhere(), id, next))});
  }
  trie_ = WordTrie(words);
}

Decoded Decoder::decode(std::string_view text, const lexicon::Lexicon& lexicon) const {
  Decoded first = Pass(*this, confusions_, text, lexicon).run();
  if (!weights_.adapt) return first;
  ConfusionCounter counter;
  for (const Change& change : first.changes)
    if (change.posterior >= kSureEnoughToLearn) counter.add(change.span.of(text), change.after);
  return Pass(*this, confusions_.adapted(counter.confused(), static_cast<double>(text.size()), weights_.own_prior),
              text, lexicon)
      .run();
}

}  // namespace emend::correct
