// emend review DIR: a person decides.
#include <algorithm>
#include <filesystem>
#include <iostream>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/undo_flags.h"
#include "cli/wording.h"
#include "pipeline/decide_again.h"
#include "review/crop_folder.h"
#include "review/queue_order.h"
#include "review/tty_review.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

constexpr CommandInfo kInfo = {
    "review", "Decide about proposed changes, one by one",
    "DIR is what 'emend restore' wrote, one document or many. The keys are those of git add -p: y yes, n no, e edit, a "
    "yes "
    "to all of this rule, q quit, ? help. Each decision is on the disk at once, in decisions.jsonl; the files of the "
    "document are made anew at its end, and later runs follow the decisions. --undo takes all changes of a rule back "
    "and --redo gives them back, without a question.\n\n"
    "  emend review restored/minutes --tty\n"
    "  emend review restored --undo line-end-hyphen"};

// Folders with a result: DIR itself, or those below it, sorted.
std::vector<fs::path> result_folders(const fs::path& folder) {
  std::error_code error;
  if (fs::is_regular_file(folder / pipeline::kRunRecordName, error)) return {folder};
  std::vector<fs::path> folders;
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error))
    if (it->path().filename() == pipeline::kRunRecordName) folders.push_back(it->path().parent_path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

class ReviewCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("dir", folder_, "What 'emend restore' wrote")->required();
    parser.add_flag("--tty", uses_terminal_, "Decide in this terminal");
    parser.add_flag("--applied", includes_applied_, "Ask about changes that were applied automatically, too");
    parser.add_option("--by", reviewer_, "The reviewer's name in decisions.jsonl")->type_name("NAME");
    undo_.declare_undo(parser);
    undo_.declare_redo(parser);
  }

  ExitCode run(Console& console) override {
    if (const Status known = undo_.check(); !known) {
      console.complain(known.error());
      return ExitCode::kUsage;
    }
    if (!uses_terminal_ && !undo_.is_asked_for()) {
      console.complain({ErrorKind::kUsage, "", "the review in a browser is not part of this version", "use --tty"});
      return ExitCode::kUsage;
    }
    const auto folders = result_folders(folder_);
    if (folders.empty()) {
      console.complain({ErrorKind::kMissing, folder_, "holds no result of emend", "run 'emend restore' into it first"});
      return ExitCode::kUsage;
    }
    bool has_failed = false;
    if (undo_.is_asked_for()) {
      for (const fs::path& folder : folders) {
        const auto line = undo_.apply(folder, reviewer_.empty() ? reviewer_name() : reviewer_, report::all_writers(),
                                      correct::all_rules());
        if (line)
          console.say(text::visible(folder.string()) + ": " + *line);
        else
          console.complain(line.error());
        has_failed = has_failed || !line;
      }
      if (!uses_terminal_) return has_failed ? ExitCode::kPartly : ExitCode::kDone;
    }
    for (const fs::path& folder : folders) {
      const auto summary = review(console, folder);
      if (!summary) {
        console.complain(summary.error());
        has_failed = true;
      } else if (summary->was_quit) {
        break;
      }
    }
    return has_failed ? ExitCode::kPartly : ExitCode::kDone;
  }

 private:
  Result<review::ReviewSummary> review(Console& console, const fs::path& folder) const {
    const auto stored = pipeline::load_result(folder);
    if (!stored) return fail(stored.error());
    const document::Document& document = stored->loaded.document;

    review::ReviewOptions options;
    options.raw_text = document.raw.text();
    options.reviewer = reviewer_.empty() ? reviewer_name() : reviewer_;
    options.include_applied = includes_applied_;
    options.use_colour = console.out_has_color();
    review::CropFolder crops(document, stored->loaded.scans.loader(), folder / "crops");
    if (stored->loaded.scans.has_scan())
      options.crop_of = [&](const store::ChangeRecord& record) { return crops.crop_of(record); };

    console.out() << console.styled_out(Style::kBold, text::visible(document.name)) << '\n';
    const auto records = review::in_queue_order(stored->records, document);
    auto summary =
        review::review_document(records, folder / pipeline::kDecisionsName, std::cin, console.out(), options);
    if (!summary) return summary;
    if (summary->decided() > 0) {
      const auto outcome = pipeline::decide_again(folder, report::all_writers(), correct::all_rules());
      if (!outcome) return fail(outcome.error());
      console.say(fmt::format("{}: {} accepted, {} rejected; {} applied, {} left open", text::visible(document.name),
                              summary->accepted, summary->rejected, counted(outcome->applied, "change"),
                              outcome->open));
    }
    return summary;
  }

  UndoFlags undo_;
  std::string folder_;
  std::string reviewer_;
  bool uses_terminal_ = false;
  bool includes_applied_ = false;
};

}  // namespace

std::unique_ptr<Command> make_review_command() { return std::make_unique<ReviewCommand>(); }

}  // namespace emend::cli
