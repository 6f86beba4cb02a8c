// Marks that stand where no printer sets one, as candidates.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "correct/marks/mark_candidates.h"
#include "correct/marks/stray_marks.h"

namespace emend::correct {
namespace {

// Half an occurrence for what was never counted.
constexpr double kUnseen = 0.5;

double flag(bool value) { return value ? 1 : 0; }

std::size_t kind_of(const StrayMark& stray) {
  return static_cast<std::size_t>(stray.shape) * kStraySigns + static_cast<std::size_t>(stray.sign);
}

// How often each kind of stray mark stands in the text, and each mark where it should.
struct Occurrences {
  std::array<double, kStrayShapes * kStraySigns> strays{};
  PerMark<double> plain{};
};

Occurrences occurrences_in(const MarkedText& marked, const std::vector<StrayMark>& strays) {
  Occurrences out;
  for (const StrayMark& stray : strays) ++out.strays[kind_of(stray)];
  for (const MarkGap& gap : marked.gaps)
    if (gap.is_plain) ++out.plain[index_of(gap.mark)];
  return out;
}

class StrayTeller {
 public:
  StrayTeller(const MarkSources& sources, const std::vector<StrayMark>& strays)
      : sources_(sources), occurrences_(occurrences_in(sources.marked, strays)) {}

  // In the order of the text.
  void tell(const StrayMark& stray, std::vector<MarkCandidate>& candidates) {
    const PerMark<float> likely = sources_.context.probabilities(features_of(stray.gap));
    const StrayCounts counts = counts_of(stray);
    const bool is_torn_quote = stray.sign == StraySign::kQuote && !stray.is_unpaired;
    const bool can_go_back = (stray.shape == StrayShape::kLone && (stray.own != Mark::kNone || is_torn_quote)) ||
                             (stray.shape == StrayShape::kLoneAfterMark && is_torn_quote);
    // One of the two, the likelier one by the table.
    if (can_go_back && counts.closed >= counts.removed) {
      const text::Span space = space_to_close(stray);
      if (!space.is_empty() && space.of(sources_.text).find('\n') == std::string_view::npos)
        candidates.push_back(put_back(stray, space, counts, likely));
      return;
    }
    if (counts.removed > 0 && !is_meant(stray)) candidates.push_back(taken_out(stray, counts, likely));
  }

 private:
  const MarkFeatures& features_of(std::size_t gap) {
    while (gap >= stretch_.end) {
      stretch_ = stretch_from(sources_.marked, stretch_.end);
      if (gap < stretch_.end) features_ = MarkContext::features_of(sources_.numbers, sources_.marked, stretch_);
    }
    return features_[gap - stretch_.begin];
  }

  // One of a pair that is glued to its word as it should be, an apostrophe for the beginning of a word, and what may be
  // the mark of a note at the beginning of its line.
  bool is_meant(const StrayMark& stray) const {
    const bool is_lone = stray.shape == StrayShape::kLone || stray.shape == StrayShape::kLoneAfterMark;
    switch (stray.sign) {
      case StraySign::kApostrophe: return !is_lone;
      case StraySign::kQuote: return !is_lone && !stray.is_unpaired;
      case StraySign::kNote: return sources_.text[stray.sign_begin - 1] == '\n';
      default: return false;
    }
  }

  // A speck lies before a word as often as behind one, and few have been counted.
  StrayCounts counts_of(const StrayMark& stray) const {
    const auto of = [&](StrayShape shape) {
      return sources_.channel.strays[static_cast<std::size_t>(shape)][static_cast<std::size_t>(stray.sign)];
    };
    const bool is_glued = stray.shape == StrayShape::kBehindWord || stray.shape == StrayShape::kBeforeWord;
    if (stray.sign != StraySign::kOddApostrophe || !is_glued) return of(stray.shape);
    const StrayCounts before = of(StrayShape::kBeforeWord);
    const StrayCounts behind = of(StrayShape::kBehindWord);
    return {before.removed + behind.removed, before.closed + behind.closed, before.kept + behind.kept};
  }

