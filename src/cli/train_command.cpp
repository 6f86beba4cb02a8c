// emend train: rebuilds what is in models/.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "cli/train_calibration.h"
#include "cli/train_confusions.h"
#include "cli/train_lines.h"
#include "cli/train_marks.h"
#include "train/lm/train_lm.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {
    "train", "Rebuild the models: language model (lm), confusions, calibration, marks, lines for Tesseract",
    "What models/ holds and the exact calls that made it: models/README.md.\n\n"
    "  emend train lm --text books.txt.xz --weight 1 --text records.txt.xz --weight 3 --output models/english.lm\n"
    "  emend train confusions letters/ minutes/ --output models/confusions-typescript.tsv\n"
    "  emend train calibration letters/ minutes/ --output models/decoder.calibration\n"
    "  emend train marks --text books.txt.xz --pair page.ocr.txt:page.gt.txt --output models"};

class TrainCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.require_subcommand(1);
    Parser* lm = parser.add_subcommand("lm", "Word n-grams, and a character model for unknown words");
    lm->add_option("--text", texts_, "A collection of prose, plain or xz; repeatable")->required()->type_name("FILE");
    lm->add_option("--weight", weights_, "How much its occurrences count, one for each --text")->type_name("NUMBER");
    lm->add_option("-o,--output", output_, "The model file")->required()->type_name("FILE");
    lm->add_option("--order", options_.order, "Length of the word n-grams: 2 or 3")
        ->check(CLI::Range(2, 3))
        ->capture_default_str();
    lm->add_option("--prune", options_.pruning, "Leave out n-grams that matter less than this")
        ->check(CLI::NonNegativeNumber);
    lm->add_option("--prune-characters", options_.character_pruning, "The same for the character model")
        ->check(CLI::NonNegativeNumber);
    lm->add_option("--least-word-count", options_.least_word_count, "Rarer words are unknown")->capture_default_str();
    lm->add_option("--most-words", options_.most_words, "The vocabulary's limit")->capture_default_str();
    lm->add_option("--origin", options_.origin, "What the model was made from; kept in the file");
    lm->add_option("--hold-out", options_.hold_out_every, "Keep every n-th document out and measure its perplexity")
        ->type_name("N");
    confusions_.declare(parser);
    calibration_.declare(parser);
    lines_.declare(parser);
    marks_.declare(parser);
  }

  ExitCode run(Console& console) override {
    if (confusions_.is_chosen()) return confusions_.run(console);
    if (calibration_.is_chosen()) return calibration_.run(console);
    if (lines_.is_chosen()) return lines_.run(console);
    if (marks_.is_chosen()) return marks_.run(console);
    if (!weights_.empty() && weights_.size() != texts_.size()) {
      console.complain({ErrorKind::kUsage, "", "there are not as many --weight as --text",
                        "give one weight for each text, or none"});
      return ExitCode::kUsage;
    }
    for (std::size_t i = 0; i < texts_.size(); ++i)
      options_.sources.push_back({texts_[i], weights_.empty() ? 1.0 : weights_[i]});
    TerminalProgress progress(console);
    const auto summary = train::train_lm(options_, output_, progress);
    console.draw_status("");
    if (!summary) {
      console.complain(summary.error());
      return exit_code_of(summary.error());
    }
    tell(console, *summary);
    return ExitCode::kDone;
  }

 private:
  void tell(Console& console, const train::LmSummary& summary) const {
    console.say(fmt::format("{} documents, {} tokens, {} forms, {} words in the model", summary.documents,
                            summary.tokens, summary.forms, summary.words));
    for (std::size_t i = 1; i < std::min(summary.counted_ngrams.size(), summary.kept_ngrams.size()); ++i)
      console.say(fmt::format("{}-grams: {} of {} kept", i + 1, summary.kept_ngrams[i], summary.counted_ngrams[i]));
    for (std::size_t i = 0; i < summary.held_out.size(); ++i)
      console.say(fmt::format("held out of {}: perplexity {:.1f}", texts_[i], summary.held_out[i].of_known_words()));
    console.say(fmt::format("{}: {} bytes", output_, summary.file_bytes));
  }

  std::vector<std::string> texts_;
  std::vector<double> weights_;
  std::string output_;
  train::LmOptions options_;
  TrainConfusions confusions_;
  TrainCalibration calibration_;
  TrainLines lines_;
  TrainMarks marks_;
};

}  // namespace

std::unique_ptr<Command> make_train_command() { return std::make_unique<TrainCommand>(); }

}  // namespace emend::cli
