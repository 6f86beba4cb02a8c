#include "train/confusions/train_confusions.h"

#include <utility>

#include "base/file.h"
#include "base/parallel.h"

namespace emend::train {
namespace {

using correct::AlignedText;

struct Documents {
  std::vector<AlignedText> texts;
  std::vector<std::string> names;
  ConfusionsSummary summary;
};

Result<Documents> documents_of(const ConfusionsOptions& options, Progress& progress) {
  if (options.pairs.empty())
    return fail(ErrorKind::kUsage, "", "no pair of texts to learn from",
                "name TRUTH TEXT pairs or folders of NAME.gt.txt with NAME.ocr.txt");
  Documents all;
  all.texts = aligned_texts(options.pairs, options.jobs, all.summary.problems, &all.names, progress);
  if (all.texts.empty()) return fail(all.summary.problems.front());
  std::size_t steps = 0;
  std::size_t trusted = 0;
  for (const AlignedText& text : all.texts) {
    all.summary.characters += text.meant.size();
    steps += text.steps.size();
    for (const bool is_trusted : text.is_trusted) trusted += is_trusted;
  }
  all.summary.documents = all.texts.size();
  all.summary.trusted_share = steps == 0 ? 0 : static_cast<double>(trusted) / static_cast<double>(steps);
  return all;
}

Surprise surprise_of(const correct::ConfusionModel& model, const std::vector<AlignedText>& texts, std::size_t jobs) {
  const Foreteller foreteller(model);
  std::vector<Surprise> parts(texts.size());
  run_in_parallel(texts.size(), jobs, [&](std::size_t i) { parts[i] = foreteller.surprise(texts[i]); });
  Surprise all;
  for (const Surprise& part : parts) all.add(part);
  return all;
}

}  // namespace

std::vector<AlignedText> aligned_texts(const std::vector<TextPair>& pairs, std::size_t jobs,
                                       std::vector<Error>& problems, std::vector<std::string>* names,
                                       Progress& progress) {
  std::vector<Result<AlignedText>> slots(pairs.size());
  progress.expect(pairs.size());
  run_in_parallel(pairs.size(), jobs, [&](std::size_t i) {
    const auto bytes = read_pair(pairs[i]);
    if (bytes)
      slots[i] = correct::aligned_text(bytes->seen, bytes->meant);
    else
      slots[i] = fail(bytes.error());
    progress.advance(pairs[i].name);
  });
  std::vector<AlignedText> texts;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (!slots[i]) {
      problems.push_back(slots[i].error());
      continue;
    }
    texts.push_back(*std::move(slots[i]));
    if (names) names->push_back(pairs[i].name);
  }
  return texts;
}

Result<ConfusionsSummary> train_confusions(const ConfusionsOptions& options, const std::filesystem::path& output,
                                           Progress& progress) {
  auto documents = documents_of(options, progress);
  if (!documents) return fail(documents.error());
  ConfusionsSummary& summary = documents->summary;
  const correct::ConfusionModel model = estimated_confusions(documents->texts, options.estimate);
  summary.confusions = model.confusions().size();
  if (const Status written = write_file(output, model.to_text(options.origin)); !written) return fail(written.error());

  if (options.holds_out) {
    std::vector<AlignedText> halves[2];
    for (std::size_t i = 0; i < documents->texts.size(); ++i)
      halves[half_of(documents->names[i])].push_back(std::move(documents->texts[i]));
    summary.held_out.emplace();
    for (const std::size_t half : {0, 1})
      summary.held_out->add(
          surprise_of(estimated_confusions(halves[1 - half], options.estimate), halves[half], options.jobs));
  }
  return std::move(summary);
}

Result<ConfusionsSummary> measure_confusions(const ConfusionsOptions& options, const std::filesystem::path& table,
                                             Progress& progress) {
  const auto bytes = read_file(table);
  if (!bytes) return fail(bytes.error());
  const auto model = correct::ConfusionModel::parse(*bytes, table.string());
  if (!model) return fail(model.error());
  auto documents = documents_of(options, progress);
  if (!documents) return fail(documents.error());
  documents->summary.confusions = model->confusions().size();
  documents->summary.held_out = surprise_of(*model, documents->texts, options.jobs);
  return std::move(documents->summary);
}

}  // namespace emend::train
