#include "correct/lattice/change_bands.h"

#include <algorithm>
#include <set>

#include "correct/part_of_way.h"

namespace emend::correct {
namespace {

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

// How bad a text is, from 0 for a clean one to 1.
double badness_of(const Change& change, const TextLooks& looks) {
  const double misread_share = std::max(change.company.share, looks.sure_share);
  const double explained = looks.unknown_share > 0 ? misread_share / looks.unknown_share : 0;
  const double is_own_language = std::max(part_of_way(explained, kForeignExplained, kUsualExplained),
                                          part_of_way(change.company.share, kBadShare, kSurelyBadShare));
  return is_own_language * std::max(part_of_way(change.company.share, kCleanShare, kBadShare),
                                    part_of_way(looks.sure_share, 0, kBadSureShare));
}

double least_applied(const Change& change, double badness, const TextLooks& looks) {
  const double in_bad_text = looks.words < kShortText ? kLeastAppliedInShortText
                             : looks.is_scan          ? kLeastAppliedInBadScan
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

// "6cl" was money, "2oz" is a weight.
bool is_figure_with_unit(std::string_view word) {
  constexpr std::size_t kLongestUnit = 2;
  const std::size_t figures = std::min(word.find_first_not_of("0123456789"), word.size());
  return figures > 0 && word.size() - figures <= kLongestUnit;
}

bool needs_a_person(const Change& change, std::string_view before, double unknown_share, double badness) {
  const bool is_foreign = unknown_share < kUsualUnknownShare && change.unknown_neighbours >= kForeignNeighbours;
  return change.is_number || change.may_be_abbreviation || is_foreign || is_figure_with_unit(before) ||
         (badness < 1 && has_figure(before));
}

}  // namespace

double sure_share_of(std::string_view text, const Decoded& decoded, const std::vector<WeighedChange>& weighed) {
  std::set<std::string_view> forms;
  for (std::size_t i = 0; i < decoded.changes.size(); ++i)
    if (weighed[i].probability >= kSure && !decoded.changes[i].is_case_only && !decoded.changes[i].is_left_alone &&
        !decoded.changes[i].is_among_old_spellings)
      forms.insert(decoded.changes[i].span.of(text));
  if (forms.size() < 2) return 0;
  return static_cast<double>(forms.size() - 1) / static_cast<double>(std::max<std::size_t>(decoded.words, 1));
}

Band band_of(const Change& change, std::string_view before, const WeighedChange& weighed, const TextLooks& looks) {
  const double badness = change.is_among_old_spellings ? 0 : badness_of(change, looks);
  const double gain = weighed.probability - kWeightOfBroken * weighed.text_is_right;
  // A text is no proof against a name, and a wrong name that looks right is worse than one that is plainly misread.
  const bool is_protected_name = weighed.may_be_name && !looks.is_scan;
  if (weighed.probability >= least_applied(change, badness, looks) && gain >= kLeastGain && !is_protected_name &&
      !needs_a_person(change, before, looks.unknown_share, badness))
    return Band::kApplied;
  return weighed.probability >= least_proposed(change, badness) ? Band::kProposed : Band::kSilent;
}

}  // namespace emend::correct
