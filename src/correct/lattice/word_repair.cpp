#include "correct/lattice/word_repair.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "base/file.h"
#include "correct/lattice/change_evidence.h"
#include "correct/part_of_way.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

// Limits of the bands. In a text with many misreadings what stands there is mostly wrong anyway, and a change makes it
// better on the whole once it is so likely right; in one that looks clean a person should see it first.
// docs/benchmarks.md has the curve.
constexpr double kLeastProposed = 0.1;
constexpr double kLeastProposedToKnownWordInCleanText = 0.93;
constexpr double kLeastProposedJoinInCleanText = 0.85;
constexpr double kLeastAppliedInBadText = 0.1;
constexpr double kLeastAppliedInCleanText = 0.9875;
// The calibration knows texts only; on scans that were read just now a change is to be right rather than not.
constexpr double kLeastAppliedInBadScan = 0.5;
// A few words say little about the text that they are from.
constexpr double kLeastAppliedInShortText = 0.6;
constexpr std::size_t kShortText = 30;
// Other times wrote more capitals.
constexpr double kLeastAppliedToCase = 0.8;
// A right word that is broken weighs as much as so many wrong ones that are repaired, and so much of a repaired word
// must be left to gain.
constexpr double kWeightOfBroken = 2;
constexpr double kLeastGain = 0.03;
// A capitalised word that nobody knows may be a name. Of those that texts alone may change, at most one in so many was
// right.
constexpr double kMostLikelyRightName = 0.02;
// The share of words that were unknown, had no capital and are surely misread, in a clean text and in a bad one. True
// texts have none; of recognised ones, three in five are above the second. docs/benchmarks.md has the figures.
constexpr double kCleanShare = 0.002;
constexpr double kBadShare = 0.006;
// From here on a text is bad whatever its language.
constexpr double kSurelyBadShare = 0.015;
// So much of what nobody knows in a text is surely misread at most where it is in another language or an old spelling,
// and at least where it is not: verse of 1500 has 0.06 to 0.13, most recognised texts above 0.25.
constexpr double kForeignExplained = 0.1;
constexpr double kUsualExplained = 0.2;
// The share of small-letter words that the language model does not know, in a text of one language.
constexpr double kUsualUnknownShare = 0.05;
// A change that is so probable is surely right: of 185 true texts that things were fitted on three have one, and none
// has two; of as many recognised ones 141 have two or more.
constexpr double kSure = 0.95;
// The share of these, without one, in a bad text; the words that were known count, too.
constexpr double kBadSureShare = 0.004;
// Unknown neighbours, of six, that make a run of a foreign language.
constexpr int kForeignNeighbours = 3;
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

std::string_view run_around(std::string_view text, text::Span span) {
  constexpr std::size_t kReach = 100;
  constexpr std::string_view kSpaces = " \t\r\n\f";
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < kReach && kSpaces.find(text[begin - 1]) == std::string_view::npos) --begin;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < kReach && kSpaces.find(text[end]) == std::string_view::npos) ++end;
  return text.substr(begin, end - begin);
}

// The web, files, people's addresses and code; the text of a run between white space.
bool is_address(std::string_view run) {
  return run.find("://") != std::string_view::npos || run.find("www.") != std::string_view::npos ||
         run.find('@') != std::string_view::npos || run.find('_') != std::string_view::npos ||
         run.find("()") != std::string_view::npos || run.find("::") != std::string_view::npos;
}

// Spellings of the period that differ from today's by a letter that is often confused; the language model knows them
// but thinks them rare.
constexpr std::array<std::string_view, 5> kPeriodForms = {"shew", "shewed", "shewing", "shewn", "shews"};

// Nor is "adorn'd" a misreading, though people write it in full now.
bool is_period_form(std::string_view before) {
  return before.ends_with("'d") || before.ends_with("’d") ||
         std::find(kPeriodForms.begin(), kPeriodForms.end(), text::to_lower(before)) != kPeriodForms.end();
}

// How bad a text is, from 0 for a clean one to 1.
double badness_of(const Change& change, double unknown_share, double sure_share) {
  const double misread_share = std::max(change.company.share, sure_share);
  const double explained = unknown_share > 0 ? misread_share / unknown_share : 0;
  const double is_own_language = std::max(part_of_way(explained, kForeignExplained, kUsualExplained),
                                          part_of_way(change.company.share, kBadShare, kSurelyBadShare));
  return is_own_language *
         std::max(part_of_way(change.company.share, kCleanShare, kBadShare), part_of_way(sure_share, 0, kBadSureShare));
}

// The share of words that are surely to be changed, each form once, but for one slip that any text may have.
double sure_share_of(std::string_view text, const Decoded& decoded, const std::vector<double>& probabilities) {
  std::set<std::string_view> forms;
  for (std::size_t i = 0; i < decoded.changes.size(); ++i)
    if (probabilities[i] >= kSure && !decoded.changes[i].is_case_only) forms.insert(decoded.changes[i].span.of(text));
  if (forms.size() < 2) return 0;
  return static_cast<double>(forms.size() - 1) / static_cast<double>(std::max<std::size_t>(decoded.words, 1));
}

double least_applied(const Change& change, double badness, bool is_scan, bool is_short) {
  const double in_bad_text = is_short  ? kLeastAppliedInShortText
                             : is_scan ? kLeastAppliedInBadScan
                                       : kLeastAppliedInBadText;
  const double least = kLeastAppliedInCleanText + badness * (in_bad_text - kLeastAppliedInCleanText);
  return change.is_case_only ? std::max(least, kLeastAppliedToCase) : least;
}

