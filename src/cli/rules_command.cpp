// emend rules [ID]: what rules there are and what each is for.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/command.h"
#include "correct/rule.h"

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
    const auto rules = correct::all_rules();
    if (id_.empty()) {
      list(console, rules);
      return ExitCode::kDone;
    }
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule->info().id == id_; });
    if (found == rules.end()) {
      console.complain({ErrorKind::kUsage, id_, "is not a rule", "'emend rules' lists them all"});
      return ExitCode::kUsage;
    }
    tell(console, (*found)->info());
    return ExitCode::kDone;
  }

 private:
  static void list(Console& console, const correct::RuleSet& rules) {
    std::size_t width = 0;
    for (const auto& rule : rules) width = std::max(width, rule->info().id.size());
    std::string_view group;
    for (const auto& rule : rules) {
      const auto& info = rule->info();
      if (info.group != group) console.out() << (group.empty() ? "" : "\n") << info.group << '\n';
      group = info.group;
      console.out() << "  " << console.styled_out(Style::kBold, fmt::format("{:<{}}", info.id, width)) << "  "
                    << info.summary << (info.applicability == edit::Applicability::kAutomatic ? "" : " (proposed)")
                    << '\n';
    }
  }

  static void tell(Console& console, const correct::RuleInfo& info) {
    console.out() << console.styled_out(Style::kBold, info.id) << " (" << info.group << ", "
                  << applicability_words(info.applicability) << ")\n\n"
                  << info.summary << ".\n\n"
                  << info.why << "\n\n  before  " << info.example_before << "\n  after   " << info.example_after
                  << '\n';
  }

  std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_rules_command() { return std::make_unique<RulesCommand>(); }

}  // namespace emend::cli
