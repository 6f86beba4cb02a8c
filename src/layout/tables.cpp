#include "layout/tables.h"

#include <algorithm>
#include <cmath>

namespace emend::layout {
namespace {

// In x-heights. A typist's space between sentences has about 2.
constexpr double kWideGap = 2.6;
constexpr double kNarrowestGutter = 1.5;
constexpr std::size_t kFewestRows = 3;
// Of the rows, how many have words on both sides of a gutter.
constexpr double kMostlyCrossed = 0.6;
// From line to line of one table, in pitches.
constexpr double kFarthestRow = 2.6;

struct Gutter {
  double left = 0, right = 0;
  double middle() const { return (left + right) / 2; }
};

bool has_wide_gap(const LineLayout& line) {
  for (std::size_t w = 1; w < line.words.size(); ++w)
    if (line.words[w].left - line.words[w - 1].right >= kWideGap * line.x_height) return true;
  return false;
}

class Finder {
 public:
  explicit Finder(const PageLayout& page) : page_(page) {}

  std::vector<Table> tables() {
    for (std::size_t first = 0; first < page_.lines.size();) {
      std::size_t end = first;
      while (end < page_.lines.size() && has_wide_gap(page_.lines[end]) && (end == first || follows(end))) ++end;
      // A row with an empty cell may have no gap; where the others agree it is one all the same.
      if (end - first >= kFewestRows) add(first, end);
      first = std::max(end, first + 1);
    }
    return std::move(tables_);
  }

 private:
  bool follows(std::size_t line) const {
    const double step = page_.lines[line].baseline - page_.lines[line - 1].baseline;
    return step > 0.5 * page_.x_height && (page_.pitch <= 0 || step < kFarthestRow * page_.pitch);
  }

  // Stretches that no word of the rows enters, with words on both sides of them in most rows.
  std::vector<Gutter> gutters(std::size_t first, std::size_t end) const {
    std::vector<std::pair<double, double>> inked;
    for (std::size_t i = first; i < end; ++i)
      for (const WordLayout& word : page_.lines[i].words) inked.emplace_back(word.left, word.right);
    std::sort(inked.begin(), inked.end());
    std::vector<Gutter> found;
    double reached = inked.front().second;
    for (const auto& [left, right] : inked) {
      if (left - reached >= kNarrowestGutter * page_.x_height && is_crossed({reached, left}, first, end))
        found.push_back({reached, left});
      reached = std::max(reached, right);
    }
    return found;
  }

  bool is_crossed(const Gutter& gutter, std::size_t first, std::size_t end) const {
    std::size_t crossed = 0;
    for (std::size_t i = first; i < end; ++i) {
      const LineLayout& line = page_.lines[i];
      crossed += line.words.front().left < gutter.middle() && line.words.back().right > gutter.middle();
    }
    return static_cast<double>(crossed) >= kMostlyCrossed * static_cast<double>(end - first);
  }

  void add(std::size_t first, std::size_t end) {
    const std::vector<Gutter> between = gutters(first, end);
    if (between.empty()) return;
    Table table;
    for (std::size_t i = first; i < end; ++i) {
      TableRow row{i, {}};
      const std::vector<WordLayout>& words = page_.lines[i].words;
      for (std::size_t w = 0; w < words.size(); ++w) {
        const auto column = static_cast<std::size_t>(std::count_if(
            between.begin(), between.end(), [&](const Gutter& gutter) { return gutter.middle() < words[w].left; }));
        if (row.cells.empty() || row.cells.back().column != column) row.cells.push_back({column, w, w});
        row.cells.back().end = w + 1;
      }
      table.rows.push_back(std::move(row));
    }
    for (std::size_t column = 0; column <= between.size(); ++column)
      table.is_flush_right.push_back(column > 0 && spread(table, column, true) < spread(table, column, false));
    tables_.push_back(std::move(table));
  }

  // How far the edges of a column's cells are from their middle one, in all.
  double spread(const Table& table, std::size_t column, bool of_right) const {
    std::vector<double> edges;
    for (const TableRow& row : table.rows)
      for (const TableCell& cell : row.cells)
        if (cell.column == column) {
          const auto& words = page_.lines[row.line].words;
          edges.push_back(of_right ? words[cell.end - 1].right : words[cell.first].left);
        }
    if (edges.empty()) return 0;
    const auto middle = edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 2);
    std::nth_element(edges.begin(), middle, edges.end());
    const double edge = *middle;
    double sum = 0;
    for (const double other : edges) sum += std::abs(other - edge);
    return sum;
  }

  const PageLayout& page_;
  std::vector<Table> tables_;
};

}  // namespace

std::vector<Table> find_tables(const PageLayout& page) {
  return page.x_height > 0 ? Finder(page).tables() : std::vector<Table>();
}

}  // namespace emend::layout
