#include "correct/doubt/typists_errors.h"

#include <algorithm>
#include <set>
#include <string>

#include "correct/doubt/notation.h"
#include "correct/lattice/word_evidence.h"
#include "correct/lattice/word_repair.h"
#include "edit/candidates.h"

namespace emend::correct {
namespace {

// The engine's confidence in every letter of a legible word.
constexpr float kLegible = 0.97F;
// That the repair is what stands on the paper, where all letters are legible: an estimate from above.
constexpr double kMostProbable = 0.25;
constexpr double kMarkProbability = 0.9;

bool is_legible(const WordEvidence& word, text::Span span) {
  if (word.letters.empty()) return false;
  return std::all_of(word.letters.begin(), word.letters.end(), [&](const LetterEvidence& letter) {
    return !letter.span.overlaps(span) || letter.confidence >= kLegible;
  });
}

// Whether letters are missing where the line begins or ends: what the margin cuts off the typist may well have typed.
bool is_cut_off(std::string_view text, const edit::Edit& edit) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  std::string_view rest = edit.before;
  while (!rest.empty() && !is_letter(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && !is_letter(rest.back())) rest.remove_suffix(1);
  const std::size_t line_begin = text.substr(0, edit.span.begin).rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t line_end = std::min(text.find('\n', edit.span.end), text.size());
  const std::string_view before = text.substr(line_begin, edit.span.begin - line_begin);
  const std::string_view after = text.substr(edit.span.end, line_end - edit.span.end);
  const bool is_first = std::none_of(before.begin(), before.end(), is_letter);
  const bool is_last = std::none_of(after.begin(), after.end(), is_letter);
  return (is_first && edit.after.ends_with(rest)) || (is_last && edit.after.starts_with(rest));
}

}  // namespace

void leave_typists_errors(const document::Document& document, std::vector<edit::Edit>& edits) {
  if (document.kind != document::SourceKind::kScan) return;
  const ScanEvidence engine(document);
  for (edit::Edit& edit : edits) {
    if (edit.rule != kWordRepairIds[kMisreadWord] && edit.rule != kWordRepairIds[kMisreadName]) continue;
    const WordEvidence* word = engine.word_at(edit.span);
    if (word == nullptr || !is_legible(*word, edit.span)) continue;
    if (is_cut_off(document.raw.text(), edit)) continue;
    if (cost_of_reading(document.raw.text(), *word, edit.span, edit.after)) continue;
    edit.applicability = edit::Applicability::kProposed;
    edit.probability = std::min(edit.probability, kMostProbable);
    edit.evidence.push_back(
        {std::string(kTypistsError),
         "every letter of “" + edit.before + "” is legible and none of the others was seen, so the typist wrote it",
         0});
    edit.candidates.clear();
    edit::complete_candidates(edit);
  }
}

edit::DecidedEdits mark_typists_errors(const document::Document& document, edit::DecidedEdits decided,
                                       const RecordedDecisions& recorded) {
  std::vector<edit::Edit> marks;
  for (const edit::DecidedEdit& one : decided) {
    if (one.decision.verdict != edit::Verdict::kOpen || !holds_rule(one.edit, kTypistsError)) continue;
    edit::Edit edit;
    edit.span = {one.edit.span.end, one.edit.span.end};
    edit.after = std::string(kSic);
    edit.rule = std::string(kTypistsError);
    edit.reason = "“" + one.edit.before + "” is legible, though “" + one.edit.after + "” was meant";
    edit.probability = kMarkProbability;
    edit.applicability = edit::Applicability::kAutomatic;
    edit.evidence.push_back({edit.rule, edit.reason, 0});
    edit::complete_candidates(edit);
    marks.push_back(std::move(edit));
  }
  // Another edit may insert something there already.
  std::set<text::Span> taken;
  for (const edit::DecidedEdit& one : decided)
    if (one.edit.span.is_empty()) taken.insert(one.edit.span);
  std::erase_if(marks, [&](const edit::Edit& mark) { return taken.contains(mark.span); });
  return with_marks(document.raw.text(), std::move(decided), std::move(marks), recorded);
}

}  // namespace emend::correct
