#include "correct/structure/page_furniture.h"

#include <algorithm>
#include <utility>

#include "edit/apply.h"
#include "layout/furniture.h"

namespace emend::correct {
namespace {

// On the open data no line of text reaches it; see tests/accuracy/print_pages.sh.
constexpr double kAutomaticProbability = 0.98;
// Below this a line at an edge is more probably text.
constexpr double kLeastProbability = 0.6;

std::string_view id_of(layout::FurnitureKind kind) { return kPageFurnitureIds[static_cast<std::size_t>(kind)]; }

std::string reason_of(layout::FurnitureKind kind) {
  switch (kind) {
    case layout::FurnitureKind::kRunningHead: return "A running head is no part of the text";
    case layout::FurnitureKind::kPageNumber: return "A page number is no part of the text";
    case layout::FurnitureKind::kSignatureMark: return "The printer's mark of a gathering is no part of the text";
    case layout::FurnitureKind::kCatchword: return "A catchword is said again where the next page begins";
  }
  return {};
}

// The line with its line break, and with the empty line on one side where there is one on both.
text::Span whole_line(std::string_view text, text::Span line) {
  std::size_t begin = line.begin, end = line.end;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  const bool begins_text = begin == 0 || text[begin - 1] == '\f';
  const bool follows_empty = begins_text || (begin > 1 && text[begin - 1] == '\n' && text[begin - 2] == '\n');
  if (follows_empty && end < text.size())
    while (end < text.size() && text[end] == '\n') ++end;
  // At the end of the text the empty line before it goes.
  if (end == text.size() && begin > 1 && text[begin - 1] == '\n')
    while (begin > 1 && text[begin - 2] == '\n') --begin;
  return {begin, end};
}

}  // namespace

std::vector<edit::Edit> page_furniture_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages,
                                             const layout::PageSeries& series, std::size_t first_in_series) {
  std::vector<edit::Edit> edits;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const layout::PageEdges& edges = series.pages()[first_in_series + page].edges;
    const auto expected = series.expected_number(first_in_series + page);
    for (const layout::Furniture& furniture : layout::find_furniture(series, first_in_series + page)) {
      const double probability = furniture.probability();
      if (probability < kLeastProbability) continue;
      // Nothing goes on a guess: where no count of pages is known, letterheads are repeated, too. A catchword needs
      // none.
      const bool is_counted = expected && expected->witnesses > 0;
      const bool has_neighbours =
          series.pages().size() > 1 && (is_counted || furniture.kind == layout::FurnitureKind::kCatchword);
      const auto& bands = furniture.is_at_top ? edges.top : edges.bottom;
      for (const std::size_t line : bands[furniture.band].lines) {
        edit::Edit edit;
        edit.span = whole_line(raw_text, pages[page].lines[line].span);
        edit.before = std::string(edit.span.of(raw_text));
        edit.rule = id_of(furniture.kind);
        edit.reason = reason_of(furniture.kind);
        edit.probability = std::min(probability, 0.999);
        edit.applicability = has_neighbours && probability >= kAutomaticProbability ? edit::Applicability::kAutomatic
                                                                                    : edit::Applicability::kProposed;
        for (const auto& sign : furniture.signs) edit.evidence.push_back({"layout", sign.statement, sign.log_odds});
        edits.push_back(std::move(edit));
      }
    }
  }
  edit::sort_by_place(edits);
  return edits;
}

}  // namespace emend::correct
