#include "measure/compare.h"

#include <algorithm>
#include <vector>

#include "measure/gaps.h"
#include "measure/words.h"
#include "text/distance.h"

namespace emend::measure {
namespace {

struct Truth {
  std::u32string text;
  std::vector<std::u32string_view> words;
};

struct Outcome {
  Errors errors;
  std::vector<bool> is_right;  // per word of the truth
};

// Gaps between right words that are longer than this (code points) are bounded by their length: measuring them alone
// would cost as much as the whole.
constexpr std::size_t kLongestMeasuredGap = 10000;

// How many steps at most the characters need, going along the aligned words; usually a few percent too many.
std::size_t upper_bound(const std::vector<std::u32string_view>& truth, const std::vector<std::u32string_view>& output,
                        const Alignment& alignment) {
  std::size_t bound = 0;
  const auto add = [&bound](std::u32string_view truth_gap, std::u32string_view output_gap) -> Status {
    const std::size_t longest = std::max(truth_gap.size(), output_gap.size());
    bound += longest > kLongestMeasuredGap ? longest : text::edit_distance(truth_gap, output_gap);
    return {};
  };
  static_cast<void>(for_each_gap(truth, output, alignment, add));  // add() never fails
  return bound;
}

Result<Outcome> compare_one(const Truth& truth, std::string_view output, const ViewOptions& options,
                            ConfusionTable* confusions) {
  const std::u32string text = viewed(output, options);
  const auto words = words_of(text);
  WordNumbers numbers;
  const std::u32string truth_symbols = numbers.number(truth.words);
  const std::u32string output_symbols = numbers.number(words);

  const auto alignment = align(truth_symbols, output_symbols);
  if (!alignment) return fail(alignment.error());
  const auto characters = distance(truth.text, text, upper_bound(truth.words, words, *alignment));
  if (!characters) return fail(characters.error());

  Outcome outcome{{*characters, alignment->distance}, {}};
  outcome.is_right.reserve(truth.words.size());
  for (const Step step : alignment->steps)
    if (step != Step::kExtra) outcome.is_right.push_back(step == Step::kMatch);
  if (confusions != nullptr)
    if (const Status counted = count_confusions(truth.words, words, *alignment, *confusions); !counted)
      return fail(counted.error());
  return outcome;
}

}  // namespace

Result<Figures> compare(std::string_view truth_text, std::optional<std::string_view> before, std::string_view after,
                        const ViewOptions& options, ConfusionTable* confusions_before,
                        ConfusionTable* confusions_after) {
  Truth truth{viewed(truth_text, options), {}};
  truth.words = words_of(truth.text);
  Figures figures{truth.text.size(), truth.words.size(), {}, {}, {}};

  const auto last = compare_one(truth, after, options, confusions_after);
  if (!last) return fail(last.error());
  figures.after = last->errors;
  if (!before) return figures;

  const auto first = compare_one(truth, *before, options, confusions_before);
  if (!first) return fail(first.error());
  figures.before = first->errors;
  for (std::size_t i = 0; i < truth.words.size(); ++i) {
    ++(first->is_right[i] ? figures.repair.right : figures.repair.wrong);
    if (!first->is_right[i] && last->is_right[i]) ++figures.repair.fixed;
    if (first->is_right[i] && !last->is_right[i]) ++figures.repair.broken;
  }
  return figures;
}

}  // namespace emend::measure
