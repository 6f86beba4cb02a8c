// The mark layer as a proposer beside the rules and the decoder of words: commas and stops, stray marks, the spaces
// before marks, capitals, as edits with a probability, a band and evidence.
//
// Its ids are those of kMarkRepairInfos. Bands: applied, proposed, silent; their limits are named in the source with
// the figures behind them. Read-only and shared by all threads.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "correct/marks/mark_calibration.h"
#include "correct/marks/mark_candidates.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"
#include "correct/rule.h"
#include "edit/edit.h"

namespace emend::correct {

inline constexpr std::string_view kMarkContextName = "marks-english.tsv";
inline constexpr std::string_view kMarkChannelName = "marks-print.tsv";
inline constexpr std::string_view kMarkCalibrationName = "marks.calibration";

// What people are told about its edits, in the shape of rules.
extern const std::array<RuleInfo, kMarkRepairs> kMarkRepairInfos;

class MarkRepair {
 public:
  // The three files of a models folder. Errors: kMissing, kUnreadable.
  static Result<std::unique_ptr<MarkRepair>> open(const std::filesystem::path& models_folder);
  MarkRepair(MarkContext context, MarkChannel channel, MarkCalibration calibration);

  // Leaves out the edits of an id.
  void ignore(std::size_t id) { is_ignored_[id] = true; }

  // Appends edits in any order; they may meet, and the arbiter chooses. `misread_share` is what the decoder of words
  // found of the text (change_company.h); 0 where nobody asked it.
  void propose(const RuleInput& input, std::vector<edit::Edit>& edits, double misread_share = 0) const;

  // Everything that may be weighed, before calibration and bands; what its trainer learns from.
  std::vector<MarkCandidate> candidates(const RuleInput& input) const;

 private:
  MarkContext context_;
  MarkChannel channel_;
  MarkCalibration calibration_;
  std::array<bool, kMarkRepairs> is_ignored_{};
};

}  // namespace emend::correct
