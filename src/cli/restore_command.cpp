// emend restore INPUT... -o DIR: the main job.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "base/parallel.h"
#include "batch/restore_all.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/settings_flags.h"
#include "cli/terminal_progress.h"
#include "cli/undo_flags.h"
#include "cli/wording.h"
#include "pipeline/load_document.h"
#include "pipeline/run_record.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

constexpr CommandInfo kInfo = {
    "restore", "Restore scans or OCR text: clean text out, and an account of every change",
    "For each input NAME, DIR/NAME/ holds clean.txt, raw.txt, changes.diff, changes.jsonl, report.html and "
    "document.json. "
    "A run that is started again skips what is done and unchanged, and follows the decisions of a review.\n\n"
    "  emend restore minutes.pdf letters/ -o restored\n"
    "  emend restore page.png --pages 1 --dpi 300 -o restored"};

class RestoreCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("input", inputs_, "PNG, JPEG, TIFF, PDF, OCR text, hOCR, ALTO or PAGE; folders are walked")
        ->required();
    parser.add_option("-o,--output", output_, "Where the results go")->required()->type_name("DIR");
    parser.add_option("-j,--jobs", jobs_, "Threads; 0 for one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    flags_.declare_for_scans(parser);
    undo_.declare_undo(parser);
    parser.add_option("--keep-intermediate", intermediates_, "Keep the picture after every cleaning step")
        ->type_name("DIR");
    parser.add_flag("--timings", shows_timings_, "Say how long each stage took, summed over threads");
  }

  ExitCode run(Console& console) override {
    if (output_.empty())
      return complain(console,
                      {ErrorKind::kUsage, "", "--output is empty", "name the folder of the results; . is this one"});
    auto settings = flags_.settings();
    if (!settings) return complain(console, settings.error());
    settings->intermediates_folder = intermediates_;
    if (const Status known = undo_.check(); !known) return complain(console, known.error());

    const auto found = pipeline::find_inputs(inputs_, output_);
    for (const auto& [name, problem] : found.problems) console.report(name, problem);
    const bool has_missing = std::any_of(found.problems.begin(), found.problems.end(),
                                         [](const auto& p) { return p.second.severity == Severity::kFailure; });
    if (found.inputs.empty()) return has_missing ? ExitCode::kPartly : ExitCode::kDone;

    auto workshop = pipeline::Workshop::open(*settings);
    if (!workshop) {
      console.complain(workshop.error());
      return exit_code_of_setup(workshop.error());
    }
    const bool has_scan = std::any_of(found.inputs.begin(), found.inputs.end(), [](const pipeline::Input& input) {
      return pipeline::is_scan(input.path).value_or(false);
    });
    if (has_scan)
      if (const Status ready = (*workshop)->check_engine(); !ready) return complain(console, ready.error());

    Timings timings;
    TerminalProgress progress(console);
    const pipeline::RunControl control{progress, stop_flag(), shows_timings_ ? &timings : nullptr, 1};
    const std::size_t jobs = jobs_ == 0 ? hardware_jobs() : jobs_;
    const auto summary =
        batch::restore_all(found.inputs, output_, *settings, **workshop, jobs, control,
                           [&](const auto& input, const auto& result) { tell(console, input, result); });
    console.draw_status("");
    tell_summary(console, summary);
    if (shows_timings_)
      for (const auto& [stage, seconds] : timings.seconds())
        console.say(fmt::format("{:>10}  {:9.3f} s", stage, seconds));

    if (summary.was_interrupted) return ExitCode::kInterrupted;
    if (undo_.is_asked_for() && !undo_in_all(console, found.inputs, **workshop)) return ExitCode::kPartly;
    return has_missing || summary.failed > 0 || summary.with_failed_pages > 0 ? ExitCode::kPartly : ExitCode::kDone;
  }

 private:
  // In every folder that holds a result; what failed was told before.
  bool undo_in_all(Console& console, const std::vector<pipeline::Input>& inputs,
                   const pipeline::Workshop& workshop) const {
    bool is_well = true;
    for (const pipeline::Input& input : inputs) {
      const fs::path folder = fs::path(output_) / input.name;
      std::error_code error;
      if (!fs::is_regular_file(folder / pipeline::kRunRecordName, error)) continue;
      const auto line = undo_.apply(folder, reviewer_name(), workshop.writers(), workshop.rules());
      if (line)
        console.say(text::visible(input.path.string()) + ": " + *line);
      else
        console.complain(line.error());
      is_well = is_well && line.has_value();
    }
    return is_well;
  }

  static ExitCode complain(Console& console, const Error& error) {
    console.complain(error);
    return ExitCode::kUsage;  // before the first input: settings, models or dictionaries, missing or damaged
  }

  static void tell(Console& console, const pipeline::Input& input, const Result<pipeline::Outcome>& result) {
    const std::string name = input.path.string();
    if (!result) {
      if (result.error().kind == ErrorKind::kInterrupted) return;
      console.report(name, {Severity::kFailure, result.error(), 0});
      return;
    }
    for (const Problem& problem : result->problems) console.report(name, problem);
  }

  void tell_summary(Console& console, const batch::Summary& summary) const {
    if (summary.was_interrupted)
      console.say("interrupted; what was finished is complete, the same command goes on from there");
    std::string line = fmt::format("{} restored, {} unchanged since the last run, {} failed", summary.restored,
                                   summary.skipped, summary.failed);
    if (summary.with_failed_pages > 0) line += fmt::format(", {} with failed pages", summary.with_failed_pages);
    console.say(line);
    if (summary.restored > 0)
      console.say(fmt::format("{} applied, {} left open for a person; results in {}",
                              counted(summary.applied, "change"), summary.open, text::visible(output_)));
  }

  SettingsFlags flags_;
  UndoFlags undo_;
  std::vector<std::string> inputs_;
  std::string output_;
  std::string intermediates_;
  std::size_t jobs_ = 0;
  bool shows_timings_ = false;
};

}  // namespace

std::unique_ptr<Command> make_restore_command() { return std::make_unique<RestoreCommand>(); }

}  // namespace emend::cli
