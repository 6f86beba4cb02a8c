#include "cli/eval_html.h"

#include <fmt/format.h>

#include "text/visible.h"

namespace emend::cli {
namespace {

// Paper and ink, as in report.html. Nothing is loaded from anywhere.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation</title>
<style>
:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #24221e; --soft: #5f5a50; --rule: #e4dfd3; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --ink: #e3ded2; --soft: #aaa496; --rule: #34312b; }
}
body { background: var(--paper); color: var(--ink); max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem;
  font: 1rem/1.5 Georgia, "Liberation Serif", "DejaVu Serif", serif; }
h1, h2 { font-weight: normal; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
p { color: var(--soft); margin: .5rem 0; }
div { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem 1.25rem .25rem 0; border-bottom: 1px solid var(--rule); text-align: left; }
th { font-weight: normal; color: var(--soft); }
.number { text-align: right; }
</style>
</head>
<body>
)";

std::string cell(const Table& table, std::size_t column, std::string_view element, std::string_view content) {
  return fmt::format("<{0}{1}{2}>{3}</{0}>", element, element == "th" ? " scope=\"col\"" : "",
                     column < table.text_columns ? "" : " class=\"number\"", text::html_escaped(content));
}

std::string table_html(const Table& table) {
  std::string html = fmt::format("<h2>{}</h2>\n<div><table>\n<thead><tr>", text::html_escaped(table.title));
  for (std::size_t i = 0; i < table.head.size(); ++i) html += cell(table, i, "th", table.head[i]);
  html += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) html += cell(table, i, "td", row[i]);
    html += "</tr>\n";
  }
  html += "</tbody>\n</table></div>\n";
  if (!table.note.empty()) html += fmt::format("<p>{}</p>\n", text::html_escaped(table.note));
  return html;
}

}  // namespace

std::string evaluation_page(const std::string& headline, const std::vector<Table>& tables) {
  std::string page(kHead);
  page += fmt::format("<main>\n<h1>Evaluation</h1>\n<p>{}</p>\n", text::html_escaped(headline));
  for (const Table& table : tables) page += table_html(table);
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace emend::cli
