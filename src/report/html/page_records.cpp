#include "report/html/page_records.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/html/bands.h"
#include "text/visible.h"

namespace emend::report::html {
namespace {

std::string figures_html(const document::CleaningRecord& record) {
  std::string out;
  for (const auto& [name, value] : record.figures) {
    if (!out.empty()) out += ", ";
    std::string spaced = name;
    std::replace(spaced.begin(), spaced.end(), '_', ' ');
    out += text::html_escaped(spaced) + fmt::format(" {:.4g}", value);
  }
  return out;
}

std::string step_html(const document::CleaningRecord& record) {
  return "<tr" + std::string(record.was_applied ? "" : " class=\"idle\"") + "><th scope=\"row\">" +
         text::html_escaped(record.step) + "</th><td>" + (record.was_applied ? "done" : "left alone") + "</td><td>" +
         text::html_escaped(record.note) + "</td><td class=\"figures\">" + figures_html(record) + "</td></tr>\n";
}

std::string page_html(const document::Page& page) {
  const auto applied = static_cast<std::size_t>(
      std::count_if(page.cleaning.begin(), page.cleaning.end(), [](const auto& record) { return record.was_applied; }));
  std::string summary = fmt::format("Page {}: {} × {} pixels", page.number, page.width_px, page.height_px);
  if (page.resolution_dpi > 0)
    summary += fmt::format(", {} dpi{}", page.resolution_dpi, page.is_resolution_measured ? " as measured" : "");
  if (page.cleaning.empty()) return "<p class=\"sheet\">" + summary + "; the picture was read as it is</p>\n";
  std::string out = "<details class=\"sheet\"><summary>" + summary + "; " +
                    fmt::format("{} of {} cleaning steps done", applied, page.cleaning.size()) +
                    "</summary>\n<table><thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Done</th>"
                    "<th scope=\"col\">Remark</th><th scope=\"col\">Measured</th></tr></thead><tbody>\n";
  for (const document::CleaningRecord& record : page.cleaning) out += step_html(record);
  return out + "</tbody></table></details>\n";
}

}  // namespace

std::string page_records(const document::Document& document) {
  if (document.pages.empty()) return {};
  std::string out = "<section id=\"pages\" class=\"apart\">\n<h2>The scan</h2>\n";
  const bool is_long = document.pages.size() > 12;  // more would push the rest of the report away
  if (is_long) out += "<details><summary>" + counted(document.pages.size(), "page", "pages") + "</summary>\n";
  for (const document::Page& page : document.pages) out += page_html(page);
  if (is_long) out += "</details>\n";
  return out + "</section>\n";
}

}  // namespace emend::report::html
