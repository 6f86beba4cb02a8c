#include "correct/lattice/decoder.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "correct/confusion/channel.h"
#include "correct/confusion/confusion_counter.h"
#include "correct/lattice/arc_builder.h"
#include "correct/lattice/change_company.h"
#include "correct/lattice/change_of.h"
#include "correct/lattice/left_alone.h"
#include "correct/lattice/old_spelling.h"

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;

// Longer stretches without a sentence end are decoded in pieces.
constexpr std::size_t kMostUnitsAtOnce = kUnitsOfNoSentence;
// Corrections that are at least this sure teach the document's own confusions and words.
constexpr double kSureEnoughToLearn = 0.8;
// A text of so many bytes asks for most of the language model, and what comes next needs room for its own tables.
constexpr std::size_t kLargeText = std::size_t{1} << 20;
// The share of unknown small words in the texts that the prior was counted on.
constexpr double kUsualUnknownShare = 0.10;
// A badly damaged word: ten times the confusions, any confusion at all once in 400 letters, and a third of the letters
// wrong. docs/benchmarks.md tells what this is worth; the figures matter little.
constexpr Damage kBadlyDamaged = {10, 0.0025, 0.0035, 0.7};

bool teaches(const Change& change) {
  return change.posterior >= kSureEnoughToLearn && !change.is_left_alone && !change.is_among_old_spellings;
}

// From one sentence border to the next; units.
struct Sentence {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Sentence> sentences_of(const std::vector<Unit>& units) {
  std::vector<Sentence> sentences;
  for (std::size_t begin = 0; begin < units.size();) {
    std::size_t end = begin;
    while (end < units.size() && units[end].kind != lm::LmTokenKind::kBoundary && end - begin < kMostUnitsAtOnce) ++end;
    if (end > begin) sentences.push_back({begin, end});
    begin = end + (end < units.size() && units[end].kind == lm::LmTokenKind::kBoundary);
  }
  return sentences;
}

// The sentence with what touches it.
std::size_t hash_of(std::string_view text, const std::vector<Unit>& units, const Sentence& sentence) {
  constexpr std::size_t kAround = 4;
  const std::size_t begin = units[sentence.begin].span.begin;
  const std::size_t from = begin - std::min(begin, kAround);
  const std::size_t to = std::min(text.size(), units[sentence.end - 1].span.end + kAround);
  return std::hash<std::string_view>()(text.substr(from, to - from));
}

// One text, pass after pass.
class Decoding {
 public:
  Decoding(const Decoder& decoder, const DecoderInput& input)
      : decoder_(decoder),
        input_(input),
        units_(units_of(input.text, decoder.model().vocabulary(), list_)),
        open_(sentences_of(units_)),
        old_words_(old_words_in(units_, list_)),
        forms_(input.text, units_, list_, decoder.model(), input.lexicon, decoder.trie()),
        candidates_(forms_, decoder.trie()),
        pairs_(decoder.model()),
        lattice_(decoder.model(), decoder.weights().language_model) {
    if (input.memory == nullptr) return;
    if (input.memory->first_look) first_look_ = &*input.memory->first_look;
    std::unordered_set<std::size_t> now;
    std::vector<Sentence> changed;
    for (const Sentence& sentence : open_) {
      const std::size_t hash = hash_of(input.text, units_, sentence);
      now.insert(hash);
      if (!input.memory->sentences.contains(hash)) changed.push_back(sentence);
    }
    input.memory->sentences = std::move(now);
    open_ = std::move(changed);
  }

