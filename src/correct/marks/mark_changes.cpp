// What the decoder of marks found, as candidates.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

#include "correct/marks/mark_candidates.h"
#include "correct/marks/mark_decoder.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// A word that nearly always has its point: Mr, St.
constexpr double kTitle = 0.5;
// A word whose capital needs a reason.
constexpr double kSmallWord = 0.1;

double flag(bool value) { return value ? 1 : 0; }

double log_odds(double a, double b, double least, double most) {
  return std::clamp(std::log(std::max(a, 1e-9) / std::max(b, 1e-9)), least, most);
}

std::string_view name_of(Mark mark) {
  constexpr std::array<std::string_view, kMarkCount> kNames = {
      "no mark", "a comma",         "a full stop",         "a semicolon",
      "a colon", "a question mark", "an exclamation mark", "a dash"};
  return kNames[index_of(mark)];
}

MarkRepairId id_of(const MarkChange& change) {
  if (change.seen == change.meant) return kMisreadCapital;
  if (change.seen == Mark::kNone) return kLostMark;
  return change.meant == Mark::kNone ? kStrayMark : kMisreadMark;
}

bool changes_case(const MarkChange& change) { return change.has_case && change.seen_capital != change.meant_capital; }

// Whether the document writes a point behind words that other texts give one: initials together, titles one by one.
class PointHabits {
 public:
  explicit PointHabits(const MarkSources& sources) {
    for (std::size_t i = 0; i < sources.marked.words.size(); ++i) {
      const WordNumber number = sources.numbers[i];
      if (sources.context.habits(number).abbreviation <= kTitle) continue;
      const MarkGap& gap = sources.marked.gaps[i];
      if (gap.mark == Mark::kStop) ++counts_[number].pointed;
      if (gap.mark == Mark::kNone && !gap.is_paragraph) ++counts_[number].bare;
    }
  }

  // Logarithm of pointed over bare occurrences; 0 for words that need no point.
  double of(WordNumber number) const {
    const auto found = counts_.find(number);
    return found == counts_.end() ? 0 : std::log((found->second.pointed + 0.5) / (found->second.bare + 0.5));
  }

 private:
  struct Counts {
    double pointed = 0;
    double bare = 0;
  };
  std::unordered_map<WordNumber, Counts> counts_;
};

void set_features(const MarkSources& sources, const PointHabits& points, const MarkChange& change,
                  MarkCandidate& candidate) {
  const bool is_case_only = candidate.id == kMisreadCapital;
  set_feature(candidate, "decoded", 1);
  set_feature(candidate, "posterior", log_odds(change.posterior, 1 - change.posterior, -4, 8));
  set_feature(candidate, "over-text", log_odds(change.posterior, change.kept, -4, 10));
  set_feature(candidate, "context-gain", std::clamp(change.context_gain, -5.0, 15.0));
  set_feature(candidate, "channel-gain", std::clamp(change.channel_gain, -12.0, 5.0));
  set_feature(candidate, "table-gain", std::clamp(change.table_gain, -12.0, 5.0));
  set_feature(candidate, "with-case", flag(!is_case_only && changes_case(change)));
  set_feature(candidate, "to-capital", flag(changes_case(change) && change.meant_capital));
  set_feature(candidate, "meant-stop", flag(!is_case_only && change.meant == Mark::kStop));
  set_feature(candidate, "meant-comma", flag(!is_case_only && change.meant == Mark::kComma));
  set_feature(candidate, "seen-stop", flag(!is_case_only && change.seen == Mark::kStop));
  set_feature(candidate, "seen-comma", flag(!is_case_only && change.seen == Mark::kComma));
  const MarkedWord& after = sources.marked.words[change.gap + 1];
  const WordNumber before_number = sources.numbers[change.gap];
  const WordNumber after_number = sources.numbers[change.gap + 1];
  const bool is_initial = before_number == static_cast<WordNumber>(WordClass::kInitial);
  const double abbreviation = sources.context.habits(before_number).abbreviation;
  if (!is_case_only) {
    set_feature(candidate, "abbreviation", abbreviation);
    set_feature(candidate, "initial", flag(is_initial));
    set_feature(candidate, "own-points", points.of(before_number));
    set_feature(candidate, "title", flag(sources.context.is_listed(before_number) && abbreviation > kTitle));
    set_feature(
        candidate, "capital-behind",
        flag(change.has_case && change.seen_capital && sources.context.habits(after_number).capital < kSmallWord));
  }
  const bool is_letter_i =
      letter_index(text::decode_at(sources.text, after.span.begin).code_point) == letter_index(U'i');
  set_feature(candidate, "letter-i", flag(changes_case(change) && is_letter_i));
}

