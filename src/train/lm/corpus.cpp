#include "train/lm/corpus.h"

#include <algorithm>
#include <numeric>

#include "lm/lm_tokens.h"
#include "text/unicode.h"

namespace emend::train {
namespace {

// Longer forms are runs without spaces, addresses and mistakes.
constexpr std::size_t kLongestWordBytes = 40;

void count_casing(lm::WordCounts& counts, std::string_view word, bool is_at_start) {
  const text::Casing casing = text::casing_of(word);
  const bool is_one_letter = word.size() == 1;
  if (casing == text::Casing::kUpper && !is_one_letter)
    ++counts.upper;
  else if (casing == text::Casing::kLower || casing == text::Casing::kNone || word[0] >= 'a')
    ++counts.lower;
  else if (is_at_start)
    ++counts.at_start;
  else
    ++counts.capitalised;
}

}  // namespace

Corpus::Corpus() {
  for (const std::string_view form : {lm::kUnknownForm, lm::kBoundaryForm, lm::kNumberForm})
    number_of(std::string(form));
}

std::uint32_t Corpus::number_of(const std::string& form) {
  const auto [found, is_new] = numbers_.try_emplace(form, static_cast<std::uint32_t>(forms_.size()));
  if (is_new) {
    forms_.push_back(form);
    counts_.emplace_back();
  }
  return found->second;
}

void Corpus::add(std::string_view document, double weight) {
  const std::size_t begin = tokens_.size();
  bool is_at_start = true;
  for (const lm::LmToken& token : lm::lm_tokens(document)) {
    const std::uint32_t number = number_of(token.form);
    tokens_.push_back(number);
    if (token.kind == lm::LmTokenKind::kWord) count_casing(counts_[number], token.span.of(document), is_at_start);
    is_at_start = token.kind == lm::LmTokenKind::kBoundary;
  }
  documents_.push_back({begin, tokens_.size(), static_cast<float>(weight)});
}

WordList word_list(const Corpus& corpus, std::uint32_t least_count, std::size_t most_words) {
  const std::vector<std::string>& forms = corpus.forms();
  const auto total = [&](std::uint32_t form) { return corpus.counts()[form].total(); };
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t form = lm::kFirstWord; form < forms.size(); ++form)
    if (total(form) >= least_count && forms[form].size() <= kLongestWordBytes) chosen.push_back(form);
  if (chosen.size() > most_words) {
    std::sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) {
      return total(a) != total(b) ? total(a) > total(b) : forms[a] < forms[b];
    });
    chosen.resize(most_words);
  }
  std::sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) { return forms[a] < forms[b]; });

  WordList list;
  list.id_of_form.assign(forms.size(), lm::kUnknownWord);
  for (lm::WordId special = 0; special < lm::kFirstWord; ++special) list.id_of_form[special] = special;
  for (const std::uint32_t form : chosen) {
    list.id_of_form[form] = static_cast<lm::WordId>(lm::kFirstWord + list.words.size());
    list.words.push_back(forms[form]);
    list.counts.push_back(corpus.counts()[form]);
  }
  return list;
}

}  // namespace emend::train
