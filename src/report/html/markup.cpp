#include "report/html/markup.h"

#include <cmath>

#include "text/visible.h"

namespace emend::report::html {

std::string text_html(std::string_view text, LineEnds line_ends) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (end != std::string_view::npos && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    out += text::html_escaped(line);
    if (end == std::string_view::npos) break;
    out += "<span class=\"nl\"></span>";
    if (line_ends == LineEnds::kKept) out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string_view without_last_line_end(std::string_view text) {
  if (!text.empty() && text.back() == '\n') {
    text.remove_suffix(1);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  }
  return text;
}

std::string percent(double probability) {
  const long rounded = std::lround(probability * 100);
  if (rounded >= 100 && probability < 1) return "&gt; 99 %";
  if (rounded <= 0 && probability > 0) return "&lt; 1 %";
  return std::to_string(rounded) + " %";
}

std::string problem_html(const Problem& problem, std::string_view source_path) {
  std::string out;
  if (problem.page > 0) out += "Page " + std::to_string(problem.page) + ": ";
  if (!problem.error.subject.empty() && problem.error.subject != source_path)
    out += text::html_escaped(problem.error.subject) + ": ";
  out += text::html_escaped(problem.error.what);
  if (!problem.error.hint.empty()) out += "; " + text::html_escaped(problem.error.hint);
  return out;
}

std::string tooltip(const store::ChangeRecord& record) {
  const edit::Edit& edit = record.change.edit;
  constexpr std::size_t kLongest = 60;  // code points of either text; a tooltip is a glance
  const auto quoted = [](std::string_view text) {
    return text.empty() ? std::string("nothing") : "“" + text::html_escaped(text::visible(text, kLongest)) + "”";
  };
  return quoted(edit.before) + " → " + quoted(record.change.replacement()) + " · " +
         text::html_escaped(text::visible(edit.rule, kLongest)) + " · " + percent(edit.probability);
}

}  // namespace emend::report::html
