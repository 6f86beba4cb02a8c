// Which findings of a file are not told: those under an inline mark, those that the config or a person's decision
// silences, and those that the baseline knows. Read-only and shared by all threads.
#pragma once

#include <filesystem>
#include <string>

#include "check/baseline.h"
#include "check/finding.h"
#include "check/run/file_work.h"
#include "store/decision_file.h"

namespace emend::check {

class Untold {
 public:
  // Both may be null; they outlive it. `folder` is the one that the baseline's names are relative to.
  Untold(const Baseline* baseline, std::filesystem::path folder, const store::Decisions* decisions)
      : baseline_(baseline), folder_(std::move(folder)), decisions_(decisions) {}

  // Takes out of `findings` what is not to be told, and counts it. Returns what would be told if there were no
  // baseline; nothing where there is none.
  Findings take_out(const FileWork& work, Findings& findings, IgnoredCounts& ignored) const;

  std::string baseline_name(const FileWork& work) const;

 private:
  bool is_rejected(const Finding& finding) const;
  // What a person accepted is safe, perhaps with another text.
  void follow_decision(Finding& finding) const;

  const Baseline* baseline_;
  std::filesystem::path folder_;
  const store::Decisions* decisions_;
};

}  // namespace emend::check
