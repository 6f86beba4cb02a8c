#include "cli/eval_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

std::string percent(double rate) { return fmt::format("{:.2f} %", 100 * rate); }

std::string interval(const measure::Rate& rate, double factor) {
  if (!rate.interval) return "–";
  return fmt::format("{:.2f}–{:.2f}", factor * rate.interval->low, factor * rate.interval->high);
}

double rate_of(std::size_t count, std::size_t size) {
  return static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(1, size));
}

Table rates(const Evaluation& evaluation) {
  Table table{"Error rates", {"view"}, {}, 1, ""};
  if (evaluation.has_before) table.head.insert(table.head.end(), {"CER before", "WER before"});
  table.head.insert(table.head.end(), {"CER", "95 %", "WER", "95 %"});
  for (std::size_t i = 0; i < evaluation.options.views.size(); ++i) {
    const measure::Summary& summary = evaluation.summaries[i];
    std::vector<std::string> row{std::string(measure::name_of(evaluation.options.views[i]))};
    if (evaluation.has_before)
      row.insert(row.end(), {percent(summary.before.characters.value), percent(summary.before.words.value)});
    row.insert(row.end(), {percent(summary.after.characters.value), interval(summary.after.characters, 100),
                           percent(summary.after.words.value), interval(summary.after.words, 100)});
    table.rows.push_back(std::move(row));
  }
  table.note = evaluation.documents.size() > 1 ? "95 %: bootstrap over documents." : "";
  return table;
}

Table repairs(const Evaluation& evaluation) {
  Table table{
      "Words repaired and broken",
      {"view", "fixed of wrong", "95 %", "broken per 1000 right", "95 %", "documents better", "worse", "draws better"},
      {},
      1,
      evaluation.documents.size() > 1
          ? "Draws better: the share of 1000 draws of documents in which the character error rate falls."
          : ""};
  for (std::size_t i = 0; i < evaluation.options.views.size(); ++i) {
    const measure::Summary& summary = evaluation.summaries[i];
    table.rows.push_back({std::string(measure::name_of(evaluation.options.views[i])),
                          fmt::format("{:.1f} %", 100 * summary.fixed.value), interval(summary.fixed, 100),
                          fmt::format("{:.2f}", 1000 * summary.broken.value), interval(summary.broken, 1000),
                          std::to_string(summary.better), std::to_string(summary.worse),
                          summary.share_improved ? fmt::format("{:.1f} %", 100 * *summary.share_improved) : "–"});
  }
  return table;
}

// A space must be seen, and nothing too.
std::string shown(const std::u32string& run) {
  if (run.empty()) return "(nothing)";
  std::string shown;
  for (const char32_t c : run) shown += c == U' ' ? "␣" : text::visible(text::to_utf8({&c, 1}));
  return shown;
}

Table confusions(const Evaluation& evaluation, std::size_t limit) {
  Table table{fmt::format("Most frequent confusions ({})", measure::name_of(evaluation.options.views.front())),
              {"truth", "output"},
              {},
              2,
              ""};
  if (evaluation.has_before) table.head.emplace_back("before");
  table.head.emplace_back("count");
  // Those that are gone afterwards are worth a row, too.
  measure::ConfusionTable all = evaluation.confusions_before;
  all.add(evaluation.confusions);
  const auto count_in = [](const measure::ConfusionTable& counts, const measure::Confusion& confusion) {
    const auto found = counts.counts.find(confusion);
    return std::to_string(found == counts.counts.end() ? 0 : found->second);
  };
  for (const auto& [confusion, ignored] : all.ranked()) {
    if (table.rows.size() == limit) break;
    std::vector<std::string> row{shown(confusion.truth), shown(confusion.output)};
    if (evaluation.has_before) row.push_back(count_in(evaluation.confusions_before, confusion));
    row.push_back(count_in(evaluation.confusions, confusion));
    table.rows.push_back(std::move(row));
  }
  if (all.long_runs > 0)
    table.note =
        fmt::format("And {} longer passages{}.", evaluation.confusions.long_runs,
                    evaluation.has_before ? fmt::format(" ({} before)", evaluation.confusions_before.long_runs) : "");
  return table;
}

Table effects(const std::string& title, const std::string& what, const std::map<std::string, EffectCounts>& counts) {
  Table table{title,
              {what, "nearer", "no difference", "farther", "precision"},
              {},
              1,
              "Precision: nearer to the truth, of the edits that made a difference."};
  for (const auto& [name, count] : counts)
    table.rows.push_back({text::visible(name), std::to_string(count.nearer), std::to_string(count.same),
                          std::to_string(count.farther),
                          count.precision() ? fmt::format("{:.3f}", *count.precision()) : "–"});
  return table;
}

