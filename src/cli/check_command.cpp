// emend check PATH...: finds what is not clean; changes nothing.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "base/json.h"
#include "cli/command.h"
#include "cli/settings_flags.h"
#include "cli/text_run.h"
#include "cli/wording.h"
#include "pipeline/input.h"
#include "store/change_file.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {
    "check", "Find what is not clean in OCR text; change nothing",
    "A finding a line: FILE:LINE:COLUMN: RULE what is wrong. Lines and columns count from 1, columns in characters. "
    "The exit "
    "code is 1 where there is any. --format json gives the findings as in changes.jsonl, each with its file.\n\n"
    "  emend check corpus/"};

enum class Format { kText, kJson };

class CheckCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("path", paths_, "Text files and folders of them; - for standard input")->required();
    parser.add_option("--format", format_, "text or json")
        ->transform(one_of(std::map<std::string, Format>{{"text", Format::kText}, {"json", Format::kJson}}))
        ->default_str("text");
    parser.add_flag("--exit-zero", exits_zero_, "Exit with 0 even where there are findings");
    flags_.declare_for_text(parser);
  }

  ExitCode run(Console& console) override {
    const auto settings = flags_.settings();
    if (!settings) return complain(console, settings.error());
    const auto workshop = pipeline::Workshop::open(*settings);
    if (!workshop) {
      console.complain(workshop.error());
      return exit_code_of_setup(workshop.error());
    }

    std::size_t files = 0;
    std::size_t findings = 0;
    std::size_t skipped = 0;
    bool has_failed = false;
    for (const std::string& file : files_to_check(console, skipped, has_failed)) {
      const auto text = correct_file(file, *settings, **workshop);
      if (!text) {
        console.complain(text.error());
        has_failed = true;
        continue;
      }
      ++files;
      for (const Problem& problem : text->loaded.problems) console.report(file, problem);
      for (const auto& record : store::change_records(text->loaded.document, text->correction.edits)) {
        print(console, file, record);
        ++findings;
      }
    }
    std::string last = counted(files, "file") + " checked, " + counted(findings, "finding");
    if (skipped > 0) last += ", " + counted(skipped, "scan") + " passed over";
    console.say(last);
    if (has_failed) return ExitCode::kPartly;
    return findings > 0 && !exits_zero_ ? ExitCode::kFindings : ExitCode::kDone;
  }

 private:
  static ExitCode complain(Console& console, const Error& error) {
    console.complain(error);
    return ExitCode::kUsage;  // before the first input: settings, models or dictionaries, missing or damaged
  }

  std::vector<std::string> files_to_check(Console& console, std::size_t& skipped, bool& has_failed) const {
    std::vector<std::string> named;
    std::vector<std::string> files;
    for (const std::string& path : paths_) (path == "-" ? files : named).push_back(path);
    const auto found = pipeline::find_inputs(named, {});
    for (const auto& [name, problem] : found.problems) {
      console.report(name, problem);
      has_failed = has_failed || problem.severity == Severity::kFailure;
    }
    for (const pipeline::Input& input : found.inputs) {
      if (pipeline::is_scan(input.path).value_or(false))
        ++skipped;
      else
        files.push_back(input.path.string());
    }
    return files;
  }

  void print(Console& console, const std::string& file, const store::ChangeRecord& record) const {
    const edit::Edit& edit = record.change.edit;
    if (format_ == Format::kJson) {
      Json finding;
      finding["file"] = file;
      finding.update(parse_json(store::changes_to_jsonl({record}), file).value_or(Json::object()));
      console.out() << to_line(finding) << '\n';
      return;
    }
    console.out() << console.styled_out(Style::kBold,
                                        fmt::format("{}:{}:{}:", text::visible(file), record.line, record.column))
                  << ' ' << console.styled_out(Style::kYellow, edit.rule) << ' '
                  << fmt::format("'{}' -> '{}': {}", text::visible(edit.before, 80), text::visible(edit.after, 80),
                                 text::visible(edit.reason))
                  << (edit.applicability == edit::Applicability::kAutomatic ? "" : " (proposed)") << '\n';
  }

  SettingsFlags flags_;
  std::vector<std::string> paths_;
  Format format_ = Format::kText;
  bool exits_zero_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace emend::cli
