#include "cli/train_calibration.h"

#include <fmt/format.h>

#include "base/parallel.h"
#include "cli/terminal_progress.h"
#include "correct/lattice/word_repair.h"
#include "pipeline/model_folder.h"

namespace emend::cli {

void TrainCalibration::declare(Parser& train) {
  parser_ = train.add_subcommand("calibration", "How far the decoder's changes are to be believed");
  pairs_.declare(*parser_);
  parser_->add_option("-o,--output", output_, "The calibration")->required()->type_name("FILE");
  parser_->add_option("--origin", options_.origin, "What it was fitted on; kept in the file");
  parser_->add_option("--models-dir", models_folder_, "Where the language model is")->type_name("DIR");
  parser_->add_option("-j,--jobs", options_.jobs, "Threads; 0 for one per core")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
}

ExitCode TrainCalibration::run(Console& console) {
  const auto fail_with = [&](const Error& error) {
    console.complain(error);
    return exit_code_of(error);
  };
  std::vector<Error> problems;
  auto pairs = pairs_.pairs(problems);
  if (!pairs) return fail_with(pairs.error());
  options_.pairs = *std::move(pairs);
  if (options_.jobs == 0) options_.jobs = hardware_jobs();
  const auto models = pipeline::find_model_folder(models_folder_);
  if (!models) return fail_with(models.error());
  options_.language_model = *models / correct::kLanguageModelName;

  TerminalProgress progress(console);
  const auto summary = train::train_calibration(options_, output_, progress);
  console.draw_status("");
  if (!summary) return fail_with(summary.error());
  problems.insert(problems.end(), summary->problems.begin(), summary->problems.end());
  for (const Error& problem : problems) console.complain(problem);
  console.say(fmt::format("{} documents, {} changes, {} of them right; {} changes of true texts", summary->documents,
                          summary->changes, summary->right_changes, summary->truth_changes));
  console.say(fmt::format("{}: log loss {:.4f} a change", output_, summary->log_loss));
  return problems.empty() ? ExitCode::kDone : ExitCode::kPartly;
}

}  // namespace emend::cli
