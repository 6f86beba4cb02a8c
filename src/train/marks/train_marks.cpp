#include "train/marks/train_marks.h"

#include <utility>

#include "base/file.h"
#include "correct/marks/mark_repair.h"
#include "text/utf8.h"
#include "train/lm/prose.h"
#include "train/lm/xz_file.h"
#include "train/marks/mark_examples.h"
#include "train/marks/mark_pairs.h"

namespace emend::train {
namespace {

// Each half is calibrated with a table that was counted on the other.
constexpr std::size_t kFolds = 2;

Result<MarkTextPair> read_pair(const std::string& names) {
  const std::size_t colon = names.find(':');
  if (colon == std::string::npos)
    return fail(ErrorKind::kUsage, names, "is no pair of texts", "write OCR:TRUTH, two files with a colon between");
  MarkTextPair pair{names.substr(0, colon), {}, {}};
  for (auto [path, text] : {std::pair{pair.name, &pair.seen}, std::pair{names.substr(colon + 1), &pair.meant}}) {
    const auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    *text = text::repaired_utf8(*bytes);
  }
  return pair;
}

Result<correct::MarkContext> context_for(const MarksOptions& options, const std::filesystem::path& folder,
                                         MarksSummary& summary, Progress& progress) {
  const auto path = folder / correct::kMarkContextName;
  if (options.texts.empty()) {
    const auto text = read_file(path);
    if (!text) return fail(text.error());
    return correct::MarkContext::parse(*text, path.string());
  }
  std::vector<std::string> documents;
  for (const auto& file : options.texts) {
    const auto text = read_text_file(file);
    if (!text) return fail(text.error());
    for (const std::string_view document : documents_of(*text)) documents.push_back(without_markup(document));
    progress.advance(file.filename().string());
  }
  TrainedMarkContext trained = trained_mark_context(documents, options.context);
  summary.documents = documents.size();
  summary.places = trained.places;
  summary.held_out = trained.held_out;
  summary.held_out_shares = trained.held_out_shares;
  if (const Status written = write_file(path, trained.context.to_text(options.context_origin)); !written)
    return fail(written.error());
  progress.advance("contexts");
  return std::move(trained.context);
}

Status train_on_pairs(const MarksOptions& options, const correct::MarkContext& context, const lexicon::Lexicon& lexicon,
                      const std::filesystem::path& folder, MarksSummary& summary, Progress& progress) {
  std::vector<MarkTextPair> pairs;
  for (const std::string& names : options.pairs) {
    auto pair = read_pair(names);
    if (!pair) return fail(pair.error());
    pairs.push_back(std::move(*pair));
  }
  correct::MarkChannel all;
  std::array<correct::MarkChannel, kFolds> folds;  // counted on the other pairs
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (const Status counted = count_marks(pairs[i], context, all); !counted) return counted;
    for (std::size_t fold = 0; fold < kFolds; ++fold)
      if (i % kFolds != fold)
        if (const Status counted = count_marks(pairs[i], context, folds[fold]); !counted) return counted;
    progress.advance("counts");
  }
  std::vector<MarkExample> examples;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const correct::MarkRepair repair(context, folds[fold], correct::MarkCalibration({}));
    for (std::size_t i = fold; i < pairs.size(); i += kFolds) {
      if (const Status added = add_examples(pairs[i], repair, lexicon, examples); !added) return added;
      // True texts as if they were recognised ones: nothing of them is to be changed.
      const MarkTextPair truth{pairs[i].name, pairs[i].meant, pairs[i].meant};
      if (const Status added = add_examples(truth, repair, lexicon, examples); !added) return added;
      progress.advance("calibration");
    }
  }
  summary.pairs = pairs.size();
  summary.examples = examples.size();
  for (const MarkExample& example : examples) summary.right += example.is_right;
  const correct::MarkCalibration calibration = fitted_calibration(examples);
  if (const Status written = write_file(folder / correct::kMarkChannelName, all.to_text(options.pairs_origin));
      !written)
    return written;
  return write_file(folder / correct::kMarkCalibrationName, calibration.to_text(options.pairs_origin));
}

}  // namespace

Result<MarksSummary> train_marks(const MarksOptions& options, const lexicon::Lexicon& lexicon,
                                 const std::filesystem::path& folder, Progress& progress) {
  if (options.texts.empty() && options.pairs.empty())
    return fail(ErrorKind::kUsage, "train marks", "neither a text nor a pair of texts is named",
                "see emend train marks --help");
  progress.expect(options.texts.size() + !options.texts.empty() + 2 * options.pairs.size());
  MarksSummary summary;
  const auto context = context_for(options, folder, summary, progress);
  if (!context) return fail(context.error());
  if (!options.pairs.empty())
    if (const Status trained = train_on_pairs(options, *context, lexicon, folder, summary, progress); !trained)
      return fail(trained.error());
  return summary;
}

}  // namespace emend::train
