#include "correct/marks/mark_decoder.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace emend::correct {
namespace {

// Rounds of estimation; more hardly move anything.
constexpr int kRounds = 3;
// What the table is worth against the document's own counts: meant marks of a row, meant words of a letter.
constexpr double kMarkPrior = 60;
constexpr double kNonePrior = 600;
constexpr double kLetterPrior = 60;
// What the model's shares of marks are worth against the document's own, in marks.
constexpr double kSharePrior = 20;
constexpr std::size_t kHypotheses = 2 * kMarkCount;

// What is kept of a gap. A byte, as a text has as many as words; what follows from its words is not kept.
struct KeptGap {
  bool is_weighed : 1 = false;
  bool is_capital : 1 = false;  // the word behind it begins with one
  bool has_case : 1 = false;    // and might begin either way
  std::uint8_t letter : 5 = 0;  // that it begins with, where it has case
};
static_assert(sizeof(KeptGap) == 1 && kLetters <= 32);

// A place that is weighed.
struct Site {
  std::size_t gap = 0;
  std::size_t letter = 0;
  bool is_capital = false;
  bool has_case = false;
  float abbreviation = 0;  // that a point here belongs to the word before
  const PerMark<float>& prior;
};

struct Weighed {
  std::array<double, kHypotheses> posteriors{};  // [2 * mark + capital]
};

class Decoding {
 public:
  Decoding(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
           const MarkContext& context, const MarkChannel& table)
      : marked_(marked),
        numbers_(numbers),
        context_(context),
        table_(table),
        table_rates_(rates_of(table)),
        rates_(table_rates_) {
    share_.fill(1);
    find_places(text);
    priors_.reserve(places_);
    for (std::size_t begin = 0; begin < marked_.words.size();) {
      const Stretch stretch = stretch_from(marked_, begin);
      ask_context(stretch);
      begin = stretch.end;
    }
  }

  DecodedMarks decoded() {
    for (int round = 0; round < kRounds; ++round) estimate();
    DecodedMarks out;
    out.errors = errors_;
    each_place([&](const Site& place) { tell(place, out.changes); });
    return out;
  }

 private:
  void find_places(std::string_view text) {
    gaps_.resize(marked_.gaps.size());
    for (std::size_t i = 0; i + 1 < marked_.words.size(); ++i) {
      const MarkGap& gap = marked_.gaps[i];
      if (!gap.is_plain || gap.is_paragraph) continue;
      const MarkedWord& before = marked_.words[i];
      const MarkedWord& after = marked_.words[i + 1];
      // Headings, and the words of a text in capitals.
      if (before.casing == text::Casing::kUpper || after.casing == text::Casing::kUpper) continue;
      KeptGap& place = gaps_[i];
      place.is_weighed = true;
      ++places_;
      place.is_capital = after.casing == text::Casing::kCapitalised;
      const std::string_view form = after.span.of(text);
      place.has_case = context_.is_listed(numbers_[i + 1]) && context_.habits(numbers_[i + 1]).is_cased &&
                       (place.is_capital || after.casing == text::Casing::kLower) && form != "I";
      if (place.has_case) place.letter = letter_index(text::decode_at(form, 0).code_point) & 31u;
    }
  }

  void ask_context(Stretch stretch) {
    const std::vector<MarkFeatures> features = MarkContext::features_of(numbers_, marked_, stretch);
    for (std::size_t i = stretch.begin; i < stretch.end; ++i)
      if (gaps_[i].is_weighed) priors_.push_back(context_.probabilities(features[i - stretch.begin]));
  }

  // In the order of the text.
  template <class Look>
  void each_place(Look look) const {
    auto prior = priors_.begin();
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      const KeptGap gap = gaps_[i];
      if (!gap.is_weighed) continue;
      const auto abbreviation = static_cast<float>(context_.habits(numbers_[i]).abbreviation);
      look(Site{i, gap.letter, gap.is_capital, gap.has_case, abbreviation, *prior++});
    }
  }

