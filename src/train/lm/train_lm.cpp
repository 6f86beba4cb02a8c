#include "train/lm/train_lm.h"

#include <utility>

#include "base/file.h"
#include "lm/character_model.h"
#include "lm/lm_file.h"
#include "lm/lm_writer.h"
#include "train/lm/corpus.h"
#include "train/lm/kneser_ney.h"
#include "train/lm/ngram_counts.h"
#include "train/lm/prose.h"
#include "train/lm/pruning.h"
#include "train/lm/quantised_model.h"
#include "train/lm/xz_file.h"

namespace emend::train {
namespace {

// Reading, words, characters and writing; and one step for each source.
constexpr std::size_t kFixedSteps = 4;

Status check(const LmOptions& options) {
  const auto wrong = [](const std::string& what) { return fail(ErrorKind::kUsage, "train lm", what); };
  if (options.sources.empty()) return wrong("no text to train on is named");
  for (const LmSource& source : options.sources)
    if (!(source.weight > 0 && source.weight <= 1000)) return wrong("a weight is above 0 and at most 1000");
  if (options.order < 2 || options.order > 3) return wrong("the order of the word model is 2 or 3");
  if (options.character_order < 2 || options.character_order > lm::kLargestOrder)
    return wrong("the order of the character model is 2 to 6");
  if (options.most_words + lm::kFirstWord > std::uint64_t{1} << 20) return wrong("a model has at most a million words");
  if (options.most_words == 0 || !(options.pruning >= 0) || !(options.character_pruning >= 0))
    return wrong("a limit is out of its range");
  return {};
}

std::vector<std::size_t> sizes_of(const std::vector<std::vector<Ngram>>& levels) {
  std::vector<std::size_t> sizes;
  for (const std::vector<Ngram>& level : levels) sizes.push_back(level.size());
  return sizes;
}

std::string word_trie(const Corpus& corpus, const WordList& list, const LmOptions& options, LmSummary& summary) {
  const KeyLayout layout{options.order, 63 / options.order};
  EventList events(layout, lm::kBoundaryWord);
  for (const Corpus::Document& document : corpus.documents()) {
    events.restart();
    for (std::size_t i = document.begin; i < document.end; ++i)
      events.add(list.id_of_form[corpus.tokens()[i]], document.weight);
  }
  std::vector<std::vector<Ngram>> levels = events.take_counts();
  summary.counted_ngrams = sizes_of(levels);
  estimate_probabilities(levels, layout, lm::kFirstWord + list.words.size());
  prune(levels, layout, {options.pruning, options.least_ngram_count});
  summary.kept_ngrams = sizes_of(levels);
  return lm::write_trie(quantised_model(levels, layout));
}

// Learns from every form of the text once: what a word looks like, not which words are frequent.
std::string character_trie(const Corpus& corpus, const LmOptions& options, LmSummary& summary) {
  const KeyLayout layout{options.character_order, 63 / options.character_order};
  EventList events(layout, lm::kEdgeSymbol);
  for (std::size_t form = lm::kFirstWord; form < corpus.forms().size(); ++form) {
    for (const std::uint8_t symbol : lm::character_symbols(corpus.forms()[form])) events.add(symbol, 1);
    events.add(lm::kEdgeSymbol, 1);
  }
  std::vector<std::vector<Ngram>> levels = events.take_counts();
  estimate_probabilities(levels, layout, lm::kCharacterSymbols);
  prune(levels, layout, {options.character_pruning, 1});
  summary.character_ngrams = sizes_of(levels);
  return lm::write_trie(quantised_model(levels, layout));
}

}  // namespace

Result<TrainedLm> trained_lm(const LmOptions& options, Progress& progress) {
  if (const Status status = check(options); !status) return fail(status.error());
  progress.expect(options.sources.size() + kFixedSteps);

  TrainedLm out;
  LmSummary& summary = out.summary;
  std::vector<std::vector<std::string>> held_out(options.sources.size());
  {
    Corpus corpus;
    for (std::size_t s = 0; s < options.sources.size(); ++s) {
      const LmSource& source = options.sources[s];
      const Result<std::string> text = read_text_file(source.file);
      if (!text) return fail(text.error());
      std::size_t number = 0;
      for (const std::string_view document : documents_of(*text)) {
        std::string prose = without_markup(document);
        const std::size_t every = options.hold_out_every;
        if (every > 0 && number++ % every == every / 2) {
          held_out[s].push_back(std::move(prose));
        } else {
          corpus.add(prose, source.weight);
          ++summary.documents;
        }
      }
      progress.advance(source.file.filename().string());
    }
    const WordList list = word_list(corpus, options.least_word_count, options.most_words);
    if (list.words.empty())
      return fail(ErrorKind::kUsage, "train lm", "the texts have no word that occurs often enough");
    summary.tokens = corpus.tokens().size();
    summary.forms = corpus.forms().size() - lm::kFirstWord;
    summary.words = list.words.size();
    const lm::WrittenVocabulary words = lm::write_vocabulary(list.words, list.counts);
    progress.advance("words");
    const std::string characters = character_trie(corpus, options, summary);
    progress.advance("characters");
    const std::string trie = word_trie(corpus, list, options, summary);
    progress.advance("word n-grams");
    out.file =
        lm::file_with({options.origin, words.strings, words.offsets, words.index, words.counts, trie, characters});
  }
  summary.file_bytes = out.file.size();

  if (options.hold_out_every > 0) {
    const Result<lm::LanguageModel> model = lm::LanguageModel::from_bytes(out.file, "the trained model");
    if (!model) return fail(model.error());
    for (const std::vector<std::string>& documents : held_out) {
      Perplexity& sums = summary.held_out.emplace_back();
      for (const std::string& document : documents) measure(sums, *model, document);
    }
  }
  progress.advance("held-out text");
  return out;
}

Result<LmSummary> train_lm(const LmOptions& options, const std::filesystem::path& output, Progress& progress) {
  Result<TrainedLm> trained = trained_lm(options, progress);
  if (!trained) return fail(trained.error());
  if (const Status written = write_file(output, trained->file); !written) return fail(written.error());
  return std::move(trained->summary);
}

}  // namespace emend::train
