#include "check/check_layout.h"

#include <algorithm>
#include <map>

#include "check/complete_findings.h"
#include "check/fault_confidence.h"
#include "check/inline_marks.h"
#include "check/unknown_words.h"
#include "pipeline/correct_document.h"
#include "pipeline/load_document.h"
#include "store/change_file.h"
#include "store/layout/layout_rewrite.h"

namespace emend::check {
namespace {

using store::LayoutFile;

struct LayoutCheck {
  pipeline::Loaded loaded;
  CheckedText checked;
  std::map<std::string, text::Span> spans;  // of the raw text, by the keys of the findings

  const LayoutFile& file() const { return *loaded.layout; }
};

bool is_within_line(const Finding& finding) {
  return finding.before.find('\n') == std::string::npos && finding.after.find('\n') == std::string::npos;
}

// The findings as changes of the raw text.
edit::DecidedEdits changes_of(const Findings& findings, const std::map<std::string, text::Span>& spans) {
  edit::DecidedEdits changes;
  for (const Finding& finding : findings) {
    edit::DecidedEdit change;
    change.edit.span = spans.at(finding.key);
    change.edit.before = finding.before;
    change.edit.after = finding.after;
    change.decision.verdict = edit::Verdict::kAccepted;
    changes.push_back(std::move(change));
  }
  return changes;
}

// Which findings can be repaired in the file.
Status judge_fixes(LayoutCheck& check, const std::filesystem::path& path) {
  Findings& findings = check.checked.findings;
  const document::RawText& raw = check.loaded.document.raw;
  const auto rewritten = store::rewrite_in_place(check.file(), raw, changes_of(findings, check.spans), path.string());
  const auto refuse = [](Finding& finding, const std::string& why) {
    finding.has_fix = false;
    finding.message += " (not to be repaired in the file: " + why + ")";
  };
  if (!rewritten) {
    for (Finding& finding : findings)
      if (finding.has_fix) refuse(finding, "it " + rewritten.error().what);
    return {};
  }
  for (const store::LeftInFile& left : rewritten->left)
    if (findings[left.edit].has_fix) refuse(findings[left.edit], left.why);
  return {};
}

void set_page(const LayoutCheck& check, text::Span span, Finding& finding) {
  const document::Document& document = check.loaded.document;
  const auto [first, last] = store::places_of_change(document, span);
  for (std::size_t i = first; i < last; ++i) {
    const document::WordPlace& place = document.raw.places()[i];
    const document::Page& page = document.pages[place.page];
    if (finding.page != 0 && finding.page != page.number) break;
    finding.page = page.number;
    finding.image = check.file().images[place.page];
    finding.box = united(finding.box, document::word_at(document, place).box);
  }
}

// From the text that was put together to the file.
void move_into_file(const LayoutCheck& check, Finding& finding) {
  const text::Span in_text = finding.span;
  set_page(check, in_text, finding);
  const document::RawText& raw = check.loaded.document.raw;
  finding.span = store::place_in_file(check.file(), raw, in_text).value_or(text::Span{});
  const auto [first, last] = raw.places_in(in_text);
  const bool is_one_place = last == first + 1 && check.file().words[first].copies.empty();
  finding.is_plain_fix = is_one_place && finding.span.of(check.file().source.text) == finding.before &&
                         finding.after.find_first_of("<>&\"'") == std::string::npos;
}

void move_into_file(const LayoutCheck& check, std::size_t size, const PlaceFinder& places, Use& use) {
  if (use.count == 0) return;
  const auto place = store::place_in_file(check.file(), check.loaded.document.raw, {use.offset, use.offset + size});
  use.offset = place ? place->begin : 0;
  use.place = places.place_of(use.offset);
}

Result<LayoutCheck> check_in_detail(std::string_view bytes, const std::filesystem::path& path, const Profile& profile) {
  LayoutCheck check;
  pipeline::Settings settings = profile.settings();
  settings.pages = {};
  auto loaded = pipeline::load_layout(bytes, path.string(), settings);
  if (!loaded) return fail(loaded.error());
  check.loaded = std::move(*loaded);
  const document::Document& document = check.loaded.document;
  const auto& tools = profile.tools();
  if (!tools) return fail(tools.error());
  const auto lexicon = (*tools).workshop->lexicon_for(document, path);
  if (!lexicon) return fail(lexicon.error());
  Findings findings = findings_of(pipeline::correct_alone(document, **lexicon, settings, *(*tools).workshop).edits);
  std::erase_if(findings, [](const Finding& finding) { return !is_within_line(finding); });
  if (tools->screen != nullptr) {
    const std::string_view text = document.raw.text();
    const auto is_word = [&](std::string_view word) { return tools->workshop->knows(word); };
    const Screened screened = tools->screen->look_at(text, is_word, false);
    if (is_full_of_faults(screened)) add_unknown_words(text, profile, *tools, findings);
    set_fault_confidences(screened.words, findings);
  }
  if (const Status completed = complete_findings(document.raw.text(), path, profile, findings); !completed)
    return fail(completed.error());

  CheckedText& checked = check.checked;
  checked.findings = std::move(findings);
  checked.problems = check.loaded.problems;
  checked.encoding = check.file().source.encoding;
  checked.had_bom = check.loaded.had_bom;
  for (const Finding& finding : checked.findings) check.spans[finding.key] = finding.span;
  if (const Status judged = judge_fixes(check, path); !judged) return fail(judged.error());

  const std::string& source = check.file().source.text;
  const PlaceFinder places(source);
  checked.facts = gather_facts(document.raw.text(), PlaceFinder(document.raw.text()));
  for (auto& [name, use] : checked.facts.names) move_into_file(check, name.size(), places, use);
  for (auto& [number, use] : checked.facts.folios) move_into_file(check, 0, places, use);
  for (Use& use : checked.facts.habits) move_into_file(check, 0, places, use);
  checked.facts.expected_errors = expected_errors(document.raw.text(), checked.findings, profile);
  checked.words = checked.facts.words;
  checked.text_bytes = source.size();
  checked.line_ends = static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n'));

  const InlineMarks marks = InlineMarks::find(source, path);
  for (Finding& finding : checked.findings) {
    move_into_file(check, finding);
    places.set_places(finding);
    finding.is_marked = marks.ignores(finding);
  }
  add_problems_of(marks, checked.problems);
  std::stable_sort(checked.findings.begin(), checked.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  return check;
}

}  // namespace

Result<CheckedText> check_layout(std::string_view bytes, const std::filesystem::path& path, const Profile& profile) {
  auto check = check_in_detail(bytes, path, profile);
  if (!check) return fail(check.error());
  return std::move(check->checked);
}

Result<FixedText> fix_layout(std::string_view bytes, const std::filesystem::path& path, const Profile& profile,
                             const Filter& filter, bool wants_unsafe) {
  FixedText fixed;
  fixed.bytes = bytes;
  for (int round = 0;; ++round) {
    auto check = check_in_detail(fixed.bytes, path, profile);
    if (!check) return fail(check.error());
    Findings told = check->checked.findings;
    filter(told);
    fixed.text = check->file().source.text;
    if (round == 0) fixed.before_text = fixed.text;
    Findings wanted;
    for (const Finding& finding : told)
      if (is_applied(finding, wants_unsafe)) wanted.push_back(finding);
    fixed.left = std::move(check->checked);
    if (wanted.empty() || round == kMostFixRounds) return fixed;
    const auto changes = changes_of(wanted, check->spans);
    auto written = store::rewrite_in_place(check->file(), check->loaded.document.raw, changes, path.string());
    if (!written) return fail(written.error());
    if (written->left.size() == wanted.size()) return fixed;
    fixed.applied += wanted.size() - written->left.size();
    fixed.bytes = std::move(written->bytes);
  }
}

Result<CheckedText> check_bytes(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                const Profile& profile) {
  return is_layout(kind) ? check_layout(bytes, path, profile) : check_text(bytes, path, profile);
}

}  // namespace emend::check
