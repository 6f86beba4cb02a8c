#include "check/unreviewed.h"

#include "base/content_hash.h"
#include "base/file.h"
#include "check/rule_names.h"
#include "store/change_file.h"
#include "store/decision_file.h"

namespace emend::check {

namespace fs = std::filesystem;

std::optional<Finding> unreviewed_changes(const fs::path& clean_text) {
  if (clean_text.filename() != "clean.txt") return std::nullopt;
  const fs::path changes_path = fs::path(clean_text).replace_filename("changes.jsonl");
  const auto bytes = read_file(changes_path);
  if (!bytes) return std::nullopt;
  const auto records = store::changes_from_jsonl(*bytes, changes_path.string());
  if (!records) return std::nullopt;  // somebody else's file of that name
  const auto decisions = store::read_decisions(fs::path(clean_text).replace_filename("decisions.jsonl"));
  std::size_t count = 0;
  std::string keys;
  for (const store::ChangeRecord& record : *records) {
    const edit::DecidedEdit& change = record.change;
    if (!change.is_accepted() || change.edit.applicability == edit::Applicability::kAutomatic) continue;
    if (change.decision.by != "policy" || (decisions && decisions->contains(change.decision.key))) continue;
    ++count;
    keys += change.decision.key;
  }
  if (count == 0) return std::nullopt;
  Finding finding;
  finding.rule = kUnreviewed;
  finding.message = std::to_string(count) + (count == 1 ? " change that was" : " changes that were") +
                    " only proposed stand" + (count == 1 ? "s" : "") + " in the text, and nobody has reviewed " +
                    (count == 1 ? "it" : "them");
  finding.level = Level::kWarning;
  finding.key = content_hash(keys).substr(0, 16);
  return finding;
}

bool is_raw_text_of_result(const fs::path& path) {
  std::error_code ignored;
  return path.filename() == "raw.txt" && fs::exists(fs::path(path).replace_filename("changes.jsonl"), ignored) &&
         fs::exists(fs::path(path).replace_filename("clean.txt"), ignored);
}

}  // namespace emend::check
