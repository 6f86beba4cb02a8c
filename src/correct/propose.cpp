#include "correct/propose.h"

#include <algorithm>
#include <optional>

#include "correct/arbiter.h"
#include "correct/doubt/notation.h"
#include "correct/lattice/change_company.h"
#include "correct/round_merger.h"
#include "correct/structure/table_columns.h"
#include "correct/structure/typist_marks.h"
#include "correct/typography/conventions.h"
#include "edit/apply.h"
#include "edit/candidates.h"

namespace emend::correct {
namespace {

using Edits = std::vector<edit::Edit>;

// A few misreadings more or less make a short text a clean or a bad one. Up to this size the repaired text is read once
// more from the start, as the next run would, so that the next run finds nothing.
constexpr std::size_t kMostBytesReadAnew = 32 * 1024;

bool is_automatic(const edit::Edit& edit) { return edit.applicability == edit::Applicability::kAutomatic; }

// What is wrong is set right, then what is right is written as the user asks for it; in turn, until nothing changes.
enum class Pass { kRepair, kRender };

// What is looked at in one round.
struct RoundText {
  std::string_view text;
  const lexicon::Lexicon& lexicon;
  SourceKind source = SourceKind::kText;
  const document::Document* scan = nullptr;  // null in later rounds
  const ScanEvidence* evidence = nullptr;    // of this text
};

// What the rules, the decoder and the mark layer say of one text, after arbitration.
Edits run_rules(Pass pass, const RuleSet& rules, const WordRepair* words, const MarkRepair* marks,
                const ProposeOptions& options, const RoundText& round, DecoderMemory& memory) {
  Edits proposals;
  if (words != nullptr && pass == Pass::kRepair)
    words->propose({round.text, round.lexicon, round.source, round.evidence, &memory}, proposals);
  // Only from here, as the decoder has words of its own and a large text has many.
  const PreparedText prepared(round.text, round.lexicon, round.scan, options.rendering);
  if (marks != nullptr && pass == Pass::kRepair)
    marks->propose(prepared.input(), proposals, memory.first_look ? misread_share(*memory.first_look) : 0);
  write_as_document(prepared.input(), proposals);
  for (const auto& rule : rules) {
    if (rule->info().on_request.empty() != (pass == Pass::kRepair)) continue;
    const std::size_t first = proposals.size();
    rule->propose(prepared.input(), proposals);
    const bool moves_what_stays = options.keeps_line_ends && rule->info().moves_line_ends;
    if (rule->info().applicability == edit::Applicability::kAutomatic && !moves_what_stays) continue;
    for (std::size_t i = first; i < proposals.size(); ++i)
      proposals[i].applicability = edit::Applicability::kProposed;  // a rule's word about itself is the limit
  }
  leave_notation(prepared.input().text, proposals);
  return arbitrate(std::move(proposals));
}

edit::CleanText with_all(std::string_view raw_text, const Edits& edits) {
  edit::DecidedEdits decided;
  decided.reserve(edits.size());
  for (const edit::Edit& edit : edits) {
    decided.push_back({edit, {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  return edit::apply(raw_text, decided);
}

}  // namespace

Edits propose_edits(const document::Document& document, const RuleSet& rules, const lexicon::Lexicon& lexicon,
                    const WordRepair* words, const MarkRepair* marks, const ProposeOptions& options) {
  const std::string_view raw_text = document.raw.text();
  const document::Document* scan = document.kind == document::SourceKind::kScan ? &document : nullptr;

  const SourceKind source = scan != nullptr ? SourceKind::kScan : SourceKind::kText;

  // In later rounds the engine speaks of the words that are still as it read them.
  std::optional<ScanEvidence> engine;
  if (scan != nullptr) engine.emplace(*scan);

  DecoderMemory memory;
  Pass pass = Pass::kRepair;
  int passes = 1;
  bool has_changed = false;   // in this pass
  bool is_read_anew = false;  // as if the repaired text had been given, and nothing was found
  Edits automatic;
  Edits proposed;
  if (options.structure != nullptr)
    for (const edit::Edit& edit : *options.structure) (is_automatic(edit) ? automatic : proposed).push_back(edit);
  // From here heads and page numbers are out of the text, and paragraphs are what they are.
  for (int round = 1; round <= kMostRounds; ++round) {
    const edit::CleanText repaired = with_all(raw_text, automatic);
    const std::optional<ScanEvidence> evidence = engine ? std::optional(engine->moved(repaired)) : std::nullopt;
    const RoundText text{repaired.text, lexicon, source, automatic.empty() ? scan : nullptr,
                         evidence ? &*evidence : nullptr};
    Edits found = run_rules(pass, rules, words, marks, options, text, memory);
    const auto first_proposed = std::stable_partition(found.begin(), found.end(), is_automatic);
    const Edits open(std::make_move_iterator(first_proposed), std::make_move_iterator(found.end()));
    found.erase(first_proposed, found.end());

    const Edits open_in_raw = untouched_in_round(raw_text, repaired, automatic, open);
    proposed.insert(proposed.end(), open_in_raw.begin(), open_in_raw.end());
    const bool is_settled = found.empty();
    if (is_settled && !is_read_anew && words != nullptr && scan == nullptr && pass == Pass::kRepair &&
        !automatic.empty() && repaired.text.size() <= kMostBytesReadAnew && round < kMostRounds) {
      memory = {};
      is_read_anew = true;
      continue;
    }
    is_read_anew = is_read_anew && is_settled;
    if (!is_settled) automatic = merge_round(raw_text, repaired, automatic, found);
    has_changed = has_changed || !is_settled;
    if (!is_settled && round < kMostRounds) continue;
    // A mark that was written otherwise can show a fault that its old form hid.
    const bool is_done = passes > 1 && !has_changed;
    if (!options.rendering.is_asked_for() || is_done || passes == kMostPasses) break;
    pass = pass == Pass::kRepair ? Pass::kRender : Pass::kRepair;
    ++passes;
    has_changed = false;
    round = 0;
  }
  if (scan != nullptr && options.tells_underlines) {
    const edit::CleanText repaired = with_all(raw_text, automatic);
    automatic = merge_round(raw_text, repaired, automatic, underline_edits(*scan, repaired));
  }
  if (scan != nullptr && options.tables_of != nullptr) {
    const edit::CleanText repaired = with_all(raw_text, automatic);
    automatic = merge_round(raw_text, repaired, automatic, table_column_edits(*options.tables_of, repaired));
  }
  if (!options.style.changes_nothing()) {
    const edit::CleanText repaired = with_all(raw_text, automatic);
    automatic = merge_round(raw_text, repaired, automatic, output_style_edits(repaired.text, options.style));
  }
  // From here the edits do not overlap: an automatic one wins over what is only proposed.
  automatic.insert(automatic.end(), std::make_move_iterator(proposed.begin()), std::make_move_iterator(proposed.end()));
  Edits edits = arbitrate(std::move(automatic));
  for (edit::Edit& edit : edits) edit::complete_candidates(edit);
  return edits;
}

}  // namespace emend::correct
