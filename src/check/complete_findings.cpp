#include "check/complete_findings.h"

#include <algorithm>
#include <unordered_map>

#include "check/mojibake.h"
#include "check/rule_names.h"
#include "edit/anchor.h"
#include "text/tokens.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::check {
namespace {

constexpr std::size_t kMostShown = 60;
// Shorter words are known by accident.
constexpr std::size_t kFewestLetters = 3;

void add_mojibake(std::string_view text, Findings& findings) {
  Findings more;
  for (Mojibake& found : find_mojibake(text)) {
    // What the rules make of the odd letters would only hide what happened.
    std::erase_if(findings, [&](const Finding& f) { return f.span.overlaps(found.span); });
    Finding finding = plain_finding(kMojibake, text, found.span, "UTF-8 was taken for Windows-1252");
    finding.after = std::move(found.meant);
    finding.has_fix = true;
    finding.probability = finding.fix_probability = 0.99;  // of true texts none had such a run
    more.push_back(std::move(finding));
  }
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Status add_listed(std::string_view text, const std::filesystem::path& path, const Profile& profile,
                  const ListedWords& listed, Findings& findings) {
  auto found = listed.find(text, path, profile.settings());
  if (!found) return fail(found.error());
  for (ListedWord& word : *found) {
    if (overlaps(findings, word.span)) continue;
    Finding finding =
        plain_finding(kListedWord, text, word.span, "“" + text::visible(word.source, kMostShown) + "” calls it wrong");
    finding.after = std::move(word.meant);
    finding.has_fix = !finding.after.empty();
    findings.push_back(std::move(finding));
  }
  return {};
}

// Findings that are no edits get keys as edits have them.
void add_keys(std::string_view text, Findings& findings) {
  std::vector<edit::Edit> edits;
  std::vector<Finding*> owners;
  for (Finding& finding : findings) {
    if (!finding.key.empty()) continue;
    edit::Edit edit;
    edit.span = finding.span;
    edit.before = finding.before;
    edit.after = finding.after;
    edits.push_back(std::move(edit));
    owners.push_back(&finding);
  }
  const std::vector<std::string> keys = edit::anchor_keys(text, edits);
  for (std::size_t i = 0; i < keys.size(); ++i) owners[i]->key = keys[i];
}

// Beside a hyphen at the end of a line.
bool is_half_of_a_word(std::string_view text, text::Span word) {
  if (word.end < text.size() && text[word.end] == '-') return true;
  return word.begin >= 2 && text[word.begin - 1] == '\n' && text[word.begin - 2] == '-';
}

}  // namespace

Finding plain_finding(std::string_view rule, std::string_view text, text::Span span, std::string message) {
  Finding finding;
  finding.rule = rule;
  finding.message = std::move(message);
  finding.span = span;
  finding.before = span.of(text);
  return finding;
}

bool overlaps(const Findings& findings, text::Span span) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& f) { return f.span.overlaps(span) || f.span == span; });
}

Findings findings_of(const edit::DecidedEdits& edits) {
  Findings findings;
  findings.reserve(edits.size());
  for (const edit::DecidedEdit& decided : edits) {
    const edit::Edit& edit = decided.edit;
    Finding finding;
    finding.rule = edit.rule;
    finding.message = edit.reason;
    finding.is_safe = edit.applicability == edit::Applicability::kAutomatic;
    finding.level = finding.is_safe ? Level::kError : Level::kWarning;
    finding.span = edit.span;
    finding.before = edit.before;
    finding.after = edit.after;
    finding.has_fix = true;
    finding.probability = finding.fix_probability = edit.probability;
    finding.key = decided.decision.key;
    findings.push_back(std::move(finding));
  }
  return findings;
}

Status complete_findings(std::string_view text, const std::filesystem::path& path, const Profile& profile,
                         Findings& findings) {
  const auto& tools = profile.tools();
  if (!tools) return fail(tools.error());
  const double least = profile.settings().policy.min_confidence;
  std::erase_if(findings, [&](const Finding& finding) { return finding.probability < least; });
  for (Finding& finding : findings)
    if (finding.has_fix && finding.fix_probability < least) {  // a fault it is, but this may not be its repair
      finding.has_fix = finding.is_safe = false;
      finding.level = Level::kWarning;
    }
  if (profile.rules().wants(kMojibake)) add_mojibake(text, findings);
  if (profile.rules().wants(kListedWord))
    if (const Status added = add_listed(text, path, profile, tools->listed, findings); !added)
      return fail(added.error());
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  add_keys(text, findings);
  return {};
}

double expected_errors(std::string_view text, const Findings& findings, const Profile& profile) {
  double sum = 0;
  for (const Finding& finding : findings) sum += finding.probability;
  const auto& tools = profile.tools();
  if (!tools || tools->workshop->word_repair() != nullptr || !profile.rules().wants(kQuality)) return sum;
  std::unordered_map<std::string_view, bool> known;  // dictionaries are slow
  for (const text::Token& token : text::tokenise(text)) {
    const std::string_view word = token.span.of(text);
    if (token.kind != text::TokenKind::kWord || text::count_code_points(word) < kFewestLetters ||
        text::casing_of(word) != text::Casing::kLower)
      continue;
    if (is_half_of_a_word(text, token.span)) continue;
    const auto [entry, is_new] = known.try_emplace(word, true);
    if (is_new) entry->second = tools->workshop->knows(word);
    if (!entry->second) ++sum;
  }
  return sum;
}

}  // namespace emend::check
