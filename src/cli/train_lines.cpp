#include "cli/train_lines.h"

#include <fmt/format.h>

#include "cli/interrupt.h"
#include "cli/terminal_progress.h"

namespace emend::cli {

void TrainLines::declare(Parser& train) {
  parser_ = train.add_subcommand("lines", "Lines of typed pages with their boxes, for training Tesseract");
  parser_->add_option("page", pages_, "Pictures, each with NAME.baselines.tsv beside it")
      ->required()
      ->type_name("SCAN");
  parser_->add_option("-o,--output", options_.folder, "Where the sheets of lines go")->required()->type_name("DIR");
  parser_->add_option("--variants", options_.variants, "How often each page is cut, each time worn otherwise")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  parser_->add_option("--mild", options_.mild_share, "Share of the variants that are hardly worn")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  parser_->add_option("--cleaned", options_.clean_share, "Share of the variants that are cut from the cleaned page")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  parser_->add_flag("--snap", options_.snaps_baselines, "The base lines are only near: look for them in the ink");
  parser_->add_option("--seed", options_.seed, "Of all wear")->capture_default_str();
  parser_->add_option("-j,--jobs", options_.jobs, "Threads")->check(CLI::Range(1, 1024))->capture_default_str();
}

ExitCode TrainLines::run(Console& console) {
  TerminalProgress progress(console);
  const auto summary = train::write_lines(pages_, options_, progress, stop_flag());
  console.draw_status("");
  if (!summary) {
    console.complain(summary.error());
    return exit_code_of(summary.error());
  }
  console.say(fmt::format("{} lines on {} sheets", summary->lines, summary->sheets));
  return ExitCode::kDone;
}

}  // namespace emend::cli