// What is a word already, in a text that looks clean, is not worth a person's time on a mere suspicion.
double least_proposed(const Change& change, double badness) {
  if (!change.was_known) return kLeastProposed;
  const double in_clean_text =
      change.kind == ChangeKind::kJoined ? kLeastProposedJoinInCleanText : kLeastProposedToKnownWordInCleanText;
  return kLeastProposed + (1 - badness) * (in_clean_text - kLeastProposed);
}

// "2oz" is no misread "oz": a figure would be lost.
bool loses_figure(const edit::Edit& edit) {
  const std::size_t figures = edit.before.find_first_not_of("0123456789");
  return figures > 0 && figures != std::string::npos && edit.before.substr(figures) == edit.after;
}

// A digit that is no piece of a letter: "3'ear" and "s3'camore" have none.
bool has_figure(std::string_view word) {
  const auto is_letter = [&](std::size_t i) {
    return i < word.size() && ((word[i] >= 'a' && word[i] <= 'z') || (word[i] >= 'A' && word[i] <= 'Z'));
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] < '0' || word[i] > '9') continue;
    const bool is_before_piece = i + 1 < word.size() && word[i + 1] == '\'' && is_letter(i + 2);
    const bool is_between_letters = i > 0 && is_letter(i - 1) && is_letter(i + 1);
    if (!is_before_piece && !is_between_letters) return true;
  }
  return false;
}

bool needs_a_person(const Change& change, std::string_view before, double unknown_share, double badness) {
  const bool is_foreign = unknown_share < kUsualUnknownShare && change.unknown_neighbours >= kForeignNeighbours;
  return change.is_number || change.may_be_abbreviation || is_foreign || (badness < 1 && has_figure(before));
}

// Whether a sentence begins there, so that the capital says nothing: a paragraph, or a word in small letters with a
// full stop behind it. Before the stop of a title or an initial stands a capital.
bool begins_sentence(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_not_of(" \t\r\n\"'(");
  if (last == std::string_view::npos) return true;
  const std::string_view between = text.substr(last + 1, at - last - 1);
  if (std::count(between.begin(), between.end(), '\n') > 1) return true;
  if (text[last] == '!' || text[last] == '?') return true;
  if (text[last] != '.' || last == 0) return false;
  const std::size_t space = text.substr(0, last).find_last_of(" \n\t");
  const std::string_view word = text.substr(space + 1, last - space - 1);
  return word.size() > 1 && text::casing_of(word) == text::Casing::kLower;
}

bool may_be_name(const Change& change, std::string_view text) {
  return change.kind == ChangeKind::kMisread && !change.was_known && !change.was_in_dictionary &&
         text::casing_of(change.span.of(text)) == text::Casing::kCapitalised &&
         !begins_sentence(text, change.span.begin);
}

WordRepairId id_of(const Change& change, std::string_view text) {
  switch (change.kind) {
    case ChangeKind::kJoined: return kSplitWord;
    case ChangeKind::kSplit: return kJoinedWords;
    case ChangeKind::kStray: return kStrayLetter;
    case ChangeKind::kMisread: break;
  }
  return may_be_name(change, text) ? kMisreadName : kMisreadWord;
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

std::vector<double> WordRepair::probabilities_of(const Decoded& decoded) const {
  std::vector<double> probabilities;
  probabilities.reserve(decoded.changes.size());
  for (const Change& change : decoded.changes)
    probabilities.push_back(
        shifted(calibration_.probability(features_of(change, decoded.unknown_share)), engine_correction(change)));
  return probabilities;
}

void WordRepair::propose(const DecoderInput& input, std::vector<edit::Edit>& edits) const {
  const std::string_view text = input.text;
  const Decoded decoded = decoder_.decode(input);
  const std::vector<double> probabilities = probabilities_of(decoded);
  // A text is as bad as it was before anything of it was repaired.
  FirstLook* first = input.memory != nullptr && input.memory->first_look ? &*input.memory->first_look : nullptr;
  const double sure_share =
      first != nullptr && first->sure_share ? *first->sure_share : sure_share_of(text, decoded, probabilities);
  if (first != nullptr) first->sure_share = sure_share;
  for (std::size_t i = 0; i < decoded.changes.size(); ++i) {
    const Change& change = decoded.changes[i];
    const WordRepairId id = id_of(change, text);
    if (is_ignored_[id]) continue;
    if (is_address(run_around(text, change.span)) || is_period_form(change.span.of(text))) continue;
    const double badness = badness_of(change, decoded.unknown_share, sure_share);
    edit::Edit edit;
    edit.probability = probabilities[i];
    const double text_is_right = calibration_.probability_of_text(features_of(change, decoded.unknown_share));
    const double gain = edit.probability - kWeightOfBroken * text_is_right;
    const bool is_sure =
        edit.probability >= least_applied(change, badness, input.scan != nullptr, decoded.words < kShortText) &&
        gain >= kLeastGain && !(id == kMisreadName && input.scan == nullptr && text_is_right > kMostLikelyRightName) &&
        !needs_a_person(change, change.span.of(text), decoded.unknown_share, badness);
    if (!is_sure && edit.probability < least_proposed(change, badness)) continue;
    edit.span = change.span;
    edit.before = std::string(change.span.of(text));
    edit.after = change.after;
    edit.rule = kWordRepairIds[id];
    edit.reason = reason_of(change, id);
    if (loses_figure(edit)) continue;
    edit.applicability = is_sure ? edit::Applicability::kAutomatic : edit::Applicability::kProposed;
    tell_evidence(change, decoder_.weights(), text_is_right, edit);
    edits.push_back(std::move(edit));
  }
}

}  // namespace emend::correct