  MarkCandidate taken_out(const StrayMark& stray, const StrayCounts& counts, const PerMark<float>& likely) const {
    MarkCandidate candidate = started_candidate(kStrayMark, sources_, stray.gap);
    const double odds = (counts.removed + kUnseen) / (counts.kept + counts.closed + kUnseen);
    const double rest = std::max(static_cast<double>(likely[index_of(stray.rest)]), 1e-6);
    const double own = stray.own == stray.rest ? 1 : std::max(static_cast<double>(likely[index_of(stray.own)]), 1e-6);
    const double context = stray.own == Mark::kNone ? std::log(rest) : std::log(rest / own);
    const double count = occurrences_.strays[kind_of(stray)];
    set_feature(candidate, "table-odds", std::log(odds));
    set_feature(candidate, "without", std::clamp(context, -6.0, 8.0));
    set_feature(candidate, "repeated", std::log(count));
    set_feature(candidate, "unpaired", flag(stray.is_unpaired));
    set_feature(candidate, "may-be-letter", flag(may_be_letter(stray)));
    candidate.edit = mark_edit(kStrayMark, sources_.text, stray.removed, "", "a mark that belongs to no word");
    candidate.edit.evidence.push_back(
        {"confusion", fmt::format("of such marks {:.0f} % are dirt", 100 * odds / (1 + odds)), std::log(odds)});
    tell_document(stray, candidate);
    candidate.edit.evidence.push_back(
        {"words-around", fmt::format("without it the words around are {:.0f} % sure of what is left", 100 * rest), 0});
    return candidate;
  }

  MarkCandidate put_back(const StrayMark& stray, text::Span space, const StrayCounts& counts,
                         const PerMark<float>& likely) const {
    MarkCandidate candidate = started_candidate(kDriftedMark, sources_, stray.gap);
    const double odds = (counts.closed + kUnseen) / (counts.kept + counts.removed + kUnseen);
    const double own = stray.own == Mark::kNone ? 1 : std::max(static_cast<double>(likely[index_of(stray.own)]), 1e-6);
    const double none = std::max(static_cast<double>(likely[0]), 1e-6);
    const double drifted = occurrences_.strays[kind_of(stray)];
    const double plain = stray.own == Mark::kNone ? 0 : occurrences_.plain[index_of(stray.own)];
    set_feature(candidate, "table-odds", std::log(odds));
    set_feature(candidate, "without", stray.own == Mark::kNone ? 0 : std::clamp(std::log(none / own), -6.0, 6.0));
    set_feature(candidate, "share", drifted / (drifted + plain));
    candidate.is_torn_quote = stray.sign == StraySign::kQuote;
    candidate.edit = mark_edit(kDriftedMark, sources_.text, space, "", "a space between a mark and its word");
    candidate.edit.evidence.push_back(
        {"confusion", fmt::format("of such marks {:.0f} % belong to the word beside them", 100 * odds / (1 + odds)),
         std::log(odds)});
    tell_document(stray, candidate);
    return candidate;
  }

  // A single letter beside a mark is what is left of a word.
  bool is_word(std::size_t index) const {
    const MarkedWord& word = sources_.marked.words[index];
    const std::string_view form = word.span.of(sources_.text);
    const bool is_fragment =
        word.kind == text::TokenKind::kWord && form.size() == 1 && form != "a" && form != "A" && form != "I";
    return !is_fragment && sources_.words.is_known(index);
  }

  // Beside a word that nobody knows it may be what is left of a letter, as dirt that is glued to a word mostly is; a
  // hyphen before a capital may be what is left of a dash.
  bool may_be_letter(const StrayMark& stray) const {
    switch (stray.shape) {
      case StrayShape::kBehindWord:
      case StrayShape::kBehindMark: return stray.sign == StraySign::kDirt || !is_word(stray.gap);
      case StrayShape::kBeforeWord:
        return stray.sign == StraySign::kDirt || !is_word(stray.gap + 1) ||
               (stray.sign == StraySign::kHyphen &&
                sources_.marked.words[stray.gap + 1].casing != text::Casing::kLower);
      default: return !is_word(stray.gap) || !is_word(stray.gap + 1);
    }
  }

  // The white space that parts a lone mark from its word: behind a quotation mark that opens, before all others.
  text::Span space_to_close(const StrayMark& stray) const {
    if (stray.sign != StraySign::kQuote || !stray.is_opening) return stray.space_before;
    // The gap ends in white space behind the sign.
    const MarkGap& gap = sources_.marked.gaps[stray.gap];
    std::size_t at = gap.span.end;
    while (at > gap.span.begin && std::string_view(" \t\r\n").find(sources_.text[at - 1]) != std::string_view::npos)
      --at;
    return {at, gap.span.end};
  }

  void tell_document(const StrayMark& stray, MarkCandidate& candidate) const {
    candidate.edit.evidence.push_back(
        {"document", fmt::format("it stands so {:.0f} times in the document", occurrences_.strays[kind_of(stray)]), 0});
  }

  const MarkSources& sources_;
  Occurrences occurrences_;
  Stretch stretch_;
  std::vector<MarkFeatures> features_;  // of the stretch
};

}  // namespace

void append_strays(const MarkSources& sources, std::vector<MarkCandidate>& candidates) {
  const std::vector<StrayMark> strays = stray_marks(sources.text, sources.marked);
  if (strays.empty()) return;
  StrayTeller teller(sources, strays);
  for (const StrayMark& stray : strays) teller.tell(stray, candidates);
}

}  // namespace emend::correct
