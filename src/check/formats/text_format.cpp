// For a person at a terminal: the finding, its line, a caret under it, and the proposed fix.
#include <algorithm>

#include <fmt/format.h>

#include "check/format.h"
#include "check/wording.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::check {
namespace {

std::size_t width_of_text(std::string_view shown) {
  int width = 0;
  for (const char32_t c : text::to_code_points(shown)) width += width_of(c);
  return static_cast<std::size_t>(width);
}

class TextFormat final : public Format {
 public:
  explicit TextFormat(const FormatOptions& options) : has_color_(options.has_color) {}

  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) out += told(report, finding);
    return out;
  }

 private:
  std::string styled(const char* code, std::string_view text) const {
    if (!has_color_) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  std::string told(const FileReport& report, const Finding& finding) const {
    std::string out =
        styled("1", fmt::format("{}:{}:{}:", text::visible(report.name), finding.begin.line, finding.begin.character)) +
        " " + styled(finding.level == Level::kError ? "31" : "33", finding.rule) + " " + message_of(finding) + "\n";
    if (finding.page > 0 && !finding.box.is_empty())
      out += fmt::format("  page {}, {}x{}+{}+{}\n", finding.page, finding.box.width, finding.box.height, finding.box.x,
                         finding.box.y);
    if (!finding.excerpt.empty()) out += excerpt(finding);
    return out;
  }

  std::string excerpt(const Finding& finding) const {
    const std::string_view line = finding.excerpt;
    const std::size_t begin =
        std::min(finding.begin.byte - 1 - std::min(finding.begin.byte - 1, finding.excerpt_begin), line.size());
    std::size_t end = line.size();
    if (finding.end.line == finding.begin.line && finding.end.byte - 1 >= finding.excerpt_begin)
      end = std::min(finding.end.byte - 1 - finding.excerpt_begin, line.size());
    const auto shown = [](std::string_view part) { return text::visible(part, 10'000); };
    const std::string before = (finding.excerpt_begin > 0 ? "…" : "") + shown(line.substr(0, begin));
    const std::string under = shown(line.substr(begin, std::max(begin, end) - begin));
    const std::string after = shown(line.substr(std::max(begin, end)));
    const std::string number = std::to_string(finding.begin.line);
    const std::string margin(number.size(), ' ');
    std::string out = fmt::format("  {} | {}{}{}\n", styled("2", number), before, under, after);
    out += fmt::format("  {} | {}{}", margin, std::string(width_of_text(before), ' '),
                       styled("33", std::string(std::max<std::size_t>(width_of_text(under), 1), '^')));
    if (finding.has_fix)
      out += styled("32",
                    fmt::format(" {}{} ({}, {:.0f} %)", finding.after.empty() ? "take it out" : "",
                                text::visible(finding.after, 80), fix_words(finding), finding.fix_probability * 100));
    return out + "\n";
  }

  bool has_color_;
};

}  // namespace

std::unique_ptr<Format> make_text_format(const FormatOptions& options) { return std::make_unique<TextFormat>(options); }

}  // namespace emend::check
