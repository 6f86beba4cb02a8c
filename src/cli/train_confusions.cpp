#include "cli/train_confusions.h"

#include <ostream>

#include <fmt/format.h>

#include "base/parallel.h"
#include "cli/terminal_progress.h"

namespace emend::cli {

void TrainConfusions::declare(Parser& train) {
  parser_ = train.add_subcommand("confusions", "What characters are read as, from recognised texts and their truths");
  pairs_.declare(*parser_);
  CLI::Option* output = parser_->add_option("-o,--output", output_, "The table of confusions")->type_name("FILE");
  parser_->add_option("--measure", measured_, "Make none, but tell how well this table foretells the texts")
      ->type_name("FILE")
      ->excludes(output);
  parser_->add_option("--origin", options_.origin, "What it was counted on; kept in the file");
  parser_->add_flag("--hold-out", options_.holds_out, "Also measure: each half of the documents by the other half");
  parser_->add_option("--discount", options_.estimate.discount, "Taken off every count")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  parser_
      ->add_option("--most-of-one-document", options_.estimate.most_of_one_document,
                   "The most that one document may say of a confusion, of all that is said of it")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  parser_
      ->add_option("--run-gain", options_.estimate.least_run_gain,
                   "Keep a run with a neighbour where it is so many times likelier than its parts")
      ->check(CLI::Range(0.0, 1e9))
      ->capture_default_str();
  parser_->add_option("-j,--jobs", options_.jobs, "Threads; 0 for one per core")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
}

ExitCode TrainConfusions::run(Console& console) {
  const auto fail_with = [&](const Error& error) {
    console.complain(error);
    return exit_code_of(error);
  };
  if (output_.empty() == measured_.empty())
    return fail_with({ErrorKind::kUsage, "", "no file to write is named", "give --output FILE, or --measure FILE"});
  std::vector<Error> problems;
  auto pairs = pairs_.pairs(problems);
  if (!pairs) return fail_with(pairs.error());
  options_.pairs = *std::move(pairs);
  if (options_.jobs == 0) options_.jobs = hardware_jobs();

  TerminalProgress progress(console);
  const auto summary = measured_.empty() ? train::train_confusions(options_, output_, progress)
                                         : train::measure_confusions(options_, measured_, progress);
  console.draw_status("");
  if (!summary) return fail_with(summary.error());
  problems.insert(problems.end(), summary->problems.begin(), summary->problems.end());
  for (const Error& problem : problems) console.complain(problem);
  console.say(fmt::format("{} documents, {} characters, {:.1f} % of them aligned", summary->documents,
                          summary->characters, 100 * summary->trusted_share));
  if (summary->held_out)
    console.out() << fmt::format("{:.4f} bits per character held out, {:.4f} at each document's own rate\n",
                                 summary->held_out->per_character(), summary->held_out->per_character_own_rate());
  console.say(fmt::format("{}: {} confusions", measured_.empty() ? output_ : measured_, summary->confusions));
  return problems.empty() ? ExitCode::kDone : ExitCode::kPartly;
}

}  // namespace emend::cli
