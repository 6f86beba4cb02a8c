#include "report/html/cards.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "report/base64.h"
#include "report/html/candidates.h"
#include "report/html/markup.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::report::html {
namespace {

// Code points of context on either side; a line and a half of a card.
constexpr std::size_t kContextLength = 42;

// Up to kContextLength code points before `end`, from the start of a word.
std::string context_before(std::string_view raw, std::size_t end) {
  std::size_t begin = end;
  std::size_t word_begin = end;
  for (std::size_t n = 0; n < kContextLength && begin > 0; ++n) {
    const text::Decoded decoded = text::decode_before(raw, begin);
    if (text::is_space(decoded.code_point)) word_begin = begin;
    begin -= decoded.size;
  }
  if (begin == 0) return std::string(raw.substr(0, end));
  return "… " + std::string(raw.substr(word_begin, end - word_begin));
}

std::string context_after(std::string_view raw, std::size_t begin) {
  std::size_t end = begin;
  std::size_t word_end = begin;
  for (std::size_t n = 0; n < kContextLength && end < raw.size(); ++n) {
    const text::Decoded decoded = text::decode_at(raw, end);
    if (text::is_space(decoded.code_point)) word_end = end;
    end += decoded.size;
  }
  if (end == raw.size()) return std::string(raw.substr(begin));
  return std::string(raw.substr(begin, word_end - begin)) + " …";
}

// White space of the context counts for nothing here: one line, single spaces.
std::string flowing(const std::string& context) {
  std::string out;
  bool was_space = false;
  for (const char32_t c : text::to_code_points(context)) {
    const bool is_space = text::is_space(c);
    if (!is_space) text::append_utf8(out, c);
    if (is_space && !was_space) out += ' ';
    was_space = is_space;
  }
  return text::html_escaped(out);
}

bool is_white(std::string_view text) {
  for (const char32_t c : text::to_code_points(text))
    if (!text::is_space(c)) return false;
  return true;
}

std::string context_html(std::string_view raw, const store::ChangeRecord& record) {
  const text::Span span = record.change.edit.span;
  const std::size_t begin = std::min(span.begin, raw.size());
  const std::size_t end = std::clamp(span.end, begin, raw.size());
  const std::string& after = record.change.replacement();
  std::string out = "<p class=\"context\" dir=\"auto\">" + flowing(context_before(raw, begin));
  const std::string& before = record.change.edit.before;
  if (!before.empty()) {
    // A line through a lone space would look like a hyphen.
    const char* kind = !after.empty() ? "" : is_white(before) ? " class=\"white\"" : " class=\"only\"";
    out += std::string("<del") + kind + ">" + text_html(before, LineEnds::kSignOnly) + "</del>";
  }
  if (!before.empty() && !after.empty()) out += "<span class=\"to\">→</span>";
  if (!after.empty()) out += "<ins>" + text_html(after, LineEnds::kSignOnly) + "</ins>";
  return out + flowing(context_after(raw, end)) + "</p>\n";
}

std::string evidence_html(const edit::Edit& edit) {
  std::string out;
  for (const edit::Evidence& item : edit.evidence) {
    if (item.statement == edit.reason) continue;  // said already
    const char* sign = item.weight > 0 ? "+" : item.weight < 0 ? "−" : "·";
    const char* means = item.weight > 0 ? "speaks for it" : item.weight < 0 ? "speaks against it" : "explains it";
    out += fmt::format("<li><span class=\"sign\" title=\"{}, log-odds {:+.1f}\">{}</span>", means, item.weight, sign);
    out += text::html_escaped(item.statement);
    if (!item.source.empty()) out += " <span class=\"source\">" + text::html_escaped(item.source) + "</span>";
    out += "</li>";
  }
  return out.empty() ? out : "<ul class=\"evidence\">" + out + "</ul>\n";
}

std::string crop_html(const Crop& crop, const store::ChangeRecord& record) {
  const auto share = [](int part, int whole) { return 100.0 * part / std::max(whole, 1); };
  // The frame stands a little outside the words, so that it covers no ink.
  return fmt::format(
      "<figure class=\"crop\"><img src=\"data:image/jpeg;base64,{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" "
      "alt=\"The scan at “{}”, page {}\"><span class=\"frame\" "
      "style=\"left:{:.2f}%;top:{:.2f}%;width:{:.2f}%;height:{:.2f}%\"></span></figure>\n",
      base64(crop.jpeg), crop.width_px, crop.height_px,
      text::html_escaped(text::visible(record.change.edit.before, 40)), record.page,
      share(crop.highlight.x, crop.width_px), share(crop.highlight.y, crop.height_px),
      share(crop.highlight.width, crop.width_px), share(crop.highlight.height, crop.height_px));
}

std::string decided_html(const edit::DecidedEdit& change) {
  const edit::Decision& decision = change.decision;
  std::string out;
  if (decision.has_replacement)
    out += "The proposal was “" + text::html_escaped(text::visible(change.edit.after)) + "”. ";
  if (decision.by != "policy" && decision.verdict != edit::Verdict::kOpen) {
    out += "Decided by " + text::html_escaped(decision.by);
    if (!decision.when.empty()) out += ", " + text::html_escaped(decision.when);
  }
  return out.empty() ? out : "<p class=\"decided\">" + out + "</p>\n";
}

std::string chance_html(double probability) {
  const std::string number = percent(probability);
  return fmt::format(
      "<p class=\"chance\"><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:{:.0f}%\"></i></span>"
      "<span class=\"number\">{}</span> <span class=\"label\">likely right</span></p>\n",
      std::clamp(probability, 0.0, 1.0) * 100, number);
}

// Where it stands on the paper: "page 16: line 3, paragraph 2"
std::string source_html(const store::ChangeRecord& record) {
  std::string out;
  if (record.page > 0) {
    out += " · page " + std::to_string(record.page);
    if (record.page_line > 0) out += ": line " + with_commas(record.page_line);
  }
  if (record.paragraph > 0) out += (record.page > 0 ? ", paragraph " : " · paragraph ") + with_commas(record.paragraph);
  return out;
}

std::string card(std::string_view raw, const store::ChangeRecord& record, const std::string& number,
                 const RuleLegend& legend, const Crop* crop) {
  const edit::Edit& edit = record.change.edit;
  const edit::Verdict verdict = record.change.decision.verdict;
  const std::string band(band_class(verdict));
  const std::string anchor = legend.anchor(edit.rule);
  const std::optional<correct::RuleInfo>& info = legend.rule(edit.rule).info;

  std::string out = "<li class=\"card " + band + "\" id=\"c" + number + "\" data-band=\"" + band + "\" data-rule=\"" +
                    anchor + (info && info->group == "output" ? "\" data-form=\"" : "") +
                    "\" tabindex=\"-1\">\n<p class=\"where\"><a href=\"#m" + number + "\">Line " +
                    with_commas(record.line) + ", column " + with_commas(record.column) + "</a>";
  out += source_html(record);
  out += "<span class=\"state\">" + std::string(band_name(verdict)) + "</span></p>\n";
  if (crop != nullptr) out += crop_html(*crop, record);
  out += context_html(raw, record);
  if (!edit.reason.empty()) out += "<p class=\"reason\">" + text::html_escaped(edit.reason) + "</p>\n";
  out += candidates_html(edit, evidence_html(edit));
  out += decided_html(record.change);
  out += "<div class=\"foot\"><a class=\"rule-link\" href=\"#" + anchor + "\"";
  if (info) out += " title=\"" + text::html_escaped(info->summary) + "\"";
  return out + ">" + text::html_escaped(edit.rule) + "</a>" + chance_html(edit.probability) + "</div>\n</li>\n";
}

}  // namespace

std::string cards(std::string_view raw, const std::vector<store::ChangeRecord>& records, const RuleLegend& legend,
                  const Crops& crops) {
  std::string out;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto crop = crops.by_record.find(i);
    out +=
        card(raw, records[i], std::to_string(i + 1), legend, crop == crops.by_record.end() ? nullptr : &crop->second);
  }
  return out;
}

}  // namespace emend::report::html