std::string shown(std::optional<double> rate) { return rate ? fmt::format("{:.3f}", *rate) : "–"; }

Table structures(const Evaluation& evaluation) {
  Table table{"The document beside its words",
              {"what", "in the truth", "in the output", "agreed", "recall", "precision", "F1"},
              {},
              1,
              ""};
  const auto add = [&](const std::string& what, const measure::Agreement& agreement) {
    if (agreement.wanted + agreement.claimed == 0) return;
    table.rows.push_back({what, std::to_string(agreement.wanted), std::to_string(agreement.claimed),
                          std::to_string(agreement.agreed), shown(agreement.recall()), shown(agreement.precision()),
                          shown(agreement.f1())});
  };
  add("paragraph breaks", evaluation.structure.paragraphs);
  add("footnote marks", evaluation.structure.marks);
  add("page furniture taken out", evaluation.structure.furniture);
  add("line-end hyphens", evaluation.structure.hyphens);
  return table;
}

Table documents(const Evaluation& evaluation, std::size_t limit) {
  Table table{fmt::format("Documents, the worst first ({})", measure::name_of(evaluation.options.views.front())),
              {"document", "words"},
              {},
              1,
              ""};
  if (evaluation.has_before) table.head.insert(table.head.end(), {"CER before", "WER before"});
  table.head.insert(table.head.end(), {"CER", "WER"});
  if (evaluation.has_before) table.head.insert(table.head.end(), {"fixed", "broken"});
  std::vector<const DocumentEvaluation*> worst_first;
  for (const DocumentEvaluation& document : evaluation.documents) worst_first.push_back(&document);
  const auto error_rate = [](const DocumentEvaluation* document) {
    const measure::Figures& figures = document->figures.front();
    return rate_of(figures.after.characters, figures.characters);
  };
  std::stable_sort(worst_first.begin(), worst_first.end(),
                   [&](const auto* a, const auto* b) { return error_rate(a) > error_rate(b); });
  for (const DocumentEvaluation* document : worst_first) {
    if (table.rows.size() == limit) break;
    const measure::Figures& figures = document->figures.front();
    std::vector<std::string> row{text::visible(document->name), std::to_string(figures.words)};
    if (evaluation.has_before)
      row.insert(row.end(), {percent(rate_of(figures.before.characters, figures.characters)),
                             percent(rate_of(figures.before.words, figures.words))});
    row.insert(row.end(), {percent(rate_of(figures.after.characters, figures.characters)),
                           percent(rate_of(figures.after.words, figures.words))});
    if (evaluation.has_before)
      row.insert(row.end(), {std::to_string(figures.repair.fixed), std::to_string(figures.repair.broken)});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

std::string headline(const Evaluation& evaluation) {
  const std::size_t count = evaluation.documents.size();
  return fmt::format("{} {}, {} words of truth{}", count, count == 1 ? "document" : "documents",
                     evaluation.summaries.front().total.words,
                     evaluation.options.joins_hyphens ? ", hyphens joined" : "");
}

std::vector<Table> tables(const Evaluation& evaluation, const TableLimits& limits) {
  std::vector<Table> all{rates(evaluation)};
  if (evaluation.has_before) all.push_back(repairs(evaluation));
  all.push_back(confusions(evaluation, limits.confusions));
  all.push_back(structures(evaluation));
  all.push_back(effects("Applied edits by rule", "rule", evaluation.by_rule));
  all.push_back(effects("Applied edits by the evidence for them", "source", evaluation.by_source));
  all.push_back(documents(evaluation, limits.documents));
  std::erase_if(all, [](const Table& table) { return table.rows.empty(); });
  return all;
}

std::string as_text(const std::vector<Table>& tables) {
  std::string out;
  for (const Table& table : tables) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < table.head.size(); ++column) {
      widths.push_back(text::count_code_points(table.head[column]));
      for (const auto& row : table.rows) widths.back() = std::max(widths.back(), text::count_code_points(row[column]));
    }
    const auto add_row = [&](const std::vector<std::string>& row) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        const std::string padding(widths[column] - text::count_code_points(row[column]), ' ');
        out += "  ";
        out += column < table.text_columns ? row[column] + padding : padding + row[column];
      }
      out.erase(out.find_last_not_of(' ') + 1);
      out += '\n';
    };
    out += "\n" + table.title + "\n";
    add_row(table.head);
    for (const auto& row : table.rows) add_row(row);
    if (!table.note.empty()) out += "  " + table.note + "\n";
  }
  return out;
}

}  // namespace emend::cli
