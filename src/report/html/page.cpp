#include "report/html/page.h"

#include <fmt/format.h>

#include "report/base64.h"
#include "report/crops.h"
#include "report/html/bands.h"
#include "report/html/cards.h"
#include "report/html/markup.h"
#include "report/html/page_records.h"
#include "report/html/resources.h"
#include "report/html/rule_legend.h"
#include "report/html/two_texts.h"
#include "report/page_pictures.h"
#include "store/change_file.h"
#include "text/line_index.h"
#include "text/visible.h"

namespace emend::report::html {
namespace {

std::string script_hash() {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < kReportJsSha256.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(kReportJsSha256.substr(i, 2)), nullptr, 16));
  return base64(bytes);
}

std::string head(const std::string& name) {
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
         "script-src 'sha256-" +
         script_hash() +
         "'; img-src data:; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<title>" +
         name + " – restored</title>\n<style>\n" + std::string(kReportCss) + "</style>\n</head>\n";
}

// "A scan of 3 pages, read by tesseract 5.3.0 (eng)"
std::string facts(const document::Document& document) {
  if (document.kind == document::SourceKind::kText) {
    const text::LineIndex lines(document.raw.text());
    std::string out = "A text of " + counted(document.raw.text().empty() ? 0 : lines.line_count(), "line", "lines");
    if (!document.encoding.empty()) out += ", " + text::html_escaped(document.encoding);
    return out;
  }
  std::string out = "A scan of " + counted(document.pages.size(), "page", "pages");
  if (!document.witnesses.empty()) {
    out += ", read by " + text::html_escaped(document.witnesses.front().engine);
    if (!document.witnesses.front().model.empty())
      out += " (" + text::html_escaped(document.witnesses.front().model) + ")";
  }
  return out;
}

std::string totals_html(const Totals& totals) {
  if (totals.all() == 0)
    return "<p class=\"totals-line\">No change was proposed: the text stands as it was read.</p>\n";
  const auto figure = [](const char* band, std::size_t count, const char* label) {
    return fmt::format("<div class=\"figure {}\"><dt>{}</dt><dd>{}</dd></div>", band, label, with_commas(count));
  };
  const auto part = [&](const char* band, std::size_t count) {
    if (count == 0) return std::string();
    return fmt::format("<i class=\"{}\" style=\"flex-grow:{}\"></i>", band, count);
  };
  return "<dl class=\"totals\">" + figure("all", totals.all(), "proposed in all") +
         figure("applied", totals.applied, "applied") + figure("left", totals.left(), "left as read") +
         figure("open", totals.open, "of those waiting") + figure("rejected", totals.rejected, "of those rejected") +
         "</dl>\n<div class=\"parts\" aria-hidden=\"true\">" + part("applied", totals.applied) +
         part("open", totals.open) + part("rejected", totals.rejected) + "</div>\n";
}

std::string notes_html(const Problems& problems, const Crops& crops, std::string_view source_path) {
  std::string items;
  const auto add = [&](const Problem& problem) {
    const char* band = problem.severity == Severity::kFailure   ? "failure"
                       : problem.severity == Severity::kWarning ? "warning"
                                                                : "note";
    const char* label = problem.severity == Severity::kFailure   ? "Failed"
                        : problem.severity == Severity::kWarning ? "Take care"
                                                                 : "Note";
    items += fmt::format("<li class=\"{}\"><span class=\"label\">{}</span> {}</li>\n", band, label,
                         problem_html(problem, source_path));
  };
  for (const Problem& problem : problems) add(problem);
  for (const Problem& problem : crops.problems) add(problem);
  if (crops.left_out > 0)
    items += fmt::format(
        "<li class=\"note\"><span class=\"label\">Note</span> The scan is shown for {} changes, those that wait for a "
        "person first; for {} more it is left out to keep this file small</li>\n",
        with_commas(kMostCrops), with_commas(crops.left_out));
  if (items.empty()) return {};
  return "<section class=\"notes\" aria-labelledby=\"notes-title\">\n<h2 id=\"notes-title\">Worth "
         "knowing</h2>\n<ul>\n" +
         items + "</ul>\n</section>\n";
}

