#include "correct/lattice/word_repair.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/file.h"
#include "correct/lattice/change_evidence.h"
#include "correct/lattice/possible_name.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

// Log-odds. Log loss alone would have -0.3 of the doubt and -1.5 here, which leaves half of what the engine repairs
// undone; docs/benchmarks.md has the choice.
constexpr double kCorrectionOfLetters = -0.7;

// What a probability becomes when its log-odds change.
double shifted(double probability, double log_odds) {
  if (log_odds == 0 || probability <= 0 || probability >= 1) return probability;
  return 1 / (1 + (1 - probability) / probability * std::exp(-log_odds));
}

// The calibration was fitted on texts without scans, and the engine's other letters spell something for many a word
// that is none. Its doubt has no more say here: the lattice has weighed it.
double engine_correction(const Change& change) { return change.letters.empty() ? 0 : kCorrectionOfLetters; }

WordRepairId id_of(const Change& change, bool is_name) {
  switch (change.kind) {
    case ChangeKind::kJoined: return kSplitWord;
    case ChangeKind::kSplit: return kJoinedWords;
    case ChangeKind::kStray: return kStrayLetter;
    case ChangeKind::kMisread: break;
  }
  return is_name ? kMisreadName : kMisreadWord;
}

std::string_view reason_of(const Change& change, WordRepairId id) {
  switch (id) {
    case kStrayLetter: return "a speck or a line, read as a letter";
    case kSplitWord: return "one word, torn apart";
    case kJoinedWords: return "words run together";
    case kMisreadName: return "a misread name; what stands here fits its sentence";
    case kMisreadWord: break;
  }
  return change.is_case_only ? "a small letter read as a capital"
                             : "a misread word; what stands here fits its sentence";
}

// The tables that the list of the folder names.
Result<std::vector<Prior>> read_priors(const std::filesystem::path& folder) {
  const auto list_path = folder / kPriorListName;
  const auto list_text = read_file(list_path);
  if (!list_text) return fail(list_text.error());
  auto entries = parse_prior_list(*list_text, list_path.string());
  if (!entries) return fail(entries.error());
  std::vector<Prior> priors;
  for (PriorEntry& entry : *entries) {
    const auto path = folder / entry.file;
    const auto table = read_file(path);
    if (!table) return fail(table.error());
    auto model = ConfusionModel::parse(*table, path.string());
    if (!model) return fail(model.error());
    priors.push_back({std::move(entry), std::move(*model)});
  }
  return priors;
}

}  // namespace

WordRepair::WordRepair(std::unique_ptr<lm::LanguageModel> model, std::vector<Prior> priors, Calibration calibration)
    : model_(std::move(model)), decoder_(*model_, std::move(priors)), calibration_(std::move(calibration)) {}

Result<std::unique_ptr<WordRepair>> WordRepair::open(const std::filesystem::path& models_folder) {
  auto model = lm::LanguageModel::open(models_folder / kLanguageModelName);
  if (!model) return fail(model.error());
  auto priors = read_priors(models_folder);
  if (!priors) return fail(priors.error());
  const auto calibration_path = models_folder / kCalibrationName;
  const auto calibration_text = read_file(calibration_path);
  if (!calibration_text) return fail(calibration_text.error());
  auto calibration = Calibration::parse(*calibration_text, calibration_path.string());
  if (!calibration) return fail(calibration.error());
  return std::make_unique<WordRepair>(std::make_unique<lm::LanguageModel>(std::move(*model)), std::move(*priors),
                                      std::move(*calibration));
}

std::vector<WeighedChange> WordRepair::weighed(std::string_view text, const Decoded& decoded) const {
  std::vector<WeighedChange> weighed;
  weighed.reserve(decoded.changes.size());
  for (const Change& change : decoded.changes) {
    const Features features = features_of(change, decoded.unknown_share);
    const bool is_name = may_be_name(change, text);
    weighed.push_back({id_of(change, is_name), shifted(calibration_.probability(features), engine_correction(change)),
                       calibration_.probability_of_text(features), is_name});
  }
  return weighed;
}

void WordRepair::propose(const DecoderInput& input, std::vector<edit::Edit>& edits) const {
  const std::string_view text = input.text;
  const Decoded decoded = decoder_.decode(input);
  const std::vector<WeighedChange> changes = weighed(text, decoded);
  // A text is as bad as it was before anything of it was repaired.
  FirstLook* first = input.memory != nullptr && input.memory->first_look ? &*input.memory->first_look : nullptr;
  const double sure_share =
      first != nullptr && first->sure_share ? *first->sure_share : sure_share_of(text, decoded, changes);
  if (first != nullptr) first->sure_share = sure_share;
  const TextLooks looks = {decoded.unknown_share, sure_share, decoded.words, input.scan != nullptr};
  for (std::size_t i = 0; i < decoded.changes.size(); ++i) {
    const Change& change = decoded.changes[i];
    const WeighedChange& weighed = changes[i];
    if (is_ignored_[weighed.id] || change.is_left_alone) continue;
    const Band band = band_of(change, change.span.of(text), weighed, looks);
    if (band == Band::kSilent) continue;
    edit::Edit edit;
    edit.probability = weighed.probability;
    edit.span = change.span;
    edit.before = std::string(change.span.of(text));
    edit.after = change.after;
    edit.rule = kWordRepairIds[weighed.id];
    edit.reason = reason_of(change, weighed.id);
    edit.applicability = band == Band::kApplied ? edit::Applicability::kAutomatic : edit::Applicability::kProposed;
    tell_evidence(change, decoder_.weights(), weighed.text_is_right, edit);
    edits.push_back(std::move(edit));
  }
}

}  // namespace emend::correct
