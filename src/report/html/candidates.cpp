#include "report/html/candidates.h"

#include <algorithm>

#include <fmt/format.h>

#include "edit/candidates.h"
#include "report/html/markup.h"
#include "text/visible.h"

namespace emend::report::html {
namespace {

constexpr double kLeastRestTold = 0.01;

std::string name_html(const edit::Candidate& candidate) {
  if (candidate.text.empty()) return "<em>nothing</em>";
  return text_html(candidate.text, LineEnds::kSignOnly);
}

std::string row_html(const edit::Edit& edit, const edit::Candidate& candidate) {
  const double share = std::clamp(candidate.probability, 0.0, 1.0);
  return fmt::format(
      "<tr{}><th scope=\"row\" dir=\"auto\">{}{}</th><td><span class=\"bar\" aria-hidden=\"true\"><i "
      "style=\"width:{:.0f}%\"></i></span></td><td class=\"share\">{}</td></tr>\n",
      candidate.text == edit.after ? " class=\"won\"" : "", name_html(candidate),
      candidate.is_text ? " <span class=\"source\">as it stands</span>" : "", share * 100,
      percent(std::max(share, 1e-4)));
}

// What all candidates lack to 1.
std::string rest_html(const edit::Edit& edit) {
  double rest = 1;
  for (const edit::Candidate& candidate : edit.candidates) rest -= candidate.probability;
  if (rest < kLeastRestTold) return {};
  return fmt::format(
      "<tr class=\"rest\"><th scope=\"row\"><em>something else</em></th><td><span class=\"bar\" "
      "aria-hidden=\"true\"><i style=\"width:{:.0f}%\"></i></span></td><td class=\"share\">{}</td></tr>\n",
      rest * 100, percent(rest));
}

std::string says_html(const edit::Candidate& candidate) {
  std::string out = "<li><b>" + name_html(candidate) + "</b>";
  for (std::size_t i = 0; i < candidate.says.size(); ++i) {
    const edit::Evidence& said = candidate.says[i];
    out += std::string(i == 0 ? " " : "; ") + "<span class=\"source\">" + text::html_escaped(said.source) + "</span> " +
           text::html_escaped(said.statement);
  }
  return out + "</li>\n";
}

bool has_weighed_candidates(const edit::Edit& edit) {
  return std::any_of(edit.candidates.begin(), edit.candidates.end(),
                     [](const edit::Candidate& candidate) { return !candidate.says.empty(); });
}

}  // namespace

std::string candidates_html(const edit::Edit& edit, const std::string& evidence) {
  const bool is_weighed = has_weighed_candidates(edit);
  if (!is_weighed && edit.candidates.size() <= 2) return evidence;
  std::string out = "<table class=\"candidates\"><tbody>\n";
  for (const edit::Candidate& candidate : edit.candidates) out += row_html(edit, candidate);
  out += rest_html(edit);
  out += "</tbody></table>\n";
  if (!is_weighed) return out + evidence;
  out += "<details class=\"says\"><summary>Why it won</summary>\n";
  if (const std::string why = edit::why_it_won(edit); !why.empty()) out += "<p>" + text::html_escaped(why) + "</p>\n";
  out += "<ul>\n";
  for (const edit::Candidate& candidate : edit.candidates)
    if (!candidate.says.empty()) out += says_html(candidate);
  return out + "</ul>\n" + evidence + "</details>\n";
}

}  // namespace emend::report::html
