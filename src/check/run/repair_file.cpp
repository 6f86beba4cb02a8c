#include "check/run/repair_file.h"

#include <algorithm>

#include "base/content_hash.h"
#include "base/file.h"
#include "check/fix_text.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

// Replaces the file by what was made of `bytes`, unless it is no longer what was read.
Status replace(const fs::path& path, std::string_view bytes, const std::string& repaired) {
  const auto again = content_hash_of_file(path);
  if (!again) return fail(again.error());
  if (*again != content_hash(bytes))
    return fail(ErrorKind::kUnreadable, path.string(), "changed while it was checked", "run again when it is at rest");
  std::error_code error;
  const fs::path target = fs::canonical(path, error);  // a link stays a link
  return write_file(error ? path : target, repaired);
}

}  // namespace

bool has_something_to_apply(const FileWork& work, Findings findings, const Untold& untold) {
  IgnoredCounts ignored;
  untold.take_out(work, findings, ignored);
  const bool wants_unsafe = work.profile->settings().policy.unsafe_fixes;
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return is_applied(finding, wants_unsafe); });
}

void repair_file(FileWork& work, Repair repair, const std::string& standard_input, const Untold& untold,
                 Findings& findings) {
  auto bytes = work.is_standard_input ? Result<std::string>(standard_input) : read_file(work.path);
  if (!bytes) return work.fail_with(bytes.error());
  if (const auto& tools = work.profile->tools(); !tools) return work.fail_with(tools.error());
  const Filter filter_round = [&](Findings& round) {
    IgnoredCounts ignored;
    untold.take_out(work, round, ignored);
  };
  auto fixed =
      fix_text(*bytes, work.kind, work.path, *work.profile, filter_round, work.profile->settings().policy.unsafe_fixes);
  if (!fixed) return work.fail_with(fixed.error());
  if (repair == Repair::kShow) {
    work.report.diff = diff_of(fixed->before_text, fixed->text, work.report.name);
    return;  // nothing has changed: the findings stay
  }
  if (work.is_standard_input || fixed->applied == 0) return;
  if (const Status replaced = replace(work.path, *bytes, fixed->bytes); !replaced)
    return work.fail_with(replaced.error());
  work.report.applied = fixed->applied;
  findings = std::move(fixed->left.findings);
  work.facts = std::move(fixed->left.facts);
  work.has_facts = true;
}

}  // namespace emend::check
