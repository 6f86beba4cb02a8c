#include "train/calibration/train_calibration.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/file.h"
#include "base/parallel.h"
#include "correct/confusion/aligned_text.h"
#include "correct/lattice/calibration.h"
#include "correct/lattice/decoder.h"
#include "lexicon/make_lexicon.h"
#include "lm/language_model.h"
#include "train/calibration/judged_changes.h"
#include "train/confusions/edit_estimate.h"

namespace emend::train {
namespace {

struct Document {
  std::string name;
  TextPairBytes bytes;
};

// The features of changes twice: with whether the change was right, and with whether the text was.
struct Examples {
  std::vector<correct::LabelledFeatures> changes;
  std::vector<correct::LabelledFeatures> texts;

  void add(const Examples& more) {
    changes.insert(changes.end(), more.changes.begin(), more.changes.end());
    texts.insert(texts.end(), more.texts.begin(), more.texts.end());
  }
};

struct Judged {
  Examples of_text;
  Examples of_truth;
};

Examples judged(std::string_view text, std::string_view truth, const correct::Decoder& decoder,
                const lexicon::Lexicon& dictionaries) {
  const auto lexicon = lexicon::with_document_words(text, dictionaries);
  const correct::Decoded decoded = decoder.decode(text, *lexicon);
  const std::vector<Judgement> judgements = judged_changes(text, truth, decoded.changes);
  Examples all;
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const correct::Features features = correct::features_of(decoded.changes[i], decoded.unknown_share);
    all.changes.push_back({features, judgements[i].is_right});
    all.texts.push_back({features, judgements[i].was_right});
  }
  return all;
}

std::vector<Document> read_documents(const CalibrationOptions& options, std::vector<Error>& problems) {
  std::vector<Document> documents;
  for (const TextPair& pair : options.pairs) {
    auto bytes = read_pair(pair);
    if (bytes)
      documents.push_back({pair.name, *std::move(bytes)});
    else
      problems.push_back(bytes.error());
  }
  return documents;
}

// The table of each half of the documents.
Result<std::array<correct::ConfusionModel, 2>> tables_of(const std::vector<Document>& documents, std::size_t jobs) {
  std::vector<correct::AlignedText> aligned(documents.size());
  run_in_parallel(documents.size(), jobs, [&](std::size_t i) {
    aligned[i] = correct::aligned_text(documents[i].bytes.seen, documents[i].bytes.meant);
  });
  std::array<std::vector<correct::AlignedText>, 2> halves;
  for (std::size_t i = 0; i < documents.size(); ++i)
    halves[half_of(documents[i].name)].push_back(std::move(aligned[i]));
  if (halves[0].empty() || halves[1].empty())
    return fail(ErrorKind::kUsage, "", "all documents fall into one half, so none can be judged by the other",
                "give more documents");
  return std::array{estimated_confusions(halves[0]), estimated_confusions(halves[1])};
}

double log_loss(const correct::Calibration& calibration, const std::vector<correct::LabelledFeatures>& examples) {
  double sum = 0;
  for (const correct::LabelledFeatures& example : examples) {
    const double probability = calibration.probability(example.features);
    sum -= std::log(std::max(example.is_right ? probability : 1 - probability, 1e-12));
  }
  return sum / static_cast<double>(examples.size());
}

}  // namespace

Result<CalibrationSummary> train_calibration(const CalibrationOptions& options, const std::filesystem::path& output,
                                             Progress& progress) {
  if (options.pairs.empty())
    return fail(ErrorKind::kUsage, "", "no pair of texts to learn from",
                "name TRUTH TEXT pairs or folders of NAME.gt.txt with NAME.ocr.txt");
  const auto model = lm::LanguageModel::open(options.language_model);
  if (!model) return fail(model.error());
  const auto dictionaries = lexicon::make_lexicon({});
  if (!dictionaries) return fail(dictionaries.error());

  CalibrationSummary summary;
  const std::vector<Document> documents = read_documents(options, summary.problems);
  if (documents.empty()) return fail(summary.problems.front());
  summary.documents = documents.size();
  auto tables = tables_of(documents, options.jobs);
  if (!tables) return fail(tables.error());

  // By half: what decodes it knows the other half only.
  const std::array decoders = {correct::Decoder(*model, std::move((*tables)[1])),
                               correct::Decoder(*model, std::move((*tables)[0]))};
  std::vector<Judged> parts(documents.size());
  progress.expect(documents.size());
  run_in_parallel(documents.size(), options.jobs, [&](std::size_t i) {
    const Document& document = documents[i];
    const correct::Decoder& decoder = decoders[half_of(document.name)];
    parts[i].of_text = judged(document.bytes.seen, document.bytes.meant, decoder, **dictionaries);
    parts[i].of_truth = judged(document.bytes.meant, document.bytes.meant, decoder, **dictionaries);
    progress.advance(document.name);
  });

  Examples examples;
  for (const Judged& part : parts) {
    for (const correct::LabelledFeatures& example : part.of_text.changes) summary.right_changes += example.is_right;
    summary.changes += part.of_text.changes.size();
    summary.truth_changes += part.of_truth.changes.size();
    examples.add(part.of_text);
    examples.add(part.of_truth);
  }
  if (examples.changes.empty())
    return fail(ErrorKind::kUsage, "", "the decoder changes nothing in these texts, so there is nothing to learn",
                "give texts with misreadings");
  const correct::Calibration calibration(correct::fitted_log_odds(examples.changes),
                                         correct::fitted_log_odds(examples.texts));
  summary.log_loss = log_loss(calibration, examples.changes);
  if (const Status written = write_file(output, calibration.to_text(options.origin)); !written)
    return fail(written.error());
  return summary;
}

}  // namespace emend::train