  // Of a capital behind each mark.
  PerMark<float> capitals(const Site& place) const {
    const WordNumber before = numbers_[place.gap];
    const WordNumber after = numbers_[place.gap + 1];
    PerMark<float> out{};
    for (std::size_t mark = 0; mark < kMarkCount; ++mark)
      out[mark] = static_cast<float>(context_.capital_probability(static_cast<Mark>(mark), before, after));
    return out;
  }

  double seen_rate(const MarkRates& rates, const Site& place, std::size_t mark, std::size_t seen) const {
    if (mark != index_of(Mark::kStop)) return rates.marks[mark][seen];
    return (1 - place.abbreviation) * rates.marks[mark][seen] +
           place.abbreviation * rates.marks[kAbbreviationPoint][seen];
  }

  static double case_rate(const MarkRates& rates, const Site& place, std::size_t meant) {
    return rates.letters[place.letter][meant][place.is_capital ? kCapital : kSmall];
  }

  Weighed weigh(const Site& place) const {
    const std::size_t seen = index_of(marked_.gaps[place.gap].mark);
    Weighed out;
    double total = 0;
    const auto base = [&](std::size_t mark) {
      return static_cast<double>(place.prior[mark]) * share_[mark] * seen_rate(rates_, place, mark, seen);
    };
    if (!place.has_case) {
      const std::size_t seen_case = place.is_capital ? kCapital : kSmall;
      for (std::size_t mark = 0; mark < kMarkCount; ++mark) total += out.posteriors[2 * mark + seen_case] = base(mark);
      for (std::size_t mark = 0; mark < kMarkCount; ++mark) out.posteriors[2 * mark + seen_case] /= total;
      return out;
    }
    const PerMark<float> of_capital = capitals(place);
    const double capital_rate = case_rate(rates_, place, kCapital);
    const double small_rate = case_rate(rates_, place, kSmall);
    for (std::size_t mark = 0; mark < kMarkCount; ++mark) {
      const double here = base(mark);
      const double capital = of_capital[mark];
      total += out.posteriors[2 * mark + kCapital] = here * capital * capital_rate;
      total += out.posteriors[2 * mark + kSmall] = here * (1 - capital) * small_rate;
    }
    for (double& p : out.posteriors) p /= total;
    return out;
  }

  // The document's own counts, as far as the present rates and shares explain it, beside what the table is worth.
  void estimate() {
    MarkChannel counts;
    for (std::size_t meant = 0; meant < kMeantKinds; ++meant)
      for (std::size_t seen = 0; seen < kMarkCount; ++seen)
        counts.marks[meant][seen] = table_rates_.marks[meant][seen] * (meant == 0 ? kNonePrior : kMarkPrior);
    for (std::size_t letter = 0; letter < kLetters; ++letter)
      for (std::size_t meant = 0; meant < 2; ++meant)
        for (std::size_t seen = 0; seen < 2; ++seen)
          counts.letters[letter][meant][seen] = table_rates_.letters[letter][meant][seen] * kLetterPrior;

    PerMark<double> expected{};
    PerMark<double> found{};
    double errors = 0;
    each_place([&](const Site& place) {
      const Weighed weighed = weigh(place);
      const std::size_t seen = index_of(marked_.gaps[place.gap].mark);
      for (std::size_t mark = 0; mark < kMarkCount; ++mark) {
        const double p = weighed.posteriors[2 * mark] + weighed.posteriors[2 * mark + 1];
        expected[mark] += place.prior[mark];
        found[mark] += p;
        if (mark == index_of(Mark::kStop)) {
          counts.marks[mark][seen] += p * (1 - place.abbreviation);
          counts.marks[kAbbreviationPoint][seen] += p * place.abbreviation;
        } else {
          counts.marks[mark][seen] += p;
        }
        if (place.has_case)
          for (std::size_t meant = 0; meant < 2; ++meant)
            counts.letters[place.letter][meant][place.is_capital ? kCapital : kSmall] +=
                weighed.posteriors[2 * mark + meant];
      }
      errors += 1 - weighed.posteriors[2 * seen + (place.is_capital ? kCapital : kSmall)];
    });
    rates_ = normalised(counts);
    for (std::size_t mark = 0; mark < kMarkCount; ++mark)
      share_[mark] = (found[mark] + kSharePrior) / (expected[mark] + kSharePrior);
    errors_ = places_ == 0 ? 0 : errors / static_cast<double>(places_);
  }

