#include "measure/compare.h"

#include <vector>

#include "measure/words.h"

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

Result<Outcome> compare_one(const Truth& truth, std::string_view output, const ViewOptions& options,
                            ConfusionTable* confusions) {
  const std::u32string text = viewed(output, options);
  const auto words = words_of(text);
  WordNumbers numbers;
  const std::u32string truth_symbols = numbers.number(truth.words);
  const std::u32string output_symbols = numbers.number(words);

  const auto characters = distance(truth.text, text);
  if (!characters) return fail(characters.error());
  const auto alignment = align(truth_symbols, output_symbols);
  if (!alignment) return fail(alignment.error());

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
