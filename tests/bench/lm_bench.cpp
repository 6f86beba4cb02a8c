// How fast the language model opens and answers. The model is models/english.lm, or the one in EMEND_LM.
//
//   build/release/tests/bench/lm_bench
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "lm/language_model.h"
#include "lm/lm_tokens.h"

namespace emend::lm {
namespace {

std::filesystem::path model_path() {
  const char* const named = std::getenv("EMEND_LM");
  return named != nullptr ? named : EMEND_SOURCE_DIR "/models/english.lm";
}

const LanguageModel& model() {
  static const auto opened = LanguageModel::open(model_path());
  if (!opened) std::abort();
  return *opened;
}

// Words drawn with the frequencies of the model itself, one after the other: as mixed as a text and without its end.
std::vector<WordId> sampled_words(std::size_t count) {
  const Vocabulary& words = model().vocabulary();
  std::vector<std::uint64_t> sums;
  std::uint64_t sum = 0;
  for (WordId id = 0; id < words.size(); ++id) sums.push_back(sum += words.counts_of(id).total());
  std::vector<WordId> out;
  std::uint64_t random = 88172645463325252;  // xorshift64, so every run asks the same
  while (out.size() < count) {
    random ^= random << 13;
    random ^= random >> 7;
    random ^= random << 17;
    out.push_back(static_cast<WordId>(std::upper_bound(sums.begin(), sums.end(), random % sum) - sums.begin()));
  }
  return out;
}

void open_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(LanguageModel::open(model_path()));
}
BENCHMARK(open_model)->Unit(benchmark::kMillisecond);

void score_words(benchmark::State& state) {
  const std::vector<WordId> words = sampled_words(1 << 16);
  LanguageModel::State at = model().begin();
  for (auto _ : state)
    for (const WordId word : words) benchmark::DoNotOptimize(model().score(at, word, at));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(score_words)->Unit(benchmark::kMillisecond);

void find_words(benchmark::State& state) {
  std::vector<std::string> forms;
  for (const WordId word : sampled_words(1 << 16)) forms.emplace_back(model().vocabulary().form_of(word));
  for (auto _ : state)
    for (const std::string& form : forms) benchmark::DoNotOptimize(model().id_of(form));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(forms.size()));
}
BENCHMARK(find_words)->Unit(benchmark::kMillisecond);

void spell_unknown_words(benchmark::State& state) {
  std::vector<std::string> forms;
  for (const WordId word : sampled_words(1 << 12)) forms.emplace_back(model().vocabulary().form_of(word)) += "q";
  for (auto _ : state)
    for (const std::string& form : forms) benchmark::DoNotOptimize(model().unknown_word_log_probability(form));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(forms.size()));
}
BENCHMARK(spell_unknown_words)->Unit(benchmark::kMillisecond);

void cut_text_into_tokens(benchmark::State& state) {
  std::string text;
  for (const WordId word : sampled_words(1 << 14)) (text += model().vocabulary().form_of(word)) += ' ';
  for (auto _ : state) benchmark::DoNotOptimize(lm_tokens(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(cut_text_into_tokens)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emend::lm

BENCHMARK_MAIN();
