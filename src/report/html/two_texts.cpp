#include "report/html/two_texts.h"

#include <algorithm>
#include <string_view>

#include "report/html/bands.h"
#include "report/html/markup.h"
#include "report/line_regions.h"
#include "text/line_index.h"

namespace emend::report::html {
namespace {

// Rows that the browser lays out together; only those in view are laid out at all.
constexpr std::size_t kRowsOfChunk = 40;

// Where a change shows in both texts.
struct Mark {
  text::Span raw;
  text::Span clean;
  std::size_t record = 0;
};

bool lies_in_text(const edit::Edit& edit, std::string_view raw) {
  return edit.span.begin <= edit.span.end && edit.span.end <= raw.size() && edit.span.of(raw) == edit.before;
}

// In the order of both texts, without overlaps: all applied changes, and the others where they leave room.
std::vector<Mark> marks_of(std::string_view raw, const edit::CleanText& clean,
                           const std::vector<store::ChangeRecord>& records) {
  std::vector<Mark> marks;
  std::size_t next_applied = 0;
  edit::AppliedSpan before;  // the last applied edit so far
  std::size_t raw_done = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (next_applied < clean.applied.size() && clean.applied[next_applied].edit == i) {
      before = clean.applied[next_applied++];
      marks.push_back({before.raw, before.clean, i});
      raw_done = before.raw.end;
      continue;
    }
    const edit::Edit& edit = records[i].change.edit;
    if (records[i].change.is_accepted() || !lies_in_text(edit, raw) || edit.span.begin < raw_done) continue;
    if (next_applied < clean.applied.size() && clean.applied[next_applied].raw.begin < edit.span.end) continue;
    const std::size_t begin = edit.span.begin - before.raw.end + before.clean.end;
    marks.push_back({edit.span, {begin, begin + edit.span.size()}, i});
    raw_done = edit.span.end;
  }
  return marks;
}

enum class Side { kRaw, kClean };

std::string mark_html(const Mark& mark, const store::ChangeRecord& record, std::string_view shown, Side side) {
  const bool is_applied = record.change.is_accepted();
  const char* element = !is_applied ? "mark" : side == Side::kRaw ? "del" : "ins";
  const std::string number = std::to_string(mark.record + 1);
  std::string out = std::string("<") + element + " class=\"" + std::string(band_class(record.change.decision.verdict));
  if (shown.empty()) out += " nothing";
  out += "\"";
  if (side == Side::kRaw) out += " id=\"m" + number + "\"";
  out += "><a href=\"#c" + number + "\"";
  if (side == Side::kClean) out += " tabindex=\"-1\"";  // one stop for the keyboard is enough
  if (shown.empty()) out += " aria-label=\"nothing\"";
  return out + " title=\"" + tooltip(record) + "\">" + text_html(shown, LineEnds::kKept) + "</a></" + element + ">";
}

class TextRows {
 public:
  TextRows(const document::Document& document, const edit::CleanText& clean,
           const std::vector<store::ChangeRecord>& records)
      : document_(document),
        raw_(document.raw.text()),
        clean_(clean.text),
        records_(records),
        marks_(marks_of(raw_, clean, records)) {
    std::vector<text::Span> together;
    together.reserve(marks_.size());
    for (const Mark& mark : marks_) together.push_back(mark.raw);
    regions_ = line_regions(raw_, clean, together);
  }

  std::string html() {
    const text::LineIndex lines(raw_);
    std::string out;
    std::size_t rows = 0;  // of the open chunk
    for (const LineRegion& region : regions_) {
      const std::string page = page_break(region);
      if (rows > 0 && (rows == kRowsOfChunk || !page.empty())) {
        out += "</div>\n";
        rows = 0;
      }
      if (rows == 0) out += "<div class=\"chunk\" role=\"rowgroup\">\n" + page;
      out += row(region, lines.line_of(region.raw.begin) + 1);
      ++rows;
    }
    if (rows > 0) out += "</div>\n";
    return out;
  }

 private:
  // The heading of a page where the region is the first of it; empty elsewhere and where there is no scan.
  std::string page_break(const LineRegion& region) {
    const auto& places = document_.raw.places();
    while (next_place_ < places.size() && places[next_place_].span.begin < region.raw.begin) ++next_place_;
    if (next_place_ == places.size() || places[next_place_].span.begin >= region.raw.end) return {};
    const int number = document_.pages[places[next_place_].page].number;
    if (number == page_number_) return {};
    page_number_ = number;
    return "<div class=\"page\" role=\"row\"><span role=\"cell\">Page " + std::to_string(number) + "</span></div>\n";
  }

  std::string row(const LineRegion& region, std::size_t line) {
    const std::size_t first = next_mark_;
    const bool is_last = region.raw.end == raw_.size();
    while (next_mark_ < marks_.size() && (is_last || marks_[next_mark_].raw.begin < region.raw.end)) ++next_mark_;
    if (first == next_mark_ && without_last_line_end(region.raw.of(raw_)).empty() && !region.is_changed)
      return "<div class=\"row blank\" role=\"row\"><div role=\"cell\"></div><div role=\"cell\"></div></div>\n";
    return std::string("<div class=\"row") + (region.is_changed ? " changed" : "") +
           "\" role=\"row\"><div class=\"raw\" role=\"cell\" dir=\"auto\"><span class=\"n\" aria-hidden=\"true\">" +
           std::to_string(line) + "</span>" + cell(region.raw, first, Side::kRaw) +
           "</div><div class=\"clean\" role=\"cell\" dir=\"auto\">" + cell(region.clean, first, Side::kClean) +
           "</div></div>\n";
  }

  std::string cell(text::Span span, std::size_t first_mark, Side side) const {
    const std::string_view text = side == Side::kRaw ? raw_ : std::string_view(clean_);
    std::string out;
    std::size_t done = span.begin;
    for (std::size_t i = first_mark; i < next_mark_; ++i) {
      const text::Span place = side == Side::kRaw ? marks_[i].raw : marks_[i].clean;
      out += text_html(text.substr(done, place.begin - done), LineEnds::kKept);
      out += mark_html(marks_[i], records_[marks_[i].record], place.of(text), side);
      done = place.end;
    }
    return out + text_html(without_last_line_end(text.substr(done, span.end - done)), LineEnds::kKept);
  }

  const document::Document& document_;
  std::string_view raw_;
  const std::string& clean_;
  const std::vector<store::ChangeRecord>& records_;
  std::vector<Mark> marks_;
  std::vector<LineRegion> regions_;
  std::size_t next_mark_ = 0;
  std::size_t next_place_ = 0;
  int page_number_ = 0;
};

}  // namespace

std::string two_texts(const document::Document& document, const edit::CleanText& clean,
                      const std::vector<store::ChangeRecord>& records) {
  return "<div class=\"two\" role=\"table\" aria-label=\"The text as read and as restored\">\n"
         "<div class=\"row head\" role=\"row\"><div role=\"columnheader\">As read</div>"
         "<div role=\"columnheader\">Restored</div></div>\n" +
         TextRows(document, clean, records).html() + "</div>\n";
}

}  // namespace emend::report::html
