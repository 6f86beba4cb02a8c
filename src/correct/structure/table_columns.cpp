#include "correct/structure/table_columns.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "layout/tables.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr double kProbability = 0.97;
// Spaces between two columns; whoever joins lines knows a table by three.
constexpr std::size_t kBetweenColumns = 3;

struct Cell {
  text::Span span;  // of the repaired text
  std::size_t length = 0;
};

class TableSetter {
 public:
  TableSetter(const layout::PageLayout& page, const layout::Table& table, const edit::CleanText& repaired)
      : page_(page), table_(table), text_(repaired.text), repaired_(repaired) {}

  // Nothing where a repair has joined or torn the rows.
  std::vector<edit::Edit> edits() {
    widths_.assign(table_.is_flush_right.size(), 0);
    for (const layout::TableRow& row : table_.rows) {
      rows_.emplace_back();
      for (const layout::TableCell& cell : row.cells) {
        const auto found = cell_of(row, cell);
        if (!found) return {};
        rows_.back().push_back(*found);
        widths_[cell.column] = std::max(widths_[cell.column], found->length);
      }
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) set_row(table_.rows[r], rows_[r]);
    return std::move(edits_);
  }

 private:
  std::optional<Cell> cell_of(const layout::TableRow& row, const layout::TableCell& cell) const {
    const auto& words = page_.lines[row.line].words;
    const std::size_t begin = repaired_.to_clean(words[cell.first].span.begin);
    const text::Span last = words[cell.end - 1].span;
    const std::size_t last_begin = repaired_.to_clean(last.begin);
    std::size_t end = repaired_.to_clean(last.end);
    if (end < last_begin) return std::nullopt;
    // The end of a word that was replaced is where its line's next white space is.
    if (end == last_begin) end = std::min(text_.find_first_of(" \n", last_begin), text_.size());
    if (end <= begin) return std::nullopt;
    const std::string_view inside = text_.substr(begin, end - begin);
    if (inside.find('\n') != std::string_view::npos) return std::nullopt;
    return Cell{{begin, end}, text::count_code_points(inside)};
  }

  std::size_t start_of(std::size_t column) const {
    std::size_t start = 0;
    for (std::size_t c = 0; c < column; ++c) start += widths_[c] + kBetweenColumns;
    return start;
  }

  void set_row(const layout::TableRow& row, const std::vector<Cell>& cells) {
    std::size_t at = row.cells.empty() || cells.empty() ? 0 : cells[0].length;
    for (std::size_t c = 1; c < cells.size(); ++c) {
      const std::size_t column = row.cells[c].column;
      const std::size_t slack = table_.is_flush_right[column] ? widths_[column] - cells[c].length : 0;
      const std::size_t wanted = std::max(start_of(column) + slack, at + kBetweenColumns);
      const text::Span gap{cells[c - 1].span.end, cells[c].span.begin};
      if (gap.begin > gap.end || gap.of(text_).find_first_not_of(' ') != std::string_view::npos) return;
      std::string spaces(wanted - at, ' ');
      at = wanted + cells[c].length;
      if (gap.of(text_) == spaces) continue;
      edit::Edit edit;
      edit.span = gap;
      edit.before = std::string(gap.of(text_));
      edit.after = std::move(spaces);
      edit.rule = kTableColumnId;
      edit.reason = "The words stand in columns on the page";
      edit.probability = kProbability;
      edit.applicability = edit::Applicability::kAutomatic;
      edit.evidence = {{"layout", "Lines around it have a gap in the same place", 2}};
      edits_.push_back(std::move(edit));
    }
  }

  const layout::PageLayout& page_;
  const layout::Table& table_;
  std::string_view text_;
  const edit::CleanText& repaired_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::size_t> widths_;
  std::vector<edit::Edit> edits_;
};

}  // namespace

std::vector<edit::Edit> table_column_edits(const std::vector<layout::PageLayout>& pages,
                                           const edit::CleanText& repaired) {
  std::vector<edit::Edit> edits;
  for (const layout::PageLayout& page : pages)
    for (const layout::Table& table : layout::find_tables(page))
      for (edit::Edit& edit : TableSetter(page, table, repaired).edits()) edits.push_back(std::move(edit));
  edit::sort_by_place(edits);
  return edits;
}

}  // namespace emend::correct