// Behind a title or an initial, or between two other capitals, as in the names of ships and books.
bool may_be_name(const MarkSources& sources, const MarkChange& change) {
  if (!changes_case(change) || change.meant_capital) return false;
  const std::vector<MarkedWord>& words = sources.marked.words;
  const WordNumber before = sources.numbers[change.gap];
  if (sources.context.habits(before).abbreviation > kTitle) return true;
  return words[change.gap].casing == text::Casing::kCapitalised && change.gap + 2 < words.size() &&
         words[change.gap + 2].casing == text::Casing::kCapitalised;
}

std::string reason_of(const MarkChange& change) {
  switch (id_of(change)) {
    case kMisreadCapital:
      return change.meant_capital ? "a capital read as a small letter" : "a small letter read as a capital";
    case kLostMark: return fmt::format("{} was lost here", name_of(change.meant));
    case kStrayMark: return fmt::format("{} that the sentence has no room for", name_of(change.seen));
    default: break;
  }
  return fmt::format("{} read as {}{}", name_of(change.meant), name_of(change.seen),
                     changes_case(change) ? ", and the letter behind it" : "");
}

// Replaces the mark alone, or the mark with the white space and the word behind it where its capital changes too.
edit::Edit edit_of(std::string_view text, const MarkedText& marked, const MarkChange& change) {
  const MarkGap& gap = marked.gaps[change.gap];
  const MarkedWord& after = marked.words[change.gap + 1];
  const std::string_view between = gap.span.of(text);
  const std::size_t mark_bytes =
      change.seen == Mark::kNone || change.seen == Mark::kDash ? 0 : 1;  // all marks but dashes are one byte
  edit::Edit edit;
  const std::string word =
      changes_case(change) ? text::with_casing(after.span.of(text),
                                               change.meant_capital ? text::Casing::kCapitalised : text::Casing::kLower)
                           : std::string();
  if (change.seen == change.meant) {
    edit.span = after.span;
    edit.after = word;
  } else {
    edit.span = {gap.span.begin, gap.span.begin + mark_bytes};
    edit.after = kMarkSigns[index_of(change.meant)];
    if (changes_case(change)) {
      edit.span.end = after.span.end;
      edit.after += std::string(between.substr(mark_bytes)) + word;
    }
  }
  return mark_edit(id_of(change), text, edit.span, std::move(edit.after), reason_of(change));
}

// Dashes have too many shapes to be put in or taken out by rule.
bool is_told(const MarkChange& change) {
  return change.seen == change.meant || (change.seen != Mark::kDash && change.meant != Mark::kDash);
}

void tell_evidence(const MarkChange& change, double errors, edit::Edit& edit) {
  const std::string meant = change.seen == change.meant
                                ? std::string(change.meant_capital ? "a capital" : "a small letter")
                                : fmt::format("{}{}", name_of(change.meant),
                                              !changes_case(change)  ? ""
                                              : change.meant_capital ? " and a capital"
                                                                     : " and a small letter");
  edit.evidence.push_back({"words-around",
                           fmt::format("between these words {} is {:.2g} times as likely as what stands here", meant,
                                       std::exp(std::min(change.context_gain, 20.0))),
                           change.context_gain});
  edit.evidence.push_back({"confusion",
                           fmt::format("it comes out as it stands here {:.2g} times as often as what stands here does",
                                       std::exp(std::min(change.table_gain, 20.0))),
                           change.table_gain});
  edit.evidence.push_back({"document",
                           fmt::format("about {:.1f} % of the document's marks and capitals seem to be misread; "
                                       "all together {} has {:.0f} % of the weight, what stands here {:.0f} %",
                                       100 * errors, meant, 100 * change.posterior, 100 * change.kept),
                           change.channel_gain - change.table_gain});
}

}  // namespace

void append_changes(const MarkSources& sources, std::vector<MarkCandidate>& candidates) {
  const std::string_view text = sources.text;
  const PointHabits points(sources);
  for (const MarkChange& change : sources.decoded.changes) {
    if (!is_told(change)) continue;
    MarkCandidate candidate = started_candidate(id_of(change), sources, change.gap);
    set_features(sources, points, change, candidate);
    candidate.may_be_name = may_be_name(sources, change);
    candidate.edit = edit_of(text, sources.marked, change);
    tell_evidence(change, sources.decoded.errors, candidate.edit);
    candidates.push_back(std::move(candidate));
  }
}

}  // namespace emend::correct
