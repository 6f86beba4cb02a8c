// emend rules [ID]: what rules there are and what each is for.
#include <algorithm>
#include <ostream>
#include <vector>

#include <fmt/format.h>

#include "check/rule_names.h"
#include "cli/command.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {"rules", "List the rules, or tell what one of them is for",
                               "  emend rules\n  emend rules spaced-hyphen-in-compound"};

std::string_view applicability_words(edit::Applicability applicability) {
  return applicability == edit::Applicability::kAutomatic ? "applied automatically" : "only proposed";
}

class RulesCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override { parser.add_option("id", id_, "The rule to tell about"); }

  ExitCode run(Console& console) override {
    if (id_.empty()) {
      list(console, check::all_rule_infos());
      return ExitCode::kDone;
    }
    const auto found = check::find_rule(id_);
    if (!found) {
      console.complain({ErrorKind::kUsage, id_, "is not a rule",
                        "did you mean " + check::nearest_rule(id_) + "? 'emend rules' lists them all"});
      return ExitCode::kUsage;
    }
    tell(console, *found);
    return ExitCode::kDone;
  }

 private:
  static void list(Console& console, const std::vector<correct::RuleInfo>& infos) {
    std::size_t width = 0;
    for (const correct::RuleInfo& info : infos) width = std::max(width, info.id.size());
    std::string_view group;
    for (const correct::RuleInfo& info : infos) {
      if (info.group != group) console.out() << (group.empty() ? "" : "\n") << info.group << '\n';
      group = info.group;
      console.out() << "  " << console.styled_out(Style::kBold, fmt::format("{:<{}}", info.id, width)) << "  "
                    << info.summary
                    << (!info.on_request.empty()                                ? fmt::format(" ({})", info.on_request)
                        : info.applicability == edit::Applicability::kAutomatic ? ""
                                                                                : " (proposed)")
                    << '\n';
    }
  }

  static void tell(Console& console, const correct::RuleInfo& info) {
    console.out() << console.styled_out(Style::kBold, info.id) << " (" << info.group << ", "
                  << applicability_words(info.applicability)
                  << (info.on_request.empty() ? "" : fmt::format(", only with {}", info.on_request)) << ")\n\n"
                  << info.summary << ".\n\n"
                  << info.why << "\n\n  before  " << info.example_before << "\n  after   " << info.example_after
                  << '\n';
  }

  std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_rules_command() { return std::make_unique<RulesCommand>(); }

}  // namespace emend::cli
