#include "pipeline/write_result.h"

#include "base/staged_folder.h"

namespace emend::pipeline {

Status write_result(const std::filesystem::path& folder, const Loaded& loaded, const Correction& correction,
                    const Writers& writers, const correct::RuleSet& rules, RunRecord record) {
  auto staged = StagedFolder::create(folder);
  if (!staged) return fail(staged.error());
  const report::ReportInput input{loaded.document, correction.edits, correction.clean,
                                  rules,           loaded.problems,  loaded.scans.loader()};
  for (const auto& writer : writers) {
    const auto bytes = writer->write(input);
    if (!bytes) return fail(bytes.error());
    const Status written = staged->write(writer->info().file_name, *bytes);
    if (!written) return written;
  }
  // A run that is cut off between the two leaves files without a record: the next run makes them again.
  std::error_code ignored;
  std::filesystem::remove(folder / kRunRecordName, ignored);
  if (Status published = staged->publish(); !published) return published;
  record.problems = loaded.problems;
  return write_run_record(folder, record);
}

}  // namespace emend::pipeline
