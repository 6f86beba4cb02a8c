#include <algorithm>
#include <memory>
#include <vector>

#include "correct/rule.h"
#include "correct/rules/lines/line_view.h"
#include "text/trim.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "web-printout-residue",
    .group = "lines",
    .summary = "Remove the lines that a browser prints around a page",
    .why =
        "A text that was printed from the web carries the browser's lines: the address, the date of printing, the "
        "page of pages, and the list of link targets at the end. They do not belong to the document. They are "
        "evidence of where the text comes from, so they are never removed without a person.",
    .example_before = "(Applause.)\n\nFrom: https://example.org/minutes/3.htm\n",
    .example_after = "(Applause.)\n\n",
    .applicability = edit::Applicability::kProposed,
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kSpace = " ";

bool is_all_digits(std::string_view text) {
  return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_digit);
}

// "3/12" and "3 of 12", with or without "Page" before it.
bool is_page_of_pages(std::string_view text) {
  if (text.starts_with("Page ") || text.starts_with("page ")) text.remove_prefix(5);
  std::size_t separator = text.find('/');
  std::size_t width = 1;
  if (separator == std::string_view::npos) {
    separator = text.find(" of ");
    width = 4;
  }
  if (separator == std::string_view::npos) return false;
  return is_all_digits(text::trimmed(text.substr(0, separator), kSpace)) &&
         is_all_digits(text::trimmed(text.substr(separator + width), kSpace));
}

// "From:", "Source:", "Retrieved from": what stands before the address.
bool names_a_source(std::string_view label) {
  label = text::trimmed(label, kSpace);
  if (label.ends_with(':')) label.remove_suffix(1);
  for (const std::string_view known : {"From", "from", "Source", "URL", "Url", "Retrieved from", "Printed from",
                                       "Available at", "Taken from", "Link", "Address", "Web"})
    if (label == known) return true;
  return false;
}

// "6/15/2012", "15.06.2012", "2012-06-15", with a time behind it or not: the browser's date.
bool is_date_or_time(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++digits;
    else if (std::string_view("/.-: ,APM").find(c) == std::string_view::npos)
      return false;
  }
  return digits >= 4;
}

// An address alone, with its label, the browser's date before it or its page of pages behind it.
bool is_address_line(std::string_view content) {
  std::size_t begin = content.find("://");
  if (begin == std::string_view::npos) {
    begin = content.starts_with("www.") ? 0 : content.find(" www.");
    if (begin == std::string_view::npos) return false;
    begin += begin > 0 ? 1 : 0;
  } else {
    const std::size_t space = content.rfind(' ', begin);
    begin = space == std::string_view::npos ? 0 : space + 1;
    if (!starts_with_web_address(content.substr(begin))) return false;
  }
  const std::string_view label = text::trimmed(content.substr(0, begin), kSpace);
  const std::size_t end = std::min(content.find(' ', begin), content.size());
  const std::string_view behind = text::trimmed(content.substr(end), kSpace);
  const bool label_fits = label.empty() || names_a_source(label) || is_date_or_time(label);
  const bool behind_fits = behind.empty() || is_page_of_pages(behind) ||
                           (behind.front() == '[' && behind.back() == ']') || is_date_or_time(behind);
  return label_fits && behind_fits;
}

class WebPrintoutResidue final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    // A page of pages is an author's, too; only beside a browser's address is it the browser's.
    if (input.text.find("://") == std::string_view::npos && input.text.find("www.") == std::string_view::npos) return;
    const std::size_t line_count = input.lines.line_count();
    std::vector<bool> is_residue(line_count, false);
    bool has_address = false;
    for (std::size_t line = 0; line < line_count; ++line) {
      const LineView view = view_line(input, line);
      const bool is_address = !view.is_blank() && is_address_line(view.content.of(input.text));
      has_address = has_address || is_address;
      is_residue[line] = is_address || (!view.is_blank() && is_page_of_pages(view.content.of(input.text)));
    }
    if (!has_address) return;
    for (std::size_t line = 0; line < line_count; ++line)
      if (is_residue[line]) line = propose_removal(input, is_residue, line, edits);
  }

 private:
  // Proposes the removal of the residue that begins at `first`; returns its last line.
  static std::size_t propose_removal(const RuleInput& input, const std::vector<bool>& is_residue, std::size_t first,
                                     std::vector<edit::Edit>& edits) {
    const std::size_t line_count = input.lines.line_count();
    std::size_t behind = first + 1;
    while (behind < line_count && is_residue[behind]) ++behind;
    // An address that goes on in running text is the author's.
    const bool stands_alone_above = first == 0 || view_line(input, first - 1).is_blank();
    const bool stands_alone_below = behind == line_count || view_line(input, behind).is_blank();
    if (!stands_alone_above || !stands_alone_below) return behind - 1;
    for (std::size_t line = first; line < behind; ++line) {
      const LineView view = view_line(input, line);
      std::size_t end = line + 1 < line_count ? input.lines.line_span(line + 1).begin : input.text.size();
      // The empty lines behind the last go with it: those before it still part the paragraphs.
      if (line + 1 == behind)
        for (std::size_t next = behind; next < line_count && view_line(input, next).is_blank(); ++next)
          end = next + 1 < line_count ? input.lines.line_span(next + 1).begin : input.text.size();
      const std::string_view content = view.content.of(input.text);
      const bool is_bare = starts_with_web_address(content);
      edits.push_back(make_edit(kInfo, input, {view.whole.begin, end}, "",
                                is_page_of_pages(content) ? "A browser's count of pages stands alone on its line"
                                : is_bare                 ? "A web address stands alone on its line"
                                                          : "A line names the web page that the text was printed from",
                                is_page_of_pages(content) ? 0.75
                                : is_bare                 ? 0.85
                                                          : 0.9));
    }
    return behind - 1;
  }
};

}  // namespace

std::unique_ptr<Rule> make_web_printout_residue() { return std::make_unique<WebPrintoutResidue>(); }

}  // namespace emend::correct
