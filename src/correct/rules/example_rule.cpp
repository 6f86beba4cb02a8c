// An example to copy: it is in no list, and only its test compiles it. docs/howto/add-a-rule.md tells the steps.

#include "correct/rule.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

// Everything that people are ever told about the rule: help, rule pages and reports are printed from this.
constexpr RuleInfo kInfo = {
    .id = "example-rule",  // the file name with hyphens
    .group = "examples",   // the folder
    .summary = "Write a doubled “the” once",
    .why =
        "A typist who comes back from the end of a line, or a reader who takes a line twice, doubles a short word. "
        "“The the” is never meant, so the second one can go.",
    .example_before = "in the the centre",
    .example_after = "in the centre",
    .applicability = edit::Applicability::kProposed,
};

// How sure the rule is; say what it was measured on, or that it is an estimate. An estimate.
constexpr double kProbability = 0.9;

class ExampleRule final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::vector<text::Token>& tokens = input.tokens;
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
      // Cheap tests first: a rule sees every token of every document, and must stay linear in any of them.
      if (tokens[i].kind != text::TokenKind::kWord || tokens[i + 1].kind != text::TokenKind::kSpace) continue;
      const std::string_view first = tokens[i].span.of(input.text);
      const std::string_view second = tokens[i + 2].span.of(input.text);
      if (second != "the" || text::to_lower(first) != "the") continue;
      edits.push_back(make_edit(kInfo, input, {tokens[i].span.end, tokens[i + 2].span.end}, "",
                                "“the” stands twice in a row", kProbability));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_example_rule() { return std::make_unique<ExampleRule>(); }

}  // namespace emend::correct