// Edits that only give the lines another form are many and say little; their cards come when they are asked for.
std::string form_box_html(const RuleLegend& legend) {
  std::size_t count = 0;
  for (const LegendRule& rule : legend.rules())
    if (rule.info && rule.info->group == "output") count += rule.totals.all();
  if (count == 0) return {};
  return "<label class=\"band\"><input type=\"checkbox\" name=\"form\"> Form of lines <span class=\"count\">" +
         with_commas(count) + "</span></label>\n";
}

std::string toolbar_html(const Totals& totals, const RuleLegend& legend) {
  const auto box = [](const char* band, const char* label, std::size_t count) {
    return fmt::format(
        "<label class=\"band {0}\"><input type=\"checkbox\" name=\"band\" value=\"{0}\" checked> {1} "
        "<span class=\"count\">{2}</span></label>\n",
        band, label, with_commas(count));
  };
  std::string out = "<form class=\"tools\" id=\"tools\" role=\"search\" hidden>\n<fieldset><legend>Show</legend>\n" +
                    box("applied", "Applied", totals.applied) + box("open", "Proposed", totals.open) +
                    box("rejected", "Rejected", totals.rejected) + form_box_html(legend) +
                    "</fieldset>\n<label class=\"field\"><span>Rule</span> <select name=\"rule\"><option "
                    "value=\"\">All rules</option>";
  for (const LegendRule& rule : legend.rules())
    out += "<option value=\"" + legend.anchor(rule.id) + "\">" + text::html_escaped(text::visible(rule.id, 80)) + " (" +
           with_commas(rule.totals.all()) + ")</option>";
  return out +
         "</select></label>\n<label class=\"field\"><span>Find</span> <input type=\"search\" name=\"words\" "
         "placeholder=\"in the changes\" autocomplete=\"off\"></label>\n"
         "<p class=\"shown\" role=\"status\" id=\"shown\"></p>\n"
         "<p class=\"keys\"><kbd>j</kbd> <kbd>k</kbd> move <kbd>/</kbd> find</p>\n</form>\n";
}

}  // namespace

std::string page(const ReportInput& input) {
  const auto records = store::change_records(input.document, input.edits, &input.clean);
  const Crops crops = make_crops(input.document, records, input.load_scan);
  const RuleLegend legend(records, input.rules);
  const Totals totals = totals_of(records);
  const std::string name = text::html_escaped(text::visible(input.document.name));

  std::string out = head(name);
  out += "<body>\n<a class=\"skip\" href=\"#texts\">To the text</a>\n<header>\n<div class=\"title\">\n<h1>" + name +
         "</h1>\n<p class=\"facts\">" + facts(input.document) +
         "</p>\n</div>\n<nav aria-label=\"Parts\"><a href=\"#texts\">Text</a> <a href=\"#changes\">Changes</a>";
  if (!legend.rules().empty()) out += " <a href=\"#rules\">Rules</a>";
  if (!input.document.pages.empty()) out += " <a href=\"#pages\">Scan</a>";
  out += " <button type=\"button\" id=\"theme\" hidden>Dark</button></nav>\n" + totals_html(totals) + "</header>\n";
  out += notes_html(input.problems, crops, input.document.source_path);
  out += "<main>\n<section id=\"texts\" aria-labelledby=\"texts-title\">\n<h2 id=\"texts-title\">The text</h2>\n" +
         two_texts(input.document, input.clean, records) + "</section>\n";
  out += "<section id=\"changes\" aria-labelledby=\"changes-title\">\n<h2 id=\"changes-title\">Changes</h2>\n" +
         (records.empty() ? std::string() : toolbar_html(totals, legend)) + "<ol class=\"cards\">\n" +
         cards(input.document.raw.text(), records, legend, crops) + "</ol>\n</section>\n</main>\n";
  if (!legend.rules().empty())
    out += "<section id=\"rules\" class=\"apart\">\n<h2>The rules that took part</h2>\n<div class=\"legend\">\n" +
           legend.html() + "</div>\n</section>\n";
  out += page_records(input.document, make_page_pictures(input.document, input.load_scan));
  out +=
      "<footer>Made by emend. The text as read is kept in raw.txt and the restored text in clean.txt, beside this "
      "file; every change is listed in changes.jsonl.</footer>\n<script>";
  return out + std::string(kReportJs) + "</script>\n</body>\n</html>\n";
}

}  // namespace emend::report::html
