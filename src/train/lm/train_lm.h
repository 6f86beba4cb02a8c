// Builds a language model file from collections of prose: what `emend train lm` does.
//
// One thread and a fixed order throughout, so the same texts and options give the same bytes. Memory is about
// 8 bytes for each byte of text (2 GB for 260 MB), most of it while the n-grams are sorted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "train/lm/perplexity.h"

namespace emend::train {

struct LmSource {
  std::filesystem::path file;  // a collection as in prose.h, plain or xz
  double weight = 1;           // how much an occurrence here counts; above 0
};

struct LmOptions {
  std::vector<LmSource> sources;
  std::string origin;  // kept in the file for people

  unsigned order = 3;                  // 2 or 3
  std::uint32_t least_word_count = 2;  // rarer words are unknown words
  std::size_t most_words = 220'000;
  double pruning = 0;                   // see PruningOptions::threshold
  std::uint32_t least_ngram_count = 1;  // of full length

  unsigned character_order = 6;  // 2 to 6
  double character_pruning = 0;

  // Every n-th document of each source is kept out of the training, from document n / 2 on, and measured; 0 for none.
  std::size_t hold_out_every = 0;
};

struct LmSummary {
  std::size_t documents = 0;
  std::size_t tokens = 0;
  std::size_t forms = 0;                      // different ones in the text
  std::size_t words = 0;                      // in the model
  std::vector<std::size_t> counted_ngrams;    // by length, before pruning
  std::vector<std::size_t> kept_ngrams;       // by length
  std::vector<std::size_t> character_ngrams;  // by length
  std::size_t file_bytes = 0;
  std::vector<Perplexity> held_out;  // of each source, if documents were held out
};

struct TrainedLm {
  std::string file;  // the bytes of the model file
  LmSummary summary;
};

// Errors: kUsage (an option out of its range, no source, a text without words), and those of read_text_file().
Result<TrainedLm> trained_lm(const LmOptions& options, Progress& progress);

// The same, written to `output`. Also kUnwritable.
Result<LmSummary> train_lm(const LmOptions& options, const std::filesystem::path& output, Progress& progress);

}  // namespace emend::train
