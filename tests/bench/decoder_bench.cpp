// How fast the decoder goes through texts, and what it is made of: words a second in recognised text, bytes a second
// in clean text. The models are those of models/, or of the folder in EMEND_MODELS; the text is the synthetic prose of
// the tests, or the file in EMEND_TEXT.
//
//   build/release/tests/bench/decoder_bench
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "correct/lattice/word_repair.h"
#include "lexicon/make_lexicon.h"
#include "support/noisy_prose.h"

namespace emend::correct {
namespace {

const WordRepair& repair() {
  static const auto opened = [] {
    const char* const named = std::getenv("EMEND_MODELS");
    return WordRepair::open(named != nullptr ? named : EMEND_SOURCE_DIR "/models");
  }();
  if (!opened) std::abort();
  return **opened;
}

const lexicon::Lexicon& english() {
  static const auto made = lexicon::make_lexicon({});
  if (!made) std::abort();
  return **made;
}

// `rate` is of characters, per mille: 20 makes about one word of ten wrong.
std::string text_of(std::int64_t rate) {
  if (const char* const named = std::getenv("EMEND_TEXT")) {
    const auto bytes = read_file(named);
    if (!bytes) std::abort();
    return *bytes;
  }
  std::string text;
  for (std::uint32_t seed = 1; seed <= 20; ++seed)
    text += rate == 0 ? support::clean_prose() : support::noisy_prose(seed, static_cast<double>(rate) / 1000);
  return text;
}

void BM_Propose(benchmark::State& state) {
  const std::string text = text_of(state.range(0));
  const auto words = std::count(text.begin(), text.end(), ' ') + std::count(text.begin(), text.end(), '\n');
  std::size_t edits = 0;
  for (auto _ : state) {
    std::vector<edit::Edit> found;
    repair().propose({text, english()}, found);
    edits = found.size();
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words * state.iterations()), benchmark::Counter::kIsRate);
  state.counters["edits"] = static_cast<double>(edits);
}
BENCHMARK(BM_Propose)->ArgName("per_mille")->Arg(0)->Arg(20)->Arg(50)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace emend::correct

BENCHMARK_MAIN();
