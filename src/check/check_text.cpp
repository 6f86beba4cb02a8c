#include "check/check_text.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "check/complete_findings.h"
#include "check/excerpt.h"
#include "check/fault_confidence.h"
#include "check/inline_marks.h"
#include "check/unknown_words.h"
#include "correct/propose.h"
#include "pipeline/correct_document.h"
#include "pipeline/load_document.h"

namespace emend::check {
namespace {

// A text is nearly clean where no more words than this share, and a few, are in doubt. Of true newspapers 1.1 % of the
// words were in doubt, of recognised ones 4.6 and 8.4 %.
constexpr double kMostWordsInDoubt = 0.015;
// With more other places than this share of the words, excerpts would be most of the text.
constexpr double kMostMarksInDoubt = 0.03;
// A nearly clean text demands more proof: changes of words that are less probable were wrong more often than right.
constexpr double kLeastInCleanText = 0.75;

constexpr std::string_view kLineEndHyphen = "line-end-hyphen";

// Everything that rules, decoder and mark layer say of a document.
Result<Findings> read_whole(const document::Document& document, const std::filesystem::path& path,
                            const Profile& profile, const pipeline::Workshop& workshop) {
  const auto lexicon = workshop.lexicon_for(document, path);
  if (!lexicon) return fail(lexicon.error());
  const auto correction = pipeline::correct_alone(document, **lexicon, profile.settings(), workshop);
  return findings_of(correction.edits);
}

// The dictionaries for some words, and a nod for all others: those were looked at already.
class OnlyInDoubt final : public lexicon::Lexicon {
 public:
  OnlyInDoubt(const lexicon::Lexicon& base, std::string_view text, const std::vector<text::Span>& places)
      : base_(base) {
    for (const text::Span place : places) forms_.insert(std::string(place.of(text)));
  }
  lexicon::Answer look_up(std::string_view word) const override {
    if (forms_.contains(std::string(word))) return base_.look_up(word);
    return {lexicon::Verdict::kWord, {}, "looked at"};
  }

 private:
  const lexicon::Lexicon& base_;
  std::unordered_set<std::string> forms_;
};

enum class Readers { kDecoder, kRules };

// What is said of some places of a text that is clean elsewhere.
Result<Findings> read_places(std::string_view text, const std::vector<text::Span>& places, Readers readers,
                             const std::filesystem::path& path, const Profile& profile,
                             const pipeline::Workshop& workshop) {
  if (places.empty()) return Findings();
  const bool is_for_words = readers == Readers::kDecoder;
  const Excerpt excerpt(text, places);
  document::Document part;
  part.kind = document::SourceKind::kText;
  part.languages = profile.settings().languages;
  part.raw = document::RawText(excerpt.text());
  const auto lexicon = workshop.lexicon_for(part, path);
  if (!lexicon) return fail(lexicon.error());
  const correct::RuleSet no_rules;
  const OnlyInDoubt in_doubt(**lexicon, text, places);
  const lexicon::Lexicon& asked = is_for_words ? static_cast<const lexicon::Lexicon&>(in_doubt) : **lexicon;
  auto edits = correct::propose_edits(part, is_for_words ? no_rules : workshop.rules(), asked,
                                      is_for_words ? workshop.word_repair() : nullptr, nullptr,
                                      {.keeps_line_ends = !profile.settings().joins_hyphens});
  Findings findings = findings_of(correct::decide(excerpt.text(), std::move(edits), {}, profile.settings().policy));
  std::erase_if(findings, [&](Finding& finding) {
    const auto span = excerpt.in_text(finding.span);
    if (!span) return true;
    finding.span = *span;
    finding.key.clear();  // of the excerpt, which is no text that anybody knows
    return false;
  });
  return findings;
}

// Words and marks that are in doubt, and nothing else. Where both found something, the rule knows its fault better.
Result<Findings> read_screened(std::string_view text, const Screened& screened, const std::filesystem::path& path,
                               const Profile& profile, const pipeline::Workshop& workshop) {
  // Marks in doubt everywhere are the habit of a text: the rules see that only where they see all of it.
  const bool has_few_marks = has_few(screened.marks_in_doubt.size(), kMostMarksInDoubt, screened);
  const std::vector<text::Span> everywhere = {{0, text.size()}};
  auto findings =
      read_places(text, has_few_marks ? screened.marks_in_doubt : everywhere, Readers::kRules, path, profile, workshop);
  if (!findings) return findings;
  auto words = read_places(text, screened.words_in_doubt, Readers::kDecoder, path, profile, workshop);
  if (!words) return words;
  for (Finding& finding : *words)
    if (finding.fix_probability >= kLeastInCleanText && !overlaps(*findings, finding.span))
      findings->push_back(std::move(finding));
  std::stable_sort(findings->begin(), findings->end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  return findings;
}

// The findings of a text, whose lines are to stay: what only joins them is no fault.
Result<Findings> findings_in(const document::Document& document, const std::filesystem::path& path,
                             const Profile& profile, const Tools& tools) {
  const std::string_view text = document.raw.text();
  Result<Findings> findings = Findings();
  std::optional<Screened> screened;
  if (tools.screen != nullptr)
    screened = tools.screen->look_at(
        text, [&](std::string_view word) { return tools.workshop->knows(word); }, profile.settings().joins_hyphens);
  if (screened && has_few(screened->words_in_doubt.size(), kMostWordsInDoubt, *screened))
    findings = read_screened(text, *screened, path, profile, *tools.workshop);
  else
    findings = read_whole(document, path, profile, *tools.workshop);
  if (findings && screened) {
    if (is_full_of_faults(*screened)) add_unknown_words(text, profile, tools, *findings);
    set_fault_confidences(screened->words, *findings);
  }
  if (findings && !profile.settings().joins_hyphens)
    std::erase_if(*findings, [](const Finding& finding) { return finding.rule == kLineEndHyphen; });
  return findings;
}

}  // namespace

Result<CheckedText> check_text(std::string_view bytes, const std::filesystem::path& path, const Profile& profile) {
  const auto& tools = profile.tools();
  if (!tools) return fail(tools.error());
  auto loaded = pipeline::load_text(bytes, path.string());
  if (!loaded) return fail(loaded.error());
  auto findings = findings_in(loaded->document, path, profile, *tools);
  if (!findings) return fail(findings.error());

  CheckedText checked;
  const std::string_view text = loaded->document.raw.text();
  checked.encoding = loaded->document.encoding;
  checked.had_bom = loaded->had_bom;
  checked.is_encoding_certain = loaded->is_encoding_certain;
  checked.problems = std::move(loaded->problems);
  checked.findings = std::move(*findings);
  if (const Status completed = complete_findings(text, path, profile, checked.findings); !completed)
    return fail(completed.error());
  const PlaceFinder places(text);
  for (Finding& finding : checked.findings) places.set_places(finding);
  const InlineMarks marks = InlineMarks::find(text, path);
  for (Finding& finding : checked.findings) finding.is_marked = marks.ignores(finding);
  add_problems_of(marks, checked.problems);
  checked.text_bytes = text.size();
  checked.line_ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  checked.facts = gather_facts(text, places);
  checked.words = checked.facts.words;
  checked.facts.expected_errors = expected_errors(text, checked.findings, profile);
  return checked;
}

}  // namespace emend::check
