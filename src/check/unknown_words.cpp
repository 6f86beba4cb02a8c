#include "check/unknown_words.h"

#include <algorithm>
#include <iterator>

#include "check/complete_findings.h"
#include "check/rule_names.h"

namespace emend::check {
namespace {

constexpr double kFullOfFaults = 0.03;  // share of the words

}  // namespace

bool is_full_of_faults(const Screened& screened) {
  return !has_few(screened.words_in_doubt.size(), kFullOfFaults, screened);
}

void add_unknown_words(std::string_view text, const Profile& profile, const Tools& tools, Findings& findings) {
  if (!profile.rules().wants(kUnknownWord)) return;
  const Screened screened =
      tools.screen->unknown_words(text, [&](std::string_view word) { return tools.workshop->knows(word); });
  Findings more;
  for (const text::Span span : screened.unknown) {
    const auto after = std::partition_point(findings.begin(), findings.end(),
                                            [&](const Finding& finding) { return finding.span.end < span.begin; });
    if (after != findings.end() && after->span.begin <= span.end) continue;
    if (!more.empty() && more.back().span.end > span.begin) continue;  // a part of what was told as a whole
    more.push_back(plain_finding(kUnknownWord, text, span, "nothing knows it in this text full of faults"));
  }
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace emend::check
