#include "correct/marks/mark_repair.h"

#include <algorithm>

#include "base/file.h"
#include "correct/marks/word_knowledge.h"
#include "correct/part_of_way.h"

namespace emend::correct {

namespace {

// Limits of the bands. docs/benchmarks.md has the figures behind them.
constexpr double kLeastProposed = 0.3;
// By MarkRepairId. Marks that stand apart from their word are the custom of some texts and an accident in others.
constexpr std::array<double, kMarkRepairs> kLeastAppliedInBadText = {0.95, 0.85, 0.85, 0.7, 0.93};
// Where changes of a spoilt text repair twice as many words as they break: a wrong one often breaks nothing, since
// neither mark was right.
constexpr std::array<double, kMarkRepairs> kLeastAppliedInSpoiltText = {0.7, 0.45, 0.35, 0.7, 0.91};
constexpr double kLeastAppliedInCleanText = 0.995;
// A quotation mark between two spaces that has a partner: no custom of any text.
constexpr double kLeastAppliedOfTornQuote = 0.7;
// A capital behind a line's end may follow a full stop that was lost there, as they often are.
constexpr double kLeastAppliedBehindLineEnd = 0.95;
// The share of small-letter words that nobody knows, in a clean text and in a bad one.
constexpr double kCleanShare = 0.008;
constexpr double kBadShare = 0.02;
// The share of words that are plainly misread, as the decoder of words finds, in a text that is not spoilt yet and in
// one that is. True texts have none, whatever their names and prices; three in five recognised ones have more.
constexpr double kSoundMisreadShare = 0.002;
constexpr double kSpoiltMisreadShare = 0.006;
// The share of small, frequent words around a place below which it is no prose but a list of names or figures, whose
// custom it may be to write no marks.
constexpr double kLeastProse = 0.4;
constexpr double kLeastProseInSpoiltText = 0.2;
// Words that have their point in other texts; a document that mostly leaves it out is left its custom, unless it is
// spoilt, and as sure as this to have lost it.
constexpr double kTitle = 0.5;
constexpr double kLeastToLoseItsPoints = 0.9;
// What may be a piece of a letter is taken out of a spoilt text from here on.
constexpr double kLeastToBeNoLetter = 0.6;
// Texts with fewer words say too little about themselves.
constexpr std::size_t kLeastWords = 30;

double feature(const MarkCandidate& candidate, std::string_view name) {
  const auto found = std::find(kMarkFeatureNames.begin(), kMarkFeatureNames.end(), name);
  return candidate.features[static_cast<std::size_t>(found - kMarkFeatureNames.begin())];
}

// What no probability decides: names, the customs of lists, and what may be a piece of a letter.
bool needs_a_person(const MarkCandidate& candidate, double ruin) {
  const bool is_spoilt = ruin >= 1;
  const auto is_sure = [&](double least) { return is_spoilt && candidate.edit.probability >= least; };
  if (candidate.may_be_name) return true;
  if (feature(candidate, "may-be-letter") > 0 && !is_sure(kLeastToBeNoLetter)) return true;
  if (feature(candidate, "prose") < (is_spoilt ? kLeastProseInSpoiltText : kLeastProse)) return true;
  return feature(candidate, "abbreviation") > kTitle && feature(candidate, "own-points") <= 0 &&
         !is_sure(kLeastToLoseItsPoints);
}

// The probability from which on a candidate is applied: in a text that looks clean more proof is demanded.
double least_applied(const MarkCandidate& candidate, double ruin) {
  double in_bad_text = kLeastAppliedInBadText[candidate.id];
  double in_spoilt_text = kLeastAppliedInSpoiltText[candidate.id];
  if (candidate.id == kMisreadCapital && feature(candidate, "line-end") > 0)
    in_bad_text = in_spoilt_text = kLeastAppliedBehindLineEnd;
  if (candidate.is_torn_quote) in_bad_text = in_spoilt_text = kLeastAppliedOfTornQuote;
  const double badness = part_of_way(candidate.unknown_share, kCleanShare, kBadShare);
  return kLeastAppliedInCleanText + badness * (in_bad_text - kLeastAppliedInCleanText) +
         badness * ruin * (in_spoilt_text - in_bad_text);
}

}  // namespace

MarkRepair::MarkRepair(MarkContext context, MarkChannel channel, MarkCalibration calibration)
    : context_(std::move(context)), channel_(std::move(channel)), calibration_(std::move(calibration)) {}

Result<std::unique_ptr<MarkRepair>> MarkRepair::open(const std::filesystem::path& models_folder) {
  const auto context_path = models_folder / kMarkContextName;
  const auto context_text = read_file(context_path);
  if (!context_text) return fail(context_text.error());
  auto context = MarkContext::parse(*context_text, context_path.string());
  if (!context) return fail(context.error());
  const auto channel_path = models_folder / kMarkChannelName;
  const auto channel_text = read_file(channel_path);
  if (!channel_text) return fail(channel_text.error());
  auto channel = MarkChannel::parse(*channel_text, channel_path.string());
  if (!channel) return fail(channel.error());
  const auto calibration_path = models_folder / kMarkCalibrationName;
  const auto calibration_text = read_file(calibration_path);
  if (!calibration_text) return fail(calibration_text.error());
  auto calibration = MarkCalibration::parse(*calibration_text, calibration_path.string());
  if (!calibration) return fail(calibration.error());
  return std::make_unique<MarkRepair>(std::move(*context), std::move(*channel), std::move(*calibration));
}

std::vector<MarkCandidate> MarkRepair::candidates(const RuleInput& input) const {
  std::vector<MarkCandidate> out;
  const MarkedText marked = marked_text(input.text, input.tokens);
  if (marked.words.size() < kLeastWords) return out;
  const std::vector<WordNumber> numbers = context_.numbers_of(input.text, marked);
  WordKnowledge words(input.text, marked, numbers, context_, input.lexicon);
  const MarkSources sources = mark_sources(input.text, marked, numbers, context_, channel_, words);
  append_changes(sources, out);
  append_strays(sources, out);
  return out;
}

void MarkRepair::propose(const RuleInput& input, std::vector<edit::Edit>& edits, double misread_share) const {
  const double ruin = part_of_way(misread_share, kSoundMisreadShare, kSpoiltMisreadShare);
  for (MarkCandidate& candidate : candidates(input)) {
    if (is_ignored_[candidate.id]) continue;
    edit::Edit& edit = candidate.edit;
    edit.probability = calibration_.probability(candidate.id, candidate.features);
    if (edit.probability < kLeastProposed) continue;
    edit.applicability = edit.probability >= least_applied(candidate, ruin) && !needs_a_person(candidate, ruin)
                             ? edit::Applicability::kAutomatic
                             : edit::Applicability::kProposed;
    edits.push_back(std::move(edit));
  }
}

}  // namespace emend::correct
