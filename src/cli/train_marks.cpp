#include "cli/train_marks.h"

#include <fmt/format.h>

#include "cli/terminal_progress.h"
#include "lexicon/make_lexicon.h"

namespace emend::cli {

void TrainMarks::declare(Parser& train) {
  parser_ = train.add_subcommand("marks", "Marks and capitals between words, and how recognition confuses them");
  parser_
      ->add_option("--text", texts_,
                   "A collection of prose, plain or xz; repeatable; without it the table of DIR stays")
      ->type_name("FILE");
  parser_->add_option("--pair", options_.pairs, "A recognised text and its truth; repeatable")->type_name("OCR:TRUTH");
  parser_->add_option("-o,--output", folder_, "The folder of the three tables")->required()->type_name("DIR");
  parser_->add_option("--words", options_.context.words, "How many words the table lists")
      ->check(CLI::Range(1, 60'000))
      ->capture_default_str();
  parser_->add_option("--origin", options_.context_origin, "What the words were learned from; kept in the file");
  parser_->add_option("--pair-origin", options_.pairs_origin, "What the pairs are; kept in the files");
}

ExitCode TrainMarks::run(Console& console) {
  const auto fail_with = [&](const Error& error) {
    console.complain(error);
    return exit_code_of(error);
  };
  options_.texts.assign(texts_.begin(), texts_.end());
  const auto lexicon = lexicon::make_lexicon({});
  if (!lexicon) return fail_with(lexicon.error());
  TerminalProgress progress(console);
  const auto summary = train::train_marks(options_, **lexicon, folder_, progress);
  console.draw_status("");
  if (!summary) return fail_with(summary.error());
  if (summary->places > 0)
    console.say(fmt::format("{} documents, {} places; held out: {:.4f} nats a place, {:.4f} by shares alone",
                            summary->documents, summary->places, -summary->held_out, -summary->held_out_shares));
  if (summary->pairs > 0)
    console.say(
        fmt::format("{} pairs; {} of {} changes were right", summary->pairs, summary->right, summary->examples));
  return ExitCode::kDone;
}

}  // namespace emend::cli