  static MarkRates normalised(const MarkChannel& counts) {
    MarkRates rates;
    for (std::size_t meant = 0; meant < kMeantKinds; ++meant) {
      double total = 0;
      for (const double count : counts.marks[meant]) total += count;
      for (std::size_t seen = 0; seen < kMarkCount; ++seen)
        rates.marks[meant][seen] = counts.marks[meant][seen] / total;
    }
    for (std::size_t letter = 0; letter < kLetters; ++letter)
      for (std::size_t meant = 0; meant < 2; ++meant) {
        const auto& row = counts.letters[letter][meant];
        for (std::size_t seen = 0; seen < 2; ++seen) rates.letters[letter][meant][seen] = row[seen] / (row[0] + row[1]);
      }
    return rates;
  }

  void tell(const Site& place, std::vector<MarkChange>& out) const {
    const Weighed weighed = weigh(place);
    const std::size_t seen = index_of(marked_.gaps[place.gap].mark);
    const std::size_t as_seen = 2 * seen + (place.is_capital ? kCapital : kSmall);
    std::size_t best = kHypotheses;
    for (std::size_t h = 0; h < kHypotheses; ++h)
      if (h != as_seen && (best == kHypotheses || weighed.posteriors[h] > weighed.posteriors[best])) best = h;
    if (weighed.posteriors[best] < kLeastTold) return;
    const std::size_t meant = best / 2;
    const std::size_t meant_case = best % 2;
    MarkChange change;
    change.gap = place.gap;
    change.seen = static_cast<Mark>(seen);
    change.meant = static_cast<Mark>(meant);
    change.has_case = place.has_case;
    change.seen_capital = place.is_capital;
    change.meant_capital = meant_case == kCapital;
    change.posterior = weighed.posteriors[best];
    change.kept = weighed.posteriors[as_seen];
    const PerMark<float> of_capital = capitals(place);
    const auto context = [&](std::size_t mark, std::size_t letter_case) {
      const double by_case = !place.has_case ? 1 : letter_case == kCapital ? of_capital[mark] : 1 - of_capital[mark];
      return std::log(std::max(static_cast<double>(place.prior[mark]) * by_case, 1e-12));
    };
    const auto channel = [&](const MarkRates& rates, std::size_t mark, std::size_t letter_case) {
      return std::log(seen_rate(rates, place, mark, seen)) +
             (place.has_case ? std::log(case_rate(rates, place, letter_case)) : 0);
    };
    const std::size_t seen_case = as_seen % 2;
    change.context_gain = context(meant, meant_case) - context(seen, seen_case);
    change.channel_gain = channel(rates_, meant, meant_case) - channel(rates_, seen, seen_case);
    change.table_gain = channel(table_rates_, meant, meant_case) - channel(table_rates_, seen, seen_case);
    out.push_back(change);
  }

  const MarkedText& marked_;
  const std::vector<WordNumber>& numbers_;
  const MarkContext& context_;
  const MarkChannel& table_;
  MarkRates table_rates_;
  MarkRates rates_;
  PerMark<double> share_{};
  double errors_ = 0;
  std::vector<KeptGap> gaps_;
  std::vector<PerMark<float>> priors_;  // of the places
  std::size_t places_ = 0;
};

}  // namespace

DecodedMarks decode_marks(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
                          const MarkContext& context, const MarkChannel& channel) {
  return Decoding(text, marked, numbers, context, channel).decoded();
}

}  // namespace emend::correct
