// emend explain CHANGE: why a change was made, or proposed.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include <fmt/format.h>

#include "base/file.h"
#include "cli/command.h"
#include "cli/explain_text.h"
#include "correct/proposers.h"
#include "edit/candidates.h"
#include "store/change_file.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

constexpr CommandInfo kInfo = {"explain", "Tell why a change was made or proposed",
                               "CHANGE is the id of a change, or its first letters, as changes.jsonl, report.html and "
                               "review show it. It is looked for "
                               "in every changes.jsonl below DIR.\n\n"
                               "  emend explain 3f9c2a71 --in restored"};

struct Found {
  fs::path file;
  store::ChangeRecord record;
};

std::string_view verdict_words(const edit::DecidedEdit& change) {
  switch (change.decision.verdict) {
    case edit::Verdict::kAccepted: return "applied";
    case edit::Verdict::kRejected: return "rejected";
    case edit::Verdict::kOpen: break;
  }
  return "left open for a person";
}

class ExplainCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    parser.add_option("change", id_, "The change's id, or how it begins")->required();
    parser.add_option("--in", folder_, "Where the results are")->capture_default_str()->type_name("DIR");
  }

  ExitCode run(Console& console) override {
    bool has_failed = false;
    const std::vector<Found> found = search(console, has_failed);
    if (found.empty()) {
      console.complain(
          {ErrorKind::kUsage, id_, "no change of that id below " + folder_, "name the results' folder with --in"});
      return has_failed ? ExitCode::kPartly : ExitCode::kUsage;
    }
    for (const Found& one : found) explain(console, one);
    return ExitCode::kDone;
  }

 private:
  std::vector<Found> search(Console& console, bool& has_failed) const {
    std::vector<fs::path> files;
    std::error_code error;
    if (fs::is_regular_file(folder_, error)) files.emplace_back(folder_);
    for (fs::recursive_directory_iterator it(folder_, fs::directory_options::skip_permission_denied, error), end;
         !error && it != end; it.increment(error))
      if (it->path().filename() == "changes.jsonl") files.push_back(it->path());
    std::sort(files.begin(), files.end());

    std::vector<Found> found;
    for (const fs::path& file : files) {
      const auto bytes = read_file(file);
      auto records = bytes ? store::changes_from_jsonl(*bytes, file.string())
                           : Result<std::vector<store::ChangeRecord>>(fail(bytes.error()));
      if (!records) {
        console.complain(records.error());
        has_failed = true;
        continue;
      }
      for (store::ChangeRecord& record : *records)
        if (record.change.decision.key.starts_with(id_)) found.push_back({file, std::move(record)});
    }
    return found;
  }

  static void explain(Console& console, const Found& found) {
    const edit::Edit& edit = found.record.change.edit;
    auto& out = console.out();
    out << console.styled_out(Style::kBold, found.record.change.decision.key) << "  "
        << text::visible(found.file.parent_path().string()) << ", line " << found.record.line << ", column "
        << found.record.column;
    if (found.record.page > 0) out << ", page " << found.record.page;
    if (found.record.page > 0 && found.record.page_line > 0) out << ": line " << found.record.page_line;
    if (found.record.paragraph > 0) out << ", paragraph " << found.record.paragraph;
    out << "\n\n  before  " << console.styled_out(Style::kRed, text::visible(edit.before)) << "\n  after   "
        << console.styled_out(Style::kGreen, text::visible(found.record.change.replacement())) << "\n\n"
        << text::visible(edit.reason) << ".\n"
        << fmt::format(
               "{}, with a probability of {:.3f}; {} by {}.\n",
               edit.applicability == edit::Applicability::kAutomatic ? "May be applied automatically" : "Only proposed",
               edit.probability, verdict_words(found.record.change), text::visible(found.record.change.decision.by));
    if (const std::string table = candidate_table(edit); !table.empty())
      out << '\n' << table << '\n' << text::visible(edit::why_it_won(edit), 400) << '\n';
    for (const edit::Evidence& evidence : edit.evidence)
      out << fmt::format("  {:<16} {}{}\n", text::visible(evidence.source), text::visible(evidence.statement, 400),
                         evidence.weight == 0 ? "" : fmt::format(" ({:+.1f})", evidence.weight));
    if (const auto rule = correct::find_proposer(edit.rule))
      out << '\n' << console.styled_out(Style::kBold, edit.rule) << ": " << rule->summary << ".\n" << rule->why << '\n';
    out << '\n';
  }

  std::string id_;
  std::string folder_ = ".";
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace emend::cli
