#include "check/inline_marks.h"

#include <algorithm>
#include <limits>
#include <map>

#include "check/rule_names.h"
#include "text/trim.h"
#include "text/unicode.h"

namespace emend::check {
namespace {

constexpr std::string_view kMark = "emend:";
constexpr std::size_t kLastLine = std::numeric_limits<std::size_t>::max();

std::vector<std::string> split_names(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (const std::string_view name = text::trimmed(list.substr(0, end)); !name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

}  // namespace

std::string_view comment_start(const std::filesystem::path& path) {
  static const std::map<std::string, std::string_view> kStarts = {
      {".md", "<!--"},   {".markdown", "<!--"}, {".html", "<!--"}, {".htm", "<!--"},   {".xhtml", "<!--"},
      {".hocr", "<!--"}, {".xml", "<!--"},      {".alto", "<!--"}, {".tex", "%"},      {".ltx", "%"},
      {".rst", ".."},    {".adoc", "//"},       {".org", "#"},     {".asciidoc", "//"}};
  const auto found = kStarts.find(text::to_lower(path.extension().string()));
  return found == kStarts.end() ? std::string_view() : found->second;
}

InlineMarks InlineMarks::find(std::string_view text, const std::filesystem::path& path) {
  InlineMarks marks;
  const std::string_view start = comment_start(path);
  if (start.empty()) return marks;
  std::size_t line = 1;
  std::size_t counted = 0;
  std::size_t off_since = 0;  // line; 0 where nothing is off
  std::vector<std::string> off_rules;
  for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
    line += static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(counted),
                                                text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    const std::size_t begin = text.rfind('\n', at) + 1;  // npos + 1 is 0
    const std::string_view before = text::trimmed(text.substr(begin, at - begin));
    if (!before.ends_with(start)) continue;
    std::string_view order = text.substr(at + kMark.size());
    order = order.substr(0, std::min(order.find('\n'), order.find("-->")));
    order = text::trimmed(order);
    std::vector<std::string> rules;
    if (const std::size_t bracket = order.find('['); bracket != std::string_view::npos) {
      const std::size_t end = std::min(order.find(']', bracket), order.size());
      rules = split_names(order.substr(bracket + 1, end - bracket - 1));
      order = text::trimmed(order.substr(0, bracket));
      for (const std::string& rule : rules)
        if (!find_rule(rule)) marks.unknown_rules_.emplace_back(line, rule);
    }
    if (order == "ignore")
      marks.marks_.push_back({line, line, std::move(rules)});
    else if (order == "ignore-next-line")
      marks.marks_.push_back({line + 1, line + 1, std::move(rules)});
    else if (order == "ignore-file")
      marks.marks_.push_back({0, kLastLine, std::move(rules)});
    else if (order == "off" && off_since == 0)
      off_since = line, off_rules = std::move(rules);
    else if (order == "on" && off_since > 0)
      marks.marks_.push_back({std::exchange(off_since, 0), line, std::move(off_rules)});
  }
  if (off_since > 0) marks.marks_.push_back({off_since, kLastLine, std::move(off_rules)});
  return marks;
}

void add_problems_of(const InlineMarks& marks, Problems& problems) {
  for (const auto& [line, rule] : marks.unknown_rules())
    problems.push_back(
        {Severity::kWarning,
         {ErrorKind::kUsage, "line " + std::to_string(line), "a mark names '" + rule + "', which is not a rule",
          "did you mean '" + nearest_rule(rule) + "'?"},
         0});
}

bool InlineMarks::ignores(const Finding& finding) const {
  return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& mark) {
    return finding.begin.line >= mark.first_line && finding.begin.line <= mark.last_line &&
           (mark.rules.empty() || std::find(mark.rules.begin(), mark.rules.end(), finding.rule) != mark.rules.end());
  });
}

}  // namespace emend::check
