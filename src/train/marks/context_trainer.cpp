#include "train/marks/context_trainer.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "lm/lm_tokens.h"

namespace emend::train {
namespace {

using correct::index_of;
using correct::kMarkCount;
using correct::kPlaces;
using correct::kWordClasses;
using correct::kWordPlaces;
using correct::Mark;
using correct::MarkContext;
using correct::MarkedText;
using correct::MarkedWord;
using correct::MarkGap;
using correct::PerMark;
using correct::WordNumber;

// Places are shuffled in pieces, so that memory is read in order.
constexpr std::size_t kPiece = 64;
// Every so many pieces one is held out.
constexpr std::size_t kHoldOutEvery = 20;
constexpr float kStep = 0.15F;
// What a weight's squared gradients begin with: keeps the first steps small.
constexpr float kFirstSquare = 1.0F;
// Gradients that change nothing that the table keeps.
constexpr float kLeastGradient = 2e-4F;
constexpr double kWeightUnits = 1000;
constexpr int kLargestWeight = 30'000;

// A word that is hardly ever a capital of its own tells what the mark before it does to capitals.
constexpr double kSmallWord = 0.1;
// Shares are never quite 0 or 1.
constexpr double kLeastShare = 0.0005;
constexpr double kFewestCased = 8;
// A point is no abbreviation's until shown; worth so many points.
constexpr double kPointPrior = 5;
constexpr double kPointShare = 0.01;
// Nor does a point that follows nearly every occurrence of a word end a sentence there: Mr., St., initials. Shares of
// the occurrences with a point, from where on it may and must belong to the word.
constexpr double kOftenPointed = 0.35;
constexpr double kAlwaysPointed = 0.75;
constexpr double kFewestPointed = 20;

struct Example {
  std::array<std::uint16_t, kWordPlaces> words{};
  std::array<std::uint8_t, kPlaces - kWordPlaces> distances{};
  std::uint8_t mark = 0;
};

struct CaseCounts {
  double small = 0;
  double capital = 0;
};

struct PointCounts {
  double all = 0;
  double with_point = 0;
};

bool is_usual_word(std::string_view text, const MarkedWord& word) {
  return word.kind == text::TokenKind::kWord && word.casing != text::Casing::kMixed &&
         word.casing != text::Casing::kNone &&
         (word.span.size() > 1 || text[word.span.begin] == 'I' || text[word.span.begin] == 'a');
}

// The most frequent forms, the most frequent first; among equals the first by bytes.
std::vector<std::string> frequent_words(const std::vector<std::string>& documents, std::size_t most) {
  std::unordered_map<std::string, std::size_t> counts;
  for (const std::string& document : documents) {
    const MarkedText marked = correct::marked_text(document, text::tokenise(document));
    for (const MarkedWord& word : marked.words)
      if (is_usual_word(document, word)) ++counts[lm::folded_form(word.span.of(document))];
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) words.push_back(std::move(sorted[i].first));
  return words;
}

class ContextTrainer {
 public:
  ContextTrainer(const std::vector<std::string>& documents, const MarkContextOptions& options) : options_(options) {
    table_.words = frequent_words(documents, std::min<std::size_t>(options.words, 60'000));
    table_.habits.resize(kWordClasses + table_.words.size());
    const MarkContext numbers(table_);
    std::vector<CaseCounts> cases(table_.habits.size());
    pointed_.resize(table_.habits.size());
    for (const std::string& document : documents) read(document, numbers, cases);
    for (std::size_t i = kWordClasses; i < cases.size(); ++i) {
      const double total = cases[i].small + cases[i].capital;
      table_.habits[i].is_cased = total >= kFewestCased;
      if (table_.habits[i].is_cased)
        table_.habits[i].capital = std::clamp((cases[i].capital + 0.1) / (total + 0.5), kLeastShare, 1 - kLeastShare);
    }
    for (const std::string& document : documents) count_capitals(document, numbers);
    settle_capitals();
  }

  TrainedMarkContext trained() {
    learn();
    for (std::size_t place = 0; place < kPlaces; ++place) {
      table_.weights[place].resize(rows(place));
      for (std::size_t row = 0; row < rows(place); ++row)
        table_.weights[place][row] = rounded(&weights_[place][row * kMarkCount]);
    }
    table_.always = rounded(always_.data());
    TrainedMarkContext out{MarkContext(std::move(table_)), examples_.size()};
    measure(out);
    return out;
  }

 private:
  static bool is_lesson(const MarkGap& gap) { return !gap.is_paragraph && !gap.has_dirt && !gap.has_hyphen; }

  std::size_t rows(std::size_t place) const {
    if (place >= kWordPlaces) return correct::kDistances;
    const bool is_far = place == static_cast<std::size_t>(correct::Place::kBefore2) ||
                        place == static_cast<std::size_t>(correct::Place::kAfter2);
    return is_far ? std::min(kWordClasses + options_.far_words, table_.habits.size()) : table_.habits.size();
  }

  void read(const std::string& document, const MarkContext& numbers, std::vector<CaseCounts>& cases) {
    const MarkedText marked = correct::marked_text(document, text::tokenise(document));
    const auto features = numbers.features_of(document, marked);
    for (std::size_t i = 0; i + 1 < marked.words.size(); ++i) {
      const MarkGap& gap = marked.gaps[i];
      if (!is_lesson(gap)) continue;
      Example example;
      for (std::size_t place = 0; place < kPlaces; ++place) {
        if (place < kWordPlaces)
          example.words[place] = static_cast<std::uint16_t>(features[i][place]);
        else
          example.distances[place - kWordPlaces] = static_cast<std::uint8_t>(features[i][place]);
      }
      example.mark = static_cast<std::uint8_t>(gap.mark);
      PointCounts& pointed = pointed_[example.words[static_cast<std::size_t>(correct::Place::kBefore)]];
      ++pointed.all;
      pointed.with_point += gap.mark == Mark::kStop;
      examples_.push_back(example);
      if (gap.has_quotes || !(gap.mark == Mark::kNone || gap.mark == Mark::kComma || gap.mark == Mark::kSemicolon))
        continue;
      CaseCounts& counts = cases[features[i][static_cast<std::size_t>(correct::Place::kAfter)]];
      counts.small += marked.words[i + 1].casing == text::Casing::kLower;
      counts.capital += marked.words[i + 1].casing == text::Casing::kCapitalised;
    }
  }

  // Of words that begin small everywhere else: how often a mark gives them a capital.
  void count_capitals(const std::string& document, const MarkContext& numbers) {
    const MarkedText marked = correct::marked_text(document, text::tokenise(document));
    if (points_.empty()) points_.resize(table_.habits.size());
    for (std::size_t i = 0; i + 1 < marked.words.size(); ++i) {
      const MarkGap& gap = marked.gaps[i];
      if (!gap.is_plain || gap.is_paragraph || gap.mark == Mark::kNone) continue;
      const correct::WordHabits& habits = table_.habits[numbers.number_of(document, marked.words[i + 1])];
      if (!habits.is_cased || habits.capital > kSmallWord) continue;
      CaseCounts& counts =
          gap.mark == Mark::kStop ? points_[numbers.number_of(document, marked.words[i])] : after_[index_of(gap.mark)];
      counts.small += marked.words[i + 1].casing == text::Casing::kLower;
      counts.capital += marked.words[i + 1].casing == text::Casing::kCapitalised;
    }
  }

  void settle_capitals() {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const CaseCounts& counts = points_[i];
      const PointCounts& pointed = pointed_[i];
      const double often = pointed.all < kFewestPointed ? 0 : pointed.with_point / pointed.all;
      const double share =
          std::max((counts.small + kPointPrior * kPointShare) / (counts.small + counts.capital + kPointPrior),
                   std::clamp((often - kOftenPointed) / (kAlwaysPointed - kOftenPointed), 0.0, 1 - kLeastShare));
      table_.habits[i].abbreviation = share;
      if (share > kSmallWord) continue;
      after_[index_of(Mark::kStop)].small += counts.small;
      after_[index_of(Mark::kStop)].capital += counts.capital;
    }
    for (std::size_t mark = 1; mark < kMarkCount; ++mark) {
      const CaseCounts& counts = after_[mark];
      table_.capital_after[mark] = (counts.capital + 0.1) / (counts.small + counts.capital + 1);
    }
  }

  void learn() {
    for (std::size_t place = 0; place < kPlaces; ++place) {
      weights_[place].assign(rows(place) * kMarkCount, 0);
      squares_[place].assign(rows(place) * kMarkCount, kFirstSquare);
    }
    squares_always_.fill(kFirstSquare);
    const std::size_t pieces = (examples_.size() + kPiece - 1) / kPiece;
    std::vector<std::uint32_t> order(pieces);
    for (std::size_t i = 0; i < pieces; ++i) order[i] = static_cast<std::uint32_t>(i);
    // Fisher and Yates, with a generator that is the same everywhere (splitmix64).
    std::uint64_t state = 1;
    for (std::size_t i = pieces; i > 1; --i) {
      std::uint64_t z = state += 0x9E3779B97F4A7C15U;
      z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
      std::swap(order[i - 1], order[(z ^ (z >> 31)) % i]);
    }
    for (const std::uint32_t piece : order) {
      if (piece % kHoldOutEvery == 0) continue;
      const std::size_t end = std::min(examples_.size(), (std::size_t{piece} + 1) * kPiece);
      for (std::size_t i = std::size_t{piece} * kPiece; i < end; ++i) learn_from(examples_[i]);
    }
  }

  static std::size_t row_of(const Example& example, std::size_t place) {
    return place < kWordPlaces ? example.words[place] : example.distances[place - kWordPlaces];
  }

  void learn_from(const Example& example) {
    std::array<float*, kPlaces> weights{};
    std::array<float*, kPlaces> squares{};
    std::size_t active = 0;
    for (std::size_t place = 0; place < kPlaces; ++place) {
      const std::size_t row = row_of(example, place);
      if (row >= rows_cache(place)) continue;
      weights[active] = &weights_[place][row * kMarkCount];
      squares[active++] = &squares_[place][row * kMarkCount];
    }
    PerMark<float> sums = always_;
    for (std::size_t a = 0; a < active; ++a)
      for (std::size_t mark = 0; mark < kMarkCount; ++mark) sums[mark] += weights[a][mark];
    const float largest = *std::max_element(sums.begin(), sums.end());
    float total = 0;
    for (float& sum : sums) total += sum = std::exp(sum - largest);
    for (std::size_t mark = 1; mark < kMarkCount; ++mark) {
      const float gradient = sums[mark] / total - (mark == example.mark ? 1.0F : 0.0F);
      if (std::abs(gradient) < kLeastGradient) continue;
      const auto step = [&](float& weight, float& square) {
        square += gradient * gradient;
        weight -= kStep * gradient / std::sqrt(square);
      };
      for (std::size_t a = 0; a < active; ++a) step(weights[a][mark], squares[a][mark]);
      step(always_[mark], squares_always_[mark]);
    }
  }

  std::size_t rows_cache(std::size_t place) const { return weights_[place].size() / kMarkCount; }

  static MarkContext::Weights rounded(const float* weights) {
    MarkContext::Weights out{};
    for (std::size_t mark = 1; mark < kMarkCount; ++mark)
      out[mark] = static_cast<std::int16_t>(
          std::clamp<long>(std::lround(weights[mark] * kWeightUnits), -kLargestWeight, kLargestWeight));
    return out;
  }

  void measure(TrainedMarkContext& out) const {
    PerMark<double> shares{};
    for (const Example& example : examples_) ++shares[example.mark];
    double total = 0;
    std::size_t count = 0;
    double by_shares = 0;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      if (i / kPiece % kHoldOutEvery != 0) continue;
      correct::MarkFeatures features{};
      for (std::size_t place = 0; place < kPlaces; ++place)
        features[place] = static_cast<WordNumber>(row_of(examples_[i], place));
      total += std::log(std::max(out.context.probabilities(features)[examples_[i].mark], 1e-9F));
      by_shares += std::log(shares[examples_[i].mark] / static_cast<double>(examples_.size()));
      ++count;
    }
    if (count == 0) return;
    out.held_out = total / static_cast<double>(count);
    out.held_out_shares = by_shares / static_cast<double>(count);
  }

  MarkContextOptions options_;
  MarkContext::Table table_;
  std::vector<Example> examples_;
  std::vector<CaseCounts> points_;
  std::vector<PointCounts> pointed_;  // [word before]
  PerMark<CaseCounts> after_{};
  std::array<std::vector<float>, kPlaces> weights_;
  std::array<std::vector<float>, kPlaces> squares_;
  PerMark<float> always_{};
  PerMark<float> squares_always_{};
};

}  // namespace

TrainedMarkContext trained_mark_context(const std::vector<std::string>& documents, const MarkContextOptions& options) {
  return ContextTrainer(documents, options).trained();
}

}  // namespace emend::train
