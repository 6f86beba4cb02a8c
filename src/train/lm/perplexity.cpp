#include "train/lm/perplexity.h"

#include <algorithm>
#include <cmath>

#include "lm/lm_tokens.h"

namespace emend::train {
namespace {

double per_item(double log_sum, std::size_t items) {
  return items == 0 ? 0 : std::pow(10.0, -log_sum / static_cast<double>(items));
}

}  // namespace

double Perplexity::of_known_words() const { return per_item(log_known, words); }

double Perplexity::of_all() const {
  return per_item(log_known + log_unknown + log_boundaries, words + unknown_words + boundaries);
}

double Perplexity::unknown_share() const {
  return static_cast<double>(unknown_words) / static_cast<double>(std::max<std::size_t>(words + unknown_words, 1));
}

void measure(Perplexity& sums, const lm::LanguageModel& model, std::string_view text) {
  lm::LanguageModel::State state = model.begin();
  for (const lm::LmToken& token : lm::lm_tokens(text)) {
    const bool is_known = model.id_of(token.form) != lm::kUnknownWord;
    const double log_p = model.score_form(state, token.form, state);
    if (token.kind == lm::LmTokenKind::kBoundary) {
      ++sums.boundaries;
      sums.log_boundaries += log_p;
    } else if (is_known) {
      ++sums.words;
      sums.log_known += log_p;
    } else {
      ++sums.unknown_words;
      sums.log_unknown += log_p;
    }
  }
}

}  // namespace emend::train
