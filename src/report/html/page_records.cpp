#include "report/html/page_records.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "report/base64.h"
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

std::string picture_html(const std::string& jpeg, const char* caption) {
  if (jpeg.empty()) return {};
  return "<figure><img alt=\"\" loading=\"lazy\" src=\"data:image/jpeg;base64," + base64(jpeg) + "\"><figcaption>" +
         caption + "</figcaption></figure>\n";
}

std::string pictures_html(const PagePictures* pictures) {
  if (pictures == nullptr || pictures->before_jpeg.empty()) return {};
  return "<div class=\"before-after\">\n" +
         picture_html(pictures->before_jpeg, pictures->after_jpeg.empty() ? "The scan, read as it is" : "The scan") +
         picture_html(pictures->after_jpeg, "As it was read") + "</div>\n";
}

// What is on the page and not in the text: "3 lines of ink not read, 2 bars"
std::string regions_text(const document::Page& page) {
  const std::array<std::pair<document::RegionKind, std::pair<const char*, const char*>>, 7> kinds = {{
      {document::RegionKind::kUnreadInk, {"line of ink not read", "lines of ink not read"}},
      {document::RegionKind::kBlackout, {"black bar", "black bars"}},
      {document::RegionKind::kScrawl, {"stroke outside the lines", "strokes outside the lines"}},
      {document::RegionKind::kNoText, {"mark taken for no text", "marks taken for no text"}},
      {document::RegionKind::kStamp, {"coloured mark", "coloured marks"}},
      {document::RegionKind::kRule, {"rule or underline", "rules and underlines"}},
      {document::RegionKind::kHole, {"punched hole", "punched holes"}},
  }};
  std::string out;
  for (const auto& [kind, words] : kinds) {
    const auto count = static_cast<std::size_t>(std::count_if(
        page.regions.begin(), page.regions.end(), [&kind = kind](const auto& region) { return region.kind == kind; }));
    if (count > 0) out += (out.empty() ? "" : ", ") + counted(count, words.first, words.second);
  }
  return out;
}

std::string page_html(const document::Page& page, const PagePictures* pictures) {
  const auto applied = static_cast<std::size_t>(
      std::count_if(page.cleaning.begin(), page.cleaning.end(), [](const auto& record) { return record.was_applied; }));
  std::string summary = fmt::format("Page {}: {} × {} pixels", page.number, page.width_px, page.height_px);
  if (page.resolution_dpi > 0)
    summary += fmt::format(", {} dpi{}", page.resolution_dpi, page.is_resolution_measured ? " as measured" : "");
  if (page.expected_error_rate >= 0)
    summary += fmt::format("; about {:.1f} % of its characters may be wrong",
                           static_cast<double>(page.expected_error_rate) * 100);
  if (const std::string regions = regions_text(page); !regions.empty()) summary += "; " + regions;
  if (page.cleaning.empty()) return "<p class=\"sheet\">" + summary + "; the picture was read as it is</p>\n";
  std::string out = "<details class=\"sheet\"><summary>" + summary + "; " +
                    fmt::format("{} of {} cleaning steps done", applied, page.cleaning.size()) + "</summary>\n" +
                    pictures_html(pictures) +
                    "<table><thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Done</th>"
                    "<th scope=\"col\">Remark</th><th scope=\"col\">Measured</th></tr></thead><tbody>\n";
  for (const document::CleaningRecord& record : page.cleaning) out += step_html(record);
  return out + "</tbody></table></details>\n";
}

}  // namespace

std::string page_records(const document::Document& document, const std::map<std::size_t, PagePictures>& pictures) {
  if (document.pages.empty()) return {};
  std::string out = "<section id=\"pages\" class=\"apart\">\n<h2>The scan</h2>\n";
  const bool is_long = document.pages.size() > 12;  // more would push the rest of the report away
  if (is_long) out += "<details><summary>" + counted(document.pages.size(), "page", "pages") + "</summary>\n";
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const auto found = pictures.find(i);
    out += page_html(document.pages[i], found == pictures.end() ? nullptr : &found->second);
  }
  if (is_long) out += "</details>\n";
  return out + "</section>\n";
}

}  // namespace emend::report::html
