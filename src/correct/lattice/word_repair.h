// The decoder as a proposer beside the rules: its changes as edits with a probability, a band and evidence.
//
// Its ids, "misread-word", "misread-name", "split-word", "joined-words" and "stray-letter", name the fault;
// word_repair_info.cpp describes them. Bands: applied, proposed, silent; their limits are named in the source with the
// figures behind them. Never applied without a person, whatever the probability: changes to numbers, to addresses and
// code, to what may be an abbreviation where all is in capitals, to what may be a name in a text without a scan, among
// words that are all unknown in an otherwise clean text; and among words of another language nothing is even proposed.
// Read-only and shared by all threads.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "correct/lattice/calibration.h"
#include "correct/lattice/change_bands.h"
#include "correct/lattice/decoder.h"
#include "edit/edit.h"
#include "lexicon/lexicon.h"

namespace emend::correct {

inline constexpr std::string_view kLanguageModelName = "english.lm";
inline constexpr std::string_view kCalibrationName = "decoder.calibration";

class WordRepair {
 public:
  // From a models folder: the language model, the list of priors with their tables, the calibration. Errors: kMissing,
  // kUnreadable.
  static Result<std::unique_ptr<WordRepair>> open(const std::filesystem::path& models_folder);
  WordRepair(std::unique_ptr<lm::LanguageModel> model, std::vector<Prior> priors, Calibration calibration);

  // Leaves out the edits of a WordRepairId.
  void ignore(std::size_t id) { is_ignored_[id] = true; }

  // Appends edits that do not overlap, in the order of the text.
  void propose(const DecoderInput& input, std::vector<edit::Edit>& edits) const;

 private:
  // Each change of the text with its id and its probabilities.
  std::vector<WeighedChange> weighed(std::string_view text, const Decoded& decoded) const;

  std::unique_ptr<lm::LanguageModel> model_;
  Decoder decoder_;
  Calibration calibration_;
  std::array<bool, kWordRepairs> is_ignored_{};
};

}  // namespace emend::correct
