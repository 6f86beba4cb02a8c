#include "correct/marks/mark_candidates.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "correct/marks/mark_repair.h"

namespace emend::correct {
namespace {

// Shares of unknown words: the range that is told apart, and about the middle of it.
constexpr double kLeastUnknown = 0.002;
constexpr double kMostUnknown = 0.3;
constexpr double kUsualUnknown = 0.03;
// The same for shares of misread marks.
constexpr double kFewestErrors = 0.0005;
constexpr double kMostErrors = 0.2;
constexpr double kUsualErrors = 0.01;

// Words to either side of a gap that tell whether it stands in prose or in a list of names and figures.
constexpr std::size_t kProseReach = 10;

// Share of the words around that are small and frequent, 0 to 1.
double prose_around(const MarkSources& sources, std::size_t gap) {
  const std::size_t begin = gap + 1 > kProseReach ? gap + 1 - kProseReach : 0;
  const std::size_t end = std::min(gap + 1 + kProseReach, sources.marked.words.size());
  std::size_t prose = 0;
  for (std::size_t i = begin; i < end; ++i)
    prose += sources.marked.words[i].casing == text::Casing::kLower && sources.context.is_listed(sources.numbers[i]);
  return static_cast<double>(prose) / static_cast<double>(end - begin);
}

}  // namespace

MarkSources mark_sources(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
                         const MarkContext& context, const MarkChannel& channel, WordKnowledge& words) {
  return {text,
          marked,
          numbers,
          context,
          channel,
          words,
          words.unknown_share(),
          decode_marks(text, marked, numbers, context, channel)};
}

edit::Edit mark_edit(MarkRepairId id, std::string_view text, text::Span span, std::string after, std::string reason) {
  edit::Edit edit;
  edit.span = span;
  edit.before = std::string(span.of(text));
  edit.after = std::move(after);
  edit.rule = kMarkRepairInfos[id].id;
  edit.reason = std::move(reason);
  return edit;
}

void set_feature(MarkCandidate& candidate, std::string_view name, double value) {
  const auto found = std::find(kMarkFeatureNames.begin(), kMarkFeatureNames.end(), name);
  EMEND_ASSUME(found != kMarkFeatureNames.end(), "a feature has a name of the list");
  candidate.features[static_cast<std::size_t>(found - kMarkFeatureNames.begin())] = value;
}

MarkCandidate started_candidate(MarkRepairId id, const MarkSources& sources, std::size_t gap) {
  MarkCandidate candidate;
  candidate.id = id;
  candidate.unknown_share = sources.unknown_share;
  set_feature(candidate, "always", 1);
  set_feature(candidate, "bad-text",
              std::log(std::clamp(sources.unknown_share, kLeastUnknown, kMostUnknown) / kUsualUnknown));
  set_feature(candidate, "before-known", sources.words.is_known(gap) ? 1 : 0);
  set_feature(candidate, "after-known", sources.words.is_known(gap + 1) ? 1 : 0);
  set_feature(candidate, "errors",
              std::log(std::clamp(sources.decoded.errors, kFewestErrors, kMostErrors) / kUsualErrors));
  set_feature(candidate, "prose", prose_around(sources, gap));
  set_feature(candidate, "line-end", sources.marked.gaps[gap].is_line_end ? 1 : 0);
  return candidate;
}

}  // namespace emend::correct
