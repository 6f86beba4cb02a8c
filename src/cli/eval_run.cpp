#include "cli/eval_run.h"

#include "base/file.h"
#include "base/parallel.h"
#include "edit/apply.h"
#include "measure/words.h"
#include "store/change_file.h"
#include "text/encoding.h"

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

// Far above any document; larger files are collections, which are to be compared document by document.
constexpr std::uintmax_t kLargestTextBytes = std::uintmax_t{64} << 20;

Result<std::string> read_text(const fs::path& path) {
  const auto bytes = read_file(path, kLargestTextBytes);
  if (!bytes) return fail(bytes.error());
  auto decoded = text::decode_text(*bytes, path.string());
  if (!decoded) return fail(decoded.error());
  return std::move(decoded->text);
}

tl::unexpected<Error> not_of_one_run(const fs::path& changes) {
  return fail(ErrorKind::kUnreadable, changes.string(), "does not belong to the raw.txt and clean.txt beside it",
              "restore the document again; its edits were not judged");
}

// Whether the edits can be applied: their order and their `before` come from a file.
bool fit(std::string_view raw, const edit::DecidedEdits& edits) {
  std::size_t done = 0;
  for (const edit::DecidedEdit& change : edits) {
    if (!change.is_accepted()) continue;
    const text::Span span = change.edit.span;
    if (span.begin < done || span.end < span.begin || span.end > raw.size()) return false;
    if (span.of(raw) != change.edit.before) return false;
    done = span.end;
  }
  return true;
}

Status judge_edits(const fs::path& folder, std::string_view truth, std::string_view clean,
                   const measure::ViewOptions& options, DocumentEvaluation& document) {
  const fs::path changes = folder / "changes.jsonl";
  const auto bytes = read_file(changes);
  if (!bytes) return fail(bytes.error());
  const auto records = store::changes_from_jsonl(*bytes, changes.string());
  if (!records) return fail(records.error());
  const auto raw = read_text(folder / "raw.txt");
  if (!raw) return fail(raw.error());

  edit::DecidedEdits edits;
  for (const store::ChangeRecord& record : *records) edits.push_back(record.change);
  if (!fit(*raw, edits)) return not_of_one_run(changes);
  const edit::CleanText applied = edit::apply(*raw, edits);
  if (applied.text != clean) return not_of_one_run(changes);

  std::vector<measure::AppliedEdit> made;
  for (const edit::AppliedSpan& span : applied.applied) made.push_back({span.clean, edits[span.edit].edit.before});
  const auto effects = measure::edit_effects(truth, clean, made, options);
  if (!effects) return fail(effects.error());
  for (std::size_t i = 0; i < effects->size(); ++i) {
    const edit::Edit& edit = edits[applied.applied[i].edit].edit;
    document.by_rule[edit.rule].add((*effects)[i]);
    std::map<std::string, bool> supports;  // a source counts once, however much it said
    for (const edit::Evidence& evidence : edit.evidence)
      if (evidence.weight > 0) supports[evidence.source] = true;
    for (const auto& [source, ignored] : supports) document.by_source[source].add((*effects)[i]);
  }
  return {};
}

Result<DocumentEvaluation> evaluate_document(const EvalInput& input, const EvalOptions& options) {
  const auto truth = read_text(input.truth);
  if (!truth) return fail(truth.error());
  if (measure::words_of(measure::viewed(*truth, {measure::View::kLetters, false})).empty())
    return fail(ErrorKind::kUnreadable, input.truth.string(), "has no words; there is nothing to measure against",
                "leave the document out, or complete its truth");
  std::optional<std::string> before;
  if (input.before) {
    auto text = read_text(*input.before);
    if (!text) return fail(text.error());
    before = std::move(*text);
  }
  const auto output = read_text(input.output);
  if (!output) return fail(output.error());

  DocumentEvaluation document;
  document.name = input.name;
  for (const measure::View view : options.views) {
    const bool is_main = document.figures.empty();
    const auto figures =
        measure::compare(*truth, before ? std::optional<std::string_view>(*before) : std::nullopt, *output,
                         {view, options.joins_hyphens}, is_main ? &document.confusions_before : nullptr,
                         is_main ? &document.confusions : nullptr);
    if (!figures) {
      Error error = figures.error();
      error.subject = input.output.string();
      return fail(std::move(error));
    }
    document.figures.push_back(*figures);
  }
  auto structure =
      measure::compare_structure(*truth, before ? std::optional<std::string_view>(*before) : std::nullopt, *output);
  if (!structure) {
    Error error = structure.error();
    error.subject = input.output.string();
    return fail(std::move(error));
  }
  document.structure = *structure;
  std::error_code ignored;  // where it cannot be looked at, there is nothing to judge
  if (input.output.filename() == "clean.txt" && fs::exists(input.output.parent_path() / "changes.jsonl", ignored))
    if (const Status judged = judge_edits(input.output.parent_path(), *truth, *output, options.main_view(), document);
        !judged)
      document.edits_problem = judged.error();
  return document;
}

void add(std::map<std::string, EffectCounts>& sum, const std::map<std::string, EffectCounts>& counts) {
  for (const auto& [name, count] : counts) {
    sum[name].nearer += count.nearer;
    sum[name].same += count.same;
    sum[name].farther += count.farther;
  }
}

}  // namespace

void EffectCounts::add(measure::Effect effect) {
  ++(effect == measure::Effect::kNearer ? nearer : effect == measure::Effect::kFarther ? farther : same);
}

std::optional<double> EffectCounts::precision() const {
  if (nearer + farther == 0) return std::nullopt;
  return static_cast<double>(nearer) / static_cast<double>(nearer + farther);
}

Evaluation evaluate(const EvalInputs& inputs, const EvalOptions& options) {
  std::vector<Result<DocumentEvaluation>> results(inputs.documents.size());
  run_in_parallel(results.size(), options.jobs == 0 ? hardware_jobs() : options.jobs,
                  [&](std::size_t i) { results[i] = evaluate_document(inputs.documents[i], options); });

  Evaluation evaluation{options, inputs.has_before, {}, inputs.problems, {}, {}, {}, {}, {}, {}};
  for (auto& result : results) {
    if (!result) {
      evaluation.problems.push_back(result.error());
      continue;
    }
    evaluation.confusions_before.add(result->confusions_before);
    evaluation.confusions.add(result->confusions);
    add(evaluation.by_rule, result->by_rule);
    add(evaluation.by_source, result->by_source);
    evaluation.structure.add(result->structure);
    evaluation.documents.push_back(std::move(*result));
  }
  for (std::size_t view = 0; view < options.views.size(); ++view) {
    std::vector<measure::Figures> figures;
    for (const DocumentEvaluation& document : evaluation.documents) figures.push_back(document.figures[view]);
    evaluation.summaries.push_back(measure::summarise(figures));
  }
  return evaluation;
}

}  // namespace emend::cli