  // A later pass looks only where the one before had a choice to make.
  Decoded pass(const ConfusionModel& confusions, const FormCounts& corrected) {
    Decoded decoded;
    for (const Unit& unit : units_) decoded.words += unit.kind == lm::LmTokenKind::kWord;
    decoded.unknown_share = first_look_ != nullptr ? first_look_->unknown_share : forms_.unknown_share();
    if (open_.empty()) return decoded;
    const Channel channel(confusions);
    const Channel damaged_channel(confusions, kBadlyDamaged);
    forms_.begin_pass(channel, corrected, candidates_.search());
    candidates_.begin_pass({channel, damaged_channel});
    PassContext context{decoder_.weights(), decoder_.model(), input_.text, units_, forms_,
                        candidates_,        pairs_,           input_.scan};
    // A cleaner text than the prior's has fewer confusions of each kind.
    const double share = std::max(decoded.unknown_share, 1e-3);
    context.clean_cost = std::clamp(std::log(kUsualUnknownShare / share), -0.5, 3.0);

    ArcBuilder arcs(context, lattice_);
    std::vector<Sentence> still_open;
    for (const Sentence& sentence : open_)
      if (arcs.build(sentence.begin, sentence.end)) {
        still_open.push_back(sentence);
        decode_sentence(context, sentence.begin, decoded);
      }
    open_ = std::move(still_open);
    mark_old_spellings(input_.text, old_words_, decoded.changes);
    if (first_look_ != nullptr)
      judge_company(input_.text, first_look_->words, first_look_->misreadings, decoded.changes);
    else
      judge_company(input_.text, decoded.words, {}, decoded.changes);
    return decoded;
  }

 private:
  void decode_sentence(const PassContext& context, std::size_t begin, Decoded& decoded) {
    lattice_.decode();
    for (const std::uint32_t arc : lattice_.best_path()) {
      if (lattice_.arcs()[arc].candidate == nullptr) continue;
      Change change = change_of(context, lattice_, begin, arc);
      if (change.after == change.span.of(context.text)) continue;
      change.is_left_alone = is_left_alone(change, context.text);
      // Odd marks between two words are taken by one of them.
      if (!decoded.changes.empty() && decoded.changes.back().span.end > change.span.begin) continue;
      decoded.changes.push_back(std::move(change));
    }
  }

  const Decoder& decoder_;
  const DecoderInput& input_;
  FormList list_;
  std::vector<Unit> units_;
  std::vector<Sentence> open_;
  std::vector<text::Span> old_words_;
  FormTable forms_;
  CandidateTable candidates_;
  lm::PairScores pairs_;
  SentenceLattice lattice_;
  const FirstLook* first_look_ = nullptr;  // null where this is the first
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
    if (!teaches(change) || change.kind == ChangeKind::kStray) continue;
    const std::string_view seen = change.span.of(input.text);
    counter.add(seen, change.after);
    words.push_back({std::string(seen), change.after});
  }
  return choose_prior(priors_, input.source, words)
      .model.adapted(counter.confused(), static_cast<double>(input.text.size()), weights_.own_prior);
}

Decoded Decoder::decode(const DecoderInput& input) const {
  const bool is_first = input.memory == nullptr || !input.memory->first_look;
  Decoded decoded = decode_all(input);
  if (input.memory != nullptr && is_first)
    input.memory->first_look = {decoded.unknown_share, decoded.words, misreadings_of(input.text, decoded.changes)};
  if (input.text.size() >= kLargeText) model_.forget_pages();
  return decoded;
}

// As many passes as it takes.
Decoded Decoder::decode_all(const DecoderInput& input) const {
  const ConfusionModel& expected = input.source == SourceKind::kScan ? of_scans_ : of_texts_;
  Decoding decoding(*this, input);
  if (input.memory != nullptr && input.memory->confusions) return decoding.pass(*input.memory->confusions, {});
  Decoded first = decoding.pass(expected, {});
  const bool has_learned = std::any_of(first.changes.begin(), first.changes.end(), teaches);
  if (!weights_.adapt || !has_learned) return first;
  FormCounts corrected;
  FormList forms;
  const auto count = [&](std::string_view text, double times) {
    for (const Unit& unit : units_of(text, model_.vocabulary(), forms))
      corrected[std::string(forms.form(unit.form))] += times;
  };
  for (const Change& change : first.changes) {
    if (!teaches(change)) continue;
    count(change.span.of(input.text), -1);
    count(change.after, 1);
  }
  const ConfusionModel own = second_pass_confusions(input, first);
  if (input.memory != nullptr) input.memory->confusions = own;
  return decoding.pass(own, corrected);
}

}  // namespace emend::correct
