// Which tables of confusions there are: one for each engine and kind of damage (`models/confusions.list`).
//
// docs/formats/confusions.md describes the file. Plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::correct {

inline constexpr std::string_view kPriorListName = "confusions.list";

struct PriorEntry {
  std::string name;  // small letters, digits and hyphens: "typescript"
  std::string file;  // beside the list: "confusions-typescript.tsv"
  // How much it is believed before anything is known of the document: for a text of unknown origin, and for a scan that
  // was read just now. 0: never.
  double text_weight = 0;
  double scan_weight = 0;
};

// At least one entry; the first one's rate of errors is the one that mixtures have. The weights of each kind sum to
// more than 0. Error: kUnreadable, with the line; `subject` names the file.
Result<std::vector<PriorEntry>> parse_prior_list(std::string_view text, const std::string& subject);

}  // namespace emend::correct
