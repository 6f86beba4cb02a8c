#include "check/check_text.h"

#include <algorithm>

#include "check/document_findings.h"
#include "check/inline_marks.h"
#include "check/rule_names.h"
#include "pipeline/load_document.h"

namespace emend::check {

Result<CheckedText> check_text(std::string_view bytes, const std::filesystem::path& path, const Profile& profile) {
  auto loaded = pipeline::load_text(bytes, path.string());
  if (!loaded) return fail(loaded.error());
  auto findings = document_findings(loaded->document, path, profile);
  if (!findings) return fail(findings.error());

  CheckedText checked;
  const std::string_view text = loaded->document.raw.text();
  checked.encoding = loaded->document.encoding;
  checked.had_bom = loaded->had_bom;
  checked.is_encoding_certain = loaded->is_encoding_certain;
  checked.problems = std::move(loaded->problems);
  checked.findings = std::move(*findings);
  const PlaceFinder places(text);
  for (Finding& finding : checked.findings) places.set_places(finding);
  const InlineMarks marks = InlineMarks::find(text, path);
  for (Finding& finding : checked.findings) finding.is_marked = marks.ignores(finding);
  for (const auto& [line, rule] : marks.unknown_rules())
    checked.problems.push_back(
        {Severity::kWarning,
         {ErrorKind::kUsage, "line " + std::to_string(line), "a mark names '" + rule + "', which is not a rule",
          "did you mean '" + nearest_rule(rule) + "'?"},
         0});
  checked.text_bytes = text.size();
  checked.line_ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  checked.facts = gather_facts(text, places);
  checked.words = checked.facts.words;
  checked.facts.expected_errors = expected_errors(checked.findings);
  return checked;
}

}  // namespace emend::check
