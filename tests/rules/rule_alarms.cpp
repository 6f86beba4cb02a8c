// Which rules would change texts that are known to be right: rule_alarms FILE... (docs/howto/add-a-rule.md).
//
// Prints every automatic edit with its line, then a count per rule and the automatic edits per 1000 words. Not a test:
// it needs data that is not in the repository.
#include <fmt/format.h>

#include <map>

#include "base/file.h"
#include "correct/propose.h"
#include "lexicon/make_lexicon.h"
#include "rules/invariants.h"
#include "text/encoding.h"
#include "text/line_index.h"
#include "text/visible.h"

namespace {

using namespace emend;

std::string context_of(const std::string& text, text::Span span) {
  const text::LineIndex lines(text);
  return text::visible(lines.line_span(lines.line_of(span.begin)).of(text), 120);
}

}  // namespace

int main(int argc, char** argv) {
  const correct::RuleSet rules = correct::all_rules();
  std::map<std::string, std::pair<int, int>> counts;  // automatic and proposed
  std::size_t words = 0;
  int automatic = 0;
  for (int i = 1; i < argc; ++i) {
    const auto bytes = read_file(argv[i]);
    const auto decoded = bytes ? text::decode_text(*bytes, argv[i]) : fail(bytes.error());
    if (!decoded) {
      fmt::print(stderr, "{}: {}\n", argv[i], decoded.error().what);
      continue;
    }
    for (const text::Token& token : text::tokenise(decoded->text)) words += text::is_wordlike(token.kind) ? 1 : 0;
    for (const edit::Edit& edit : rules_test::edits_of(decoded->text, rules)) {
      const bool is_automatic = edit.applicability == edit::Applicability::kAutomatic;
      ++(is_automatic ? counts[edit.rule].first : counts[edit.rule].second);
      if (!is_automatic) continue;
      ++automatic;
      fmt::print("{} {}\n    {}\n", argv[i], rules_test::shown(edit), context_of(decoded->text, edit.span));
    }
  }
  for (const auto& [rule, count] : counts)
    fmt::print("{:28} {:6} automatic {:6} proposed\n", rule, count.first, count.second);
  fmt::print("{} words, {:.4f} automatic edits per 1000\n", words,
             words == 0 ? 0.0 : 1000.0 * automatic / static_cast<double>(words));
}
