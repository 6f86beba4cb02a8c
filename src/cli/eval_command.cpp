// emend eval: how far texts are from their truth.
#include <limits>
#include <map>
#include <ostream>

#include "base/file.h"
#include "cli/command.h"
#include "cli/eval_html.h"
#include "cli/eval_inputs.h"
#include "cli/eval_json.h"
#include "cli/eval_run.h"
#include "cli/eval_tables.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {
    "eval", "Measure texts against their truth: error rates, confusions, harm",
    "Character and word error rates are edit distances over the truth's length, summed over all documents. Views: "
    "strict (white space, quotes and dashes are made alike, all else counts), typographic (ligatures and the spacing "
    "of punctuation too), letters (letters and digits only) and folded (strict in small letters). Where the output is "
    "a folder of emend restore, every applied edit is judged too. Rates come with 95 % intervals, by bootstrap over "
    "documents.\n\n"
    "  emend eval page.gt.txt page.txt\n"
    "  emend eval -3 a.gt.txt a.ocr.txt a.clean.txt b.gt.txt b.ocr.txt b.clean.txt\n"
    "  emend eval --truth truth/ --output restored/ --before restored/ --html eval.html"};

enum class Format { kText, kJson };

class EvalCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("file", files_, "TRUTH OUTPUT, again and again; with -3, TRUTH BEFORE AFTER");
    parser.add_flag("-3,--triples", are_triples_, "Also measure the text before, and what was repaired and broken");
    parser.add_option("--truth", truth_, "Folder of truths, NAME.gt.txt or NAME.txt")->type_name("DIR");
    parser.add_option("--output", output_, "Folder of outputs, NAME.txt or NAME/clean.txt")->type_name("DIR");
    parser.add_option("--before", before_, "Folder of the texts before, NAME.txt or NAME/raw.txt")->type_name("DIR");
    parser.add_option("--view", view_, "strict, typographic, letters or folded; all four unless given")
        ->check(CLI::IsMember({"strict", "typographic", "letters", "folded"}));
    parser.add_flag("--join-hyphens", options_.joins_hyphens,
                    "A hyphen between letters does not count, nor does the line break after it");
    parser.add_option("--confusions", limits_.confusions, "How many confusions to show")->capture_default_str();
    parser.add_flag("--documents", shows_documents_, "Show every document, the worst first");
    parser.add_option("--format", format_, "text or json")
        ->transform(one_of(std::map<std::string, Format>{{"text", Format::kText}, {"json", Format::kJson}}))
        ->default_str("text");
    parser.add_option("--html", html_path_, "Write a page with all tables there, too")->type_name("FILE");
    parser.add_option("-j,--jobs", options_.jobs, "Threads; 0 for one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
  }

  ExitCode run(Console& console) override {
    const auto inputs = wanted_inputs();
    if (!inputs) {
      console.complain(inputs.error());
      return exit_code_of(inputs.error());
    }
    const auto view = measure::view_of(view_);
    options_.views = view ? std::vector{*view} : std::vector(measure::kAllViews.begin(), measure::kAllViews.end());

    const Evaluation evaluation = evaluate(*inputs, options_);
    for (const Error& error : evaluation.problems) console.complain(error);
    bool is_complete = evaluation.problems.empty();
    for (const DocumentEvaluation& document : evaluation.documents) {
      if (!document.edits_problem) continue;
      console.complain(*document.edits_problem);
      is_complete = false;
    }
    if (evaluation.documents.empty()) return ExitCode::kPartly;

    if (format_ == Format::kJson) {
      console.out() << to_document(evaluation_json(evaluation));
    } else {
      limits_.documents = shows_documents_ ? std::numeric_limits<std::size_t>::max() : 0;
      console.out() << headline(evaluation) << '\n' << as_text(tables(evaluation, limits_));
    }
    if (!html_path_.empty()) {
      limits_.documents = std::numeric_limits<std::size_t>::max();
      const Status written = write_file(html_path_, evaluation_page(headline(evaluation), tables(evaluation, limits_)));
      if (!written) {
        console.complain(written.error());
        is_complete = false;
      }
    }
    return is_complete ? ExitCode::kDone : ExitCode::kPartly;
  }

 private:
  Result<EvalInputs> wanted_inputs() const {
    const bool has_folders = !truth_.empty() || !output_.empty() || !before_.empty();
    if (!has_folders) return named_inputs(files_, are_triples_);
    if (!files_.empty() || are_triples_)
      return fail(ErrorKind::kUsage, "", "files and folders exclude each other",
                  "name files, or --truth and --output (and --before instead of -3)");
    if (truth_.empty() || output_.empty())
      return fail(ErrorKind::kUsage, "", "folders need both --truth and --output", "see emend eval --help");
    return paired_inputs(truth_, output_, before_);
  }

  std::vector<std::string> files_;
  bool are_triples_ = false;
  std::string truth_;
  std::string output_;
  std::string before_;
  std::string view_;
  std::string html_path_;
  EvalOptions options_;
  TableLimits limits_;
  bool shows_documents_ = false;
  Format format_ = Format::kText;
};

}  // namespace

std::unique_ptr<Command> make_eval_command() { return std::make_unique<EvalCommand>(); }

}  // namespace emend::cli
