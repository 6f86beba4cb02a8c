#include "pipeline/decide_again.h"

#include "base/content_hash.h"
#include "base/file.h"
#include "correct/doubt/doubt_marks.h"
#include "image/scan_source.h"
#include "pipeline/correct_document.h"
#include "store/decision_file.h"
#include "store/document_file.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

// The scan, if it is still where it was and what it was; otherwise reports do without crops.
ScanPages scan_of(const document::Document& document, const RunRecord& run) {
  if (document.kind != document::SourceKind::kScan) return {};
  const auto hash = content_hash_of_file(run.source_path);
  if (!hash || *hash != document.source_hash) return {};
  auto source = image::open_scan(run.source_path, {});
  if (!source) return {};
  std::vector<std::size_t> indices;
  for (const document::Page& page : document.pages) indices.push_back(static_cast<std::size_t>(page.number - 1));
  return {std::move(*source), std::move(indices)};
}

// A person's last word wins; otherwise the edit stays what it was, or becomes what its rule may do by itself.
edit::Decision decision_now(const edit::DecidedEdit& change, const store::Decisions& recorded) {
  const auto found = recorded.find(change.decision.key);
  if (found == recorded.end()) return change.decision;
  if (found->second.verdict != edit::Verdict::kOpen) return found->second;
  edit::Decision policy;
  policy.key = change.decision.key;
  if (change.edit.applicability == edit::Applicability::kAutomatic) policy.verdict = edit::Verdict::kAccepted;
  return policy;
}

}  // namespace

Result<StoredResult> load_result(const fs::path& folder) {
  const auto run = read_run_record(folder);
  if (!run)
    return fail(ErrorKind::kMissing, folder.string(), "holds no result of emend", "run 'emend restore' into it first");
  const auto document_bytes = read_file(folder / "document.json");
  if (!document_bytes) return fail(document_bytes.error());
  auto document = store::document_from_json(*document_bytes, (folder / "document.json").string());
  if (!document) return fail(document.error());
  const auto change_bytes = read_file(folder / "changes.jsonl");
  if (!change_bytes) return fail(change_bytes.error());
  auto records = store::changes_from_jsonl(*change_bytes, (folder / "changes.jsonl").string());
  if (!records) return fail(records.error());
  for (const store::ChangeRecord& record : *records) {
    const edit::Edit& edit = record.change.edit;
    if (edit.span.end > document->raw.text().size() || edit.span.of(document->raw.text()) != edit.before)
      return fail(ErrorKind::kUnreadable, (folder / "changes.jsonl").string(),
                  "does not belong to the document.json beside it", "run 'emend restore' again");
  }

  StoredResult stored;
  stored.loaded.scans = scan_of(*document, *run);
  stored.loaded.document = std::move(*document);
  stored.loaded.problems = run->problems;
  stored.records = std::move(*records);
  stored.run = *run;
  return stored;
}

Result<Outcome> decide_again(const fs::path& folder, const Writers& writers, const correct::RuleSet& rules) {
  auto stored = load_result(folder);
  if (!stored) return fail(stored.error());
  const auto recorded = store::read_decisions(folder / kDecisionsName);
  if (!recorded) return fail(recorded.error());

  Correction correction;
  for (store::ChangeRecord& record : stored->records) {
    record.change.decision = decision_now(record.change, *recorded);
    correction.edits.push_back(std::move(record.change));
  }
  correct::settle_doubt(correction.edits);
  correction.clean = edit::apply(stored->loaded.document.raw.text(), correction.edits);

  if (const auto hash = content_hash_of_file(folder / kDecisionsName)) stored->run.decisions = *hash;
  const Status written = write_result(folder, stored->loaded, correction, writers, rules, stored->run);
  if (!written) return fail(written.error());
  return outcome_of(correction.edits, stored->loaded.problems);
}

}  // namespace emend::pipeline
