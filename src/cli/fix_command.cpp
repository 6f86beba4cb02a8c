// emend fix [FILE...]: OCR text in, clean text out.
#include <algorithm>
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/settings_flags.h"
#include "cli/text_run.h"
#include "cli/undo_flags.h"
#include "cli/wording.h"
#include "store/layout/layout_rewrite.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {
    "fix", "Repair OCR text: from files or standard input to standard output",
    "Without FILE, or with -, reads standard input. With --write the files are replaced, all at once or not at all; "
    "with --diff only the changes are shown, and the exit code is 1 where there are any. Of hOCR, ALTO and PAGE the "
    "text "
    "comes out; with --write, words are replaced where they stand and everything else in the file stays.\n\n"
    "  emend fix < minutes.txt > clean.txt\n"
    "  emend fix --diff minutes.txt\n"
    "  emend fix --write --changes changes.jsonl minutes.txt"};

class FixCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("file", files_, "OCR text, hOCR, ALTO or PAGE; - for standard input");
    parser.add_flag("--diff", shows_diff_, "Show the changes as a unified diff instead of the text");
    parser.add_flag("-w,--write", replaces_files_, "Replace the files");
    parser.add_option("--changes", changes_path_, "Write every proposed change there, one JSON object a line")
        ->type_name("FILE");
    parser.add_option("--report", report_path_, "Write an HTML report there")->type_name("FILE");
    flags_.declare_for_text(parser);
    undo_.declare_undo(parser);
  }

  ExitCode run(Console& console) override {
    if (const auto wrong = wrong_use()) return complain(console, *wrong);
    auto settings = flags_.settings();
    if (!settings) return complain(console, settings.error());
    settings->policy.undone_rules = undo_.undone();
    const auto workshop = pipeline::Workshop::open(*settings);
    if (!workshop) {
      console.complain(workshop.error());
      return exit_code_of_setup(workshop.error());
    }

    bool has_failed = false;
    bool has_changes = false;
    for (const std::string& file : files_.empty() ? std::vector<std::string>{"-"} : files_) {
      const auto text = correct_file(file, *settings, **workshop);
      const Status written = text ? write(console, file, *text, **workshop) : Status(fail(text.error()));
      if (!written) {
        console.complain(written.error());
        has_failed = true;
        continue;
      }
      const auto& edits = text->correction.edits;
      has_changes =
          has_changes || std::any_of(edits.begin(), edits.end(), [](const auto& e) { return e.is_accepted(); });
      for (const Problem& problem : text->loaded.problems) console.report(file, problem);
      tell(console, file, edits);
    }
    if (has_failed) return ExitCode::kPartly;
    return shows_diff_ && has_changes ? ExitCode::kFindings : ExitCode::kDone;
  }

 private:
  static ExitCode complain(Console& console, const Error& error) {
    console.complain(error);
    return ExitCode::kUsage;  // before the first input: settings, models or dictionaries, missing or damaged
  }

  std::optional<Error> wrong_use() const {
    const bool reads_stdin = files_.empty() || std::find(files_.begin(), files_.end(), "-") != files_.end();
    if (replaces_files_ && shows_diff_)
      return Error{ErrorKind::kUsage, "", "--write and --diff exclude each other", "use one of them"};
    if (replaces_files_ && reads_stdin)
      return Error{ErrorKind::kUsage, "", "--write needs files, not standard input", "name the files"};
    if (files_.size() > 1 && (!changes_path_.empty() || !report_path_.empty()))
      return Error{ErrorKind::kUsage, "", "--changes and --report are for one file",
                   "use 'emend restore' for many files"};
    // A slip of the fingers must not cost a text: what is replaced has been written by such a run.
    if (holds_something_else(changes_path_, '{'))
      return Error{ErrorKind::kUsage, changes_path_, "is there already and holds no changes, so it is not replaced",
                   "name another file for --changes"};
    if (holds_something_else(report_path_, '<'))
      return Error{ErrorKind::kUsage, report_path_, "is there already and is no report, so it is not replaced",
                   "name another file for --report"};
    return std::nullopt;
  }

  // Whether a file is there that begins with something other than this.
  static bool holds_something_else(const std::string& path, char first) {
    bool is_other = false;
    if (path.empty()) return false;
    const Status read = read_in_pieces(path, [&](std::string_view piece) {
      is_other = !piece.empty() && piece.front() != first;
      return false;
    });
    return read && is_other;
  }

  Status write(Console& console, const std::string& file, const CorrectedText& text,
               const pipeline::Workshop& workshop) const {
    // A file keeps its encoding, and a guess may lose what it misreads.
    if (replaces_files_ && !text.loaded.layout &&
        (text.loaded.document.encoding != "UTF-8" || !text.loaded.is_encoding_certain))
      return fail(ErrorKind::kUnreadable, file,
                  "is not in UTF-8, so it is not replaced: read as " + text.loaded.document.encoding,
                  "convert it with iconv first, or leave --write out and send the text to another file");
    const report::ReportInput input{text.loaded.document, text.correction.edits, text.correction.clean,
                                    workshop.rules(),     text.loaded.problems,  {}};
    for (const auto& [path, name] :
         {std::pair{changes_path_, "changes.jsonl"}, std::pair{report_path_, "report.html"}}) {
      if (path.empty()) continue;
      const auto bytes = workshop.writer_of(name).write(input);
      if (!bytes) return fail(bytes.error());
      if (Status written = write_file(path, *bytes); !written) return written;
    }
    if (shows_diff_) {
      const auto diff = workshop.writer_of("changes.diff").write(input);
      if (!diff) return fail(diff.error());
      console.out() << *diff;
      return {};
    }
    if (!replaces_files_) {
      console.out() << text.correction.clean.text;
      return {};
    }
    if (text.loaded.layout) return write_in_place(console, file, text);
    if (text.correction.clean.applied.empty()) return {};  // nothing to repair: the file keeps its bytes and its date
    return write_file(file, (text.loaded.had_bom ? "\xEF\xBB\xBF" : "") + text.correction.clean.text);
  }

  // Words of hOCR, ALTO and PAGE are replaced where they stand.
  static Status write_in_place(Console& console, const std::string& file, const CorrectedText& text) {
    edit::DecidedEdits edits = text.correction.edits;
    for (edit::DecidedEdit& change : edits)  // where lines end is the page's own
      if (change.edit.before.find('\n') != std::string::npos) change.decision.verdict = edit::Verdict::kOpen;
    const auto rewritten = store::rewrite_in_place(*text.loaded.layout, text.loaded.document.raw, edits, file);
    if (!rewritten) return fail(rewritten.error());
    if (!rewritten->left.empty()) {
      std::map<std::string, std::size_t> reasons;
      for (const store::LeftInFile& left : rewritten->left) ++reasons[left.why];
      std::string told;
      for (const auto& [why, count] : reasons) told += fmt::format("{}{} ({})", told.empty() ? "" : "; ", why, count);
      console.report(file, {Severity::kWarning,
                            {ErrorKind::kUnwritable, "",
                             counted(rewritten->left.size(), "change") + " cannot be made in the file itself: " + told,
                             "without --write you get the text with all of them"},
                            0});
    }
    return rewritten->changed_words == 0 ? Status() : write_file(file, rewritten->bytes);
  }

  static void tell(Console& console, const std::string& file, const edit::DecidedEdits& edits) {
    const auto applied = std::count_if(edits.begin(), edits.end(), [](const auto& e) { return e.is_accepted(); });
    const auto open = static_cast<std::ptrdiff_t>(edits.size()) - applied;
    if (applied + open == 0) return;
    console.say(fmt::format("{}: {} applied, {} left open", file == "-" ? "standard input" : text::visible(file),
                            counted(static_cast<std::size_t>(applied), "change"), open));
  }

  SettingsFlags flags_;
  UndoFlags undo_;
  std::vector<std::string> files_;
  std::string changes_path_;
  std::string report_path_;
  bool shows_diff_ = false;
  bool replaces_files_ = false;
};

}  // namespace

std::unique_ptr<Command> make_fix_command() { return std::make_unique<FixCommand>(); }

}  // namespace emend::cli
