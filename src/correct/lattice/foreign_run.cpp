#include "correct/lattice/foreign_run.h"

#include <algorithm>

#include "correct/lattice/foreign_words.h"

namespace emend::correct {
namespace {

// How far to look to either side, in units.
constexpr std::size_t kReach = 20;
// Log-likelihood ratios, another language against English: of a word of the other language that English hardly has, of
// one that is so short that dirt may have made it, of one that English has, too.
constexpr float kForeignWord = 4;
constexpr float kShortForeignWord = 1.5f;
constexpr float kSharedWord = 0;
constexpr float kUnknownWord = 1;
constexpr float kSentenceBorder = -1;
// An English word speaks so much against it for each unit of cost (natural logarithm) that it is commoner than words
// that may well be quoted ones.
constexpr float kQuotedWordCost = 14;
constexpr float kAgainstForCost = 0.6f;
constexpr float kMostAgainst = 5;
// A stretch that has fallen so far behind its best is given up.
constexpr float kMostDrop = 10;
// A word this rare in English is hardly one of it.
constexpr float kHardlyEnglishCost = 10.5f;
constexpr std::size_t kShortWordBytes = 2;
// From here on it is another language, with so many different words of it that English hardly has.
constexpr float kLeastRatio = 6;
constexpr std::size_t kLeastForeignWords = 2;

// What a stretch that begins beside the place has for it.
struct Stretch {
  float ratio = 0;
  std::vector<FormList::Number> foreign;  // different ones
};

struct Says {
  float ratio = 0;
  bool is_foreign_word = false;
};

Says said_by(const std::vector<Unit>& units, FormTable& forms, std::size_t unit) {
  if (units[unit].kind == lm::LmTokenKind::kBoundary) return {kSentenceBorder};
  if (units[unit].kind != lm::LmTokenKind::kWord) return {};
  const FormInfo& info = forms.info_of_unit(unit);
  const std::string_view form = forms.form_of_unit(unit);
  const bool is_english = info.is_known || info.is_in_dictionary;
  if (is_foreign_word(form)) {
    if (is_english && info.unigram_cost < kHardlyEnglishCost) return {kSharedWord};
    if (form.size() <= kShortWordBytes) return {kShortForeignWord};
    return {kForeignWord, true};
  }
  if (!is_english) return {kUnknownWord};
  return {-std::clamp((kQuotedWordCost - info.unigram_cost) * kAgainstForCost, 0.0f, kMostAgainst)};
}

// `step` is 1 or -1; `from` the unit that is first looked at.
Stretch best_stretch(const std::vector<Unit>& units, FormTable& forms, std::ptrdiff_t from, std::ptrdiff_t step) {
  Stretch best;
  Stretch sofar;
  for (std::size_t i = 0; i < kReach; ++i, from += step) {
    if (from < 0 || from >= static_cast<std::ptrdiff_t>(units.size())) break;
    const auto unit = static_cast<std::size_t>(from);
    const Says says = said_by(units, forms, unit);
    sofar.ratio += says.ratio;
    const FormList::Number form = units[unit].form;
    if (says.is_foreign_word && std::find(sofar.foreign.begin(), sofar.foreign.end(), form) == sofar.foreign.end())
      sofar.foreign.push_back(form);
    if (sofar.ratio > best.ratio) best = sofar;
    if (sofar.ratio < best.ratio - kMostDrop) break;
  }
  return best;
}

}  // namespace

ForeignRun foreign_run_at(const std::vector<Unit>& units, FormTable& forms, std::size_t first, std::size_t end) {
  const Stretch before = best_stretch(units, forms, static_cast<std::ptrdiff_t>(first) - 1, -1);
  const Stretch behind = best_stretch(units, forms, static_cast<std::ptrdiff_t>(end), 1);
  if (before.ratio + behind.ratio < kLeastRatio) return ForeignRun::kOutside;
  std::size_t foreign = before.foreign.size();
  for (const FormList::Number form : behind.foreign)
    foreign += std::find(before.foreign.begin(), before.foreign.end(), form) == before.foreign.end();
  if (foreign < kLeastForeignWords) return ForeignRun::kOutside;
  return before.ratio > 0 && behind.ratio > 0 ? ForeignRun::kInside : ForeignRun::kAtEdge;
}

}  // namespace emend::correct
