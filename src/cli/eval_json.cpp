#include "cli/eval_json.h"

#include "text/utf8.h"

namespace emend::cli {
namespace {

Json rate_json(const measure::Rate& rate) {
  Json json{{"value", rate.value}};
  if (rate.interval) json["interval"] = {rate.interval->low, rate.interval->high};
  return json;
}

Json rates_json(const measure::Rates& rates) {
  return {{"cer", rate_json(rates.characters)}, {"wer", rate_json(rates.words)}};
}

Json errors_json(const measure::Errors& errors) {
  return {{"character_errors", errors.characters}, {"word_errors", errors.words}};
}

Json figures_json(const measure::Figures& figures, bool has_before) {
  Json json{{"characters", figures.characters}, {"words", figures.words}};
  if (has_before) json["before"] = errors_json(figures.before);
  json["output"] = errors_json(figures.after);
  if (has_before)
    json["repair"] = {{"wrong", figures.repair.wrong},
                      {"right", figures.repair.right},
                      {"fixed", figures.repair.fixed},
                      {"broken", figures.repair.broken}};
  return json;
}

Json summary_json(const measure::Summary& summary, bool has_before) {
  Json json{{"total", figures_json(summary.total, has_before)}};
  if (has_before) json["before"] = rates_json(summary.before);
  json["output"] = rates_json(summary.after);
  if (!has_before) return json;
  json["fixed_of_wrong"] = rate_json(summary.fixed);
  json["broken_of_right"] = rate_json(summary.broken);
  json["documents_better"] = summary.better;
  json["documents_worse"] = summary.worse;
  if (summary.share_improved) json["share_of_draws_better"] = *summary.share_improved;
  return json;
}

Json confusions_json(const measure::ConfusionTable& table) {
  Json json = Json::array();
  for (const auto& [confusion, count] : table.ranked())
    json.push_back(
        {{"truth", text::to_utf8(confusion.truth)}, {"output", text::to_utf8(confusion.output)}, {"count", count}});
  return json;
}

Json effects_json(const std::map<std::string, EffectCounts>& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts)
    json[name] = {{"nearer", count.nearer}, {"same", count.same}, {"farther", count.farther}};
  return json;
}

Json agreement_json(const measure::Agreement& agreement) {
  return {{"truth", agreement.wanted}, {"output", agreement.claimed}, {"agreed", agreement.agreed}};
}

Json structure_json(const measure::Structure& structure, bool has_before) {
  Json json{{"paragraphs", agreement_json(structure.paragraphs)}, {"footnote_marks", agreement_json(structure.marks)}};
  if (!has_before) return json;
  json["page_furniture"] = agreement_json(structure.furniture);
  json["line_end_hyphens"] = agreement_json(structure.hyphens);
  return json;
}

}  // namespace

Json evaluation_json(const Evaluation& evaluation) {
  const bool has_before = evaluation.has_before;
  Json json{{"format", "emend-evaluation"}, {"version", 1}};
  json["documents"] = evaluation.documents.size();
  json["failed"] = evaluation.problems.size();
  json["join_hyphens"] = evaluation.options.joins_hyphens;
  for (std::size_t i = 0; i < evaluation.options.views.size(); ++i)
    json["views"][std::string(measure::name_of(evaluation.options.views[i]))] =
        summary_json(evaluation.summaries[i], has_before);
  if (has_before) json["confusions_before"] = confusions_json(evaluation.confusions_before);
  json["confusions"] = confusions_json(evaluation.confusions);
  json["long_runs"] = evaluation.confusions.long_runs;
  json["structure"] = structure_json(evaluation.structure, has_before);
  json["edits_by_rule"] = effects_json(evaluation.by_rule);
  json["edits_by_source"] = effects_json(evaluation.by_source);
  json["per_document"] = Json::array();
  for (const DocumentEvaluation& document : evaluation.documents) {
    Json one{{"name", document.name}};
    for (std::size_t i = 0; i < evaluation.options.views.size(); ++i)
      one["views"][std::string(measure::name_of(evaluation.options.views[i]))] =
          figures_json(document.figures[i], has_before);
    one["structure"] = structure_json(document.structure, has_before);
    json["per_document"].push_back(std::move(one));
  }
  return json;
}

}  // namespace emend::cli
