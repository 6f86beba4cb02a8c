#include "rules/invariants.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

#include "correct/propose.h"
#include "edit/apply.h"
#include "edit/candidates.h"
#include "lexicon/make_lexicon.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::rules_test {
namespace {

bool is_automatic(const edit::Edit& edit) { return edit.applicability == edit::Applicability::kAutomatic; }

edit::DecidedEdits decided(const std::vector<edit::Edit>& edits, bool only_automatic) {
  edit::DecidedEdits out;
  for (const edit::Edit& edit : edits) {
    out.push_back({edit, {}});
    if (!only_automatic || is_automatic(edit)) out.back().decision.verdict = edit::Verdict::kAccepted;
  }
  return out;
}

std::string complaint_about(const edit::Edit& edit, const std::string& text) {
  if (edit.span.begin > edit.span.end || edit.span.end > text.size()) return "its span is outside of the text";
  if (!text::is_code_point_border(text, edit.span.begin) || !text::is_code_point_border(text, edit.span.end))
    return "its span cuts a character";
  if (edit.span.of(text) != edit.before) return "its before is not the text";
  if (edit.before == edit.after) return "it changes nothing";
  if (!text::is_valid_utf8(edit.after)) return "its after is not UTF-8";
  if (edit.rule.empty() || edit.reason.empty()) return "it lacks its rule or reason";
  if (edit.reason.ends_with('.')) return "its reason ends in a full stop";
  if (edit.probability <= 0 || edit.probability > 1) return "its probability is not one";
  if (edit.evidence.empty()) return "it has no evidence";
  if (edit::winner(edit) == nullptr) return "its candidates lack what it puts in";
  if (edit::winner(edit)->probability != edit.probability) return "its candidate is not as probable as itself";
  double sum = 0;
  bool has_text = false;
  for (const edit::Candidate& candidate : edit.candidates) {
    sum += candidate.probability;
    has_text = has_text || (candidate.is_text && candidate.text == edit.before);
    if (candidate.probability < 0 || !text::is_valid_utf8(candidate.text)) return "it has a bad candidate";
  }
  if (!has_text) return "its candidates lack the text as it stands";
  if (sum > 1.001) return "its candidates are more probable than certain";
  return {};
}

bool are_same(const std::vector<edit::Edit>& a, const std::vector<edit::Edit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const edit::Edit& x, const edit::Edit& y) {
    return x.span == y.span && x.after == y.after && x.rule == y.rule && x.reason == y.reason &&
           x.probability == y.probability && x.applicability == y.applicability;
  });
}

}  // namespace

const lexicon::Lexicon& english() {
  static const auto lexicon = lexicon::make_lexicon({});
  return **lexicon;
}

const correct::WordRepair& word_repair() { return word_repair_of({}); }

const correct::WordRepair& word_repair_of(std::string_view id) {
  static std::map<std::string, std::unique_ptr<correct::WordRepair>, std::less<>> opened;
  if (const auto found = opened.find(id); found != opened.end()) return *found->second;
  auto repair = correct::WordRepair::open(EMEND_SOURCE_DIR "/models");
  for (std::size_t i = 0; i < correct::kWordRepairIds.size(); ++i)
    if (!id.empty() && correct::kWordRepairIds[i] != id) (*repair)->ignore(i);
  return *opened.emplace(id, std::move(*repair)).first->second;
}

const correct::MarkRepair& mark_repair_of(std::string_view id) {
  static std::map<std::string, std::unique_ptr<correct::MarkRepair>, std::less<>> opened;
  if (const auto found = opened.find(id); found != opened.end()) return *found->second;
  auto repair = correct::MarkRepair::open(EMEND_SOURCE_DIR "/models");
  for (std::size_t i = 0; i < correct::kMarkRepairs; ++i)
    if (!id.empty() && correct::kMarkRepairNames[i] != id) (*repair)->ignore(i);
  return *opened.emplace(id, std::move(*repair)).first->second;
}

std::vector<edit::Edit> edits_of(const std::string& text, const Proposers& proposers) {
  document::Document document;
  document.raw = document::RawText(text);
  const auto lexicon = lexicon::with_document_words(text, english());
  return correct::propose_edits(document, proposers.rules, *lexicon, proposers.words, proposers.marks,
                                {.rendering = proposers.rendering});
}

std::string with_all_edits(const std::string& text, const std::vector<edit::Edit>& edits) {
  return edit::apply(text, decided(edits, false)).text;
}

std::string with_automatic_edits(const std::string& text, const std::vector<edit::Edit>& edits) {
  return edit::apply(text, decided(edits, true)).text;
}

std::string shown(const edit::Edit& edit) {
  return edit.rule + " at " + std::to_string(edit.span.begin) + ": “" + text::visible(edit.before) + "” to “" +
         text::visible(edit.after) + "” (" + edit.reason + ")";
}

std::vector<std::string> broken_invariants(const std::string& text, const Proposers& proposers) {
  std::vector<std::string> broken;
  const std::vector<edit::Edit> edits = edits_of(text, proposers);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const std::string complaint = complaint_about(edits[i], text);
    if (!complaint.empty()) broken.push_back(shown(edits[i]) + ": " + complaint);
    if (i > 0 && (edits[i].span < edits[i - 1].span || edits[i].span.begin < edits[i - 1].span.end))
      broken.push_back(shown(edits[i]) + ": it meets the edit before it");
  }
  if (!broken.empty()) return broken;

  for (const bool only_automatic : {true, false}) {
    const edit::DecidedEdits all = decided(edits, only_automatic);
    if (edit::undo(edit::apply(text, all), all) != text) broken.push_back("undoing does not give the text back");
  }
  if (!are_same(edits_of(text, proposers), edits)) broken.push_back("a second run gives other edits");
  const std::string clean = with_automatic_edits(text, edits);
  for (const edit::Edit& edit : edits_of(clean, proposers))
    if (is_automatic(edit)) broken.push_back("the repaired text is repaired again: " + shown(edit));
  return broken;
}

}  // namespace emend::rules_test
