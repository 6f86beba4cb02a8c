#include "correct/lattice/decoder.h"

#include <algorithm>
#include <cmath>

#include "correct/confusion/channel.h"
#include "correct/confusion/confusion_counter.h"
#include "correct/lattice/arc_builder.h"
#include "correct/lattice/change_of.h"

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;

// Longer stretches without a sentence end are decoded in pieces.
constexpr std::size_t kMostUnitsAtOnce = 300;
// Corrections that are at least this sure teach the document's own confusions and words.
constexpr double kSureEnoughToLearn = 0.95;
// The share of unknown small words in the texts that the prior was counted on.
constexpr double kUsualUnknownShare = 0.10;
// A badly damaged word: ten times the confusions, any confusion at all once in 400 letters, and a third of the letters
// wrong. docs/benchmarks.md tells what this is worth; the figures matter little.
constexpr Damage kBadlyDamaged = {10, 0.0025, 0.0035, 0.7};

// One pass over one text.
class Pass {
 public:
  Pass(const Decoder& decoder, const ConfusionModel& confusions, const DecoderInput& input, const FormCounts& corrected)
      : channel_(confusions),
        damaged_channel_(confusions, kBadlyDamaged),
        units_(units_of(input.text, decoder.model().vocabulary())),
        forms_(input.text, units_, decoder.model(), input.lexicon, {channel_, damaged_channel_}, decoder.trie(),
               corrected),
        lattice_(decoder.model(), {decoder.weights().language_model, 12}),
        context_{decoder.weights(), decoder.model(), input.text, units_, forms_, input.scan},
        arcs_(context_, lattice_) {
    // A cleaner text than the prior's has fewer confusions of each kind.
    const double share = std::max<double>(forms_.unknown_share(), 1e-3);
    context_.clean_cost = std::clamp(std::log(kUsualUnknownShare / share), -0.5, 3.0);
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
  void decode_sentence(std::size_t begin, std::size_t end) {
    if (!arcs_.build(begin, end)) return;
    lattice_.decode();
    for (const std::uint32_t arc : lattice_.best_path()) {
      if (lattice_.arcs()[arc].candidate == nullptr) continue;
      Change change = change_of(context_, lattice_, begin, arc);
      if (change.after == change.span.of(context_.text)) continue;
      // Odd marks between two words are taken by one of them.
      if (!decoded_.changes.empty() && decoded_.changes.back().span.end > change.span.begin) continue;
      decoded_.changes.push_back(std::move(change));
    }
  }

  Channel channel_;
  Channel damaged_channel_;
  std::vector<Unit> units_;
  FormTable forms_;
  SentenceLattice lattice_;
  PassContext context_;
  ArcBuilder arcs_;
  Decoded decoded_;
};

}  // namespace

Decoder::Decoder(const lm::LanguageModel& model, ConfusionModel confusions, DecoderWeights weights)
    : Decoder(model, std::vector<Prior>{{{"only", "", 1, 1}, std::move(confusions)}}, weights) {}

Decoder::Decoder(const lm::LanguageModel& model, std::vector<Prior> priors, DecoderWeights weights)
    : model_(model),
      priors_(std::move(priors)),
      of_texts_(choose_prior(priors_, SourceKind::kText, {}).model),
      of_scans_(choose_prior(priors_, SourceKind::kScan, {}).model),
      weights_(weights) {
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

// The priors that explain the corrections of the first pass, and the confusions of the document itself.
ConfusionModel Decoder::second_pass_confusions(const DecoderInput& input, const Decoded& first) const {
  ConfusionCounter counter;
  std::vector<SeenAndMeant> words;
  for (const Change& change : first.changes) {
    if (change.posterior < kSureEnoughToLearn || change.kind == ChangeKind::kStray) continue;
    const std::string_view seen = change.span.of(input.text);
    counter.add(seen, change.after);
    words.push_back({std::string(seen), change.after});
  }
  return choose_prior(priors_, input.source, words)
      .model.adapted(counter.confused(), static_cast<double>(input.text.size()), weights_.own_prior);
}

Decoded Decoder::decode(const DecoderInput& input) const {
  const ConfusionModel& expected = input.source == SourceKind::kScan ? of_scans_ : of_texts_;
  Decoded first = Pass(*this, expected, input, {}).run();
  if (!weights_.adapt || first.changes.empty()) return first;
  FormCounts corrected;
  for (const Change& change : first.changes) {
    if (change.posterior < kSureEnoughToLearn) continue;
    for (const Unit& unit : units_of(change.span.of(input.text), model_.vocabulary())) --corrected[unit.form];
    for (const Unit& unit : units_of(change.after, model_.vocabulary())) ++corrected[unit.form];
  }
  return Pass(*this, second_pass_confusions(input, first), input, corrected).run();
}

}  // namespace emend::correct
