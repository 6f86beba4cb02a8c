#include "ocr/line_order.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/median.h"
#include "document/baseline.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

using document::Line;

// In heights of capitals: parts of lines whose baselines differ by less stand on one line; typists' lines are 1.6 and
// more apart.
constexpr double kSameLine = 0.65;
// A corridor between columns runs through so many lines with text at both sides, whose parts have so many characters
// on average. Cells of tables are shorter, and are read across.
constexpr std::size_t kFewestRowsOfColumns = 5;
constexpr double kFewestCharacters = 18;
// A paragraph begins behind a distance of this many usual ones, or where a line is indented by so many heights of
// capitals against the lines around it.
constexpr double kParagraphDistance = 1.4;
constexpr double kIndent = 2;

struct Row {
  std::vector<Line> parts;  // from left to right
  double y = 0;             // of the baseline where it would meet the left edge of the page
  document::Box box;
};

double middle_slope(const std::vector<Line>& parts) {
  // Weighed by their widths: short parts tell no slope.
  std::vector<std::pair<double, double>> slopes;
  double total = 0;
  for (const Line& part : parts) {
    const int width = part.baseline.x1 - part.baseline.x0;
    if (width <= 0) continue;
    slopes.emplace_back(static_cast<double>(part.baseline.y1 - part.baseline.y0) / width, width);
    total += width;
  }
  std::sort(slopes.begin(), slopes.end());
  double seen = 0;
  for (const auto& [slope, width] : slopes)
    if ((seen += width) >= total / 2) return slope;
  return 0;
}

double level_of(const Line& part, double slope) {
  const double x = (part.baseline.x0 + part.baseline.x1) / 2.0, y = (part.baseline.y0 + part.baseline.y1) / 2.0;
  return y - slope * x;
}

bool is_beside(const document::Box& a, const document::Box& b) {
  const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  return shared <= std::min(a.width, b.width) / 4;
}

// Whether no word of one stands where a word of the other does; a word that was read apart stands between others.
bool is_beside(const Line& a, const Line& b) {
  if (is_beside(a.box, b.box)) return true;
  return std::all_of(a.words.begin(), a.words.end(), [&](const document::Word& word) {
    return std::all_of(b.words.begin(), b.words.end(),
                       [&](const document::Word& other) { return is_beside(word.box, other.box); });
  });
}

// The baseline of a part that is as steep as the page's lines are: that of a few letters is as steep as they make it.
document::Baseline levelled(const Line& part, double slope) {
  const document::Baseline& own = part.baseline;
  const double rise = slope * (own.x1 - own.x0) / 2, middle = (own.y0 + own.y1) / 2.0;
  return {own.x0, static_cast<int>(std::lround(middle - rise)), own.x1, static_cast<int>(std::lround(middle + rise))};
}

// From the end of one baseline to the facing end of the other, less what the page's slope makes of that.
double step_between(const document::Baseline& from, const document::Baseline& to, double slope) {
  const bool is_right = from.x0 < to.x0;
  const int from_x = is_right ? from.x1 : from.x0, from_y = is_right ? from.y1 : from.y0;
  const int to_x = is_right ? to.x0 : to.x1, to_y = is_right ? to.y0 : to.y1;
  return to_y - from_y - slope * (to_x - from_x);
}

// How far `part` lies below the baseline of the nearest part of the row: lines of curled pages are no straight ones, so
// only their facing ends are compared, as steep as they are or as the page is, whichever brings them nearer; or the
// place of the shorter one where one lies within the other.
double step_from(const Row& row, const Line& part, double slope) {
  const Line* nearest = nullptr;
  int least_gap = 0;
  for (const Line& other : row.parts) {
    const int gap = std::max(other.box.x - part.box.right(), part.box.x - other.box.right());
    if (nearest != nullptr && gap >= least_gap) continue;
    nearest = &other;
    least_gap = gap;
  }
  if (least_gap < 0) {
    const document::Box& shorter = part.box.width < nearest->box.width ? part.box : nearest->box;
    const double x = shorter.x + shorter.width / 2.0;
    return document::y_at(part.baseline, x) - document::y_at(nearest->baseline, x);
  }
  const double as_they_are = step_between(nearest->baseline, part.baseline, slope);
  const double as_the_page = step_between(levelled(*nearest, slope), levelled(part, slope), slope);
  return std::abs(as_they_are) < std::abs(as_the_page) ? as_they_are : as_the_page;
}

std::vector<Row> rows_of(std::vector<Line> parts, double tall_px) {
  const double slope = middle_slope(parts);
  // The longest first: the short ones go where these are.
  std::stable_sort(parts.begin(), parts.end(), [](const Line& a, const Line& b) {
    return std::tuple(-a.box.width, a.box.y, a.box.x) < std::tuple(-b.box.width, b.box.y, b.box.x);
  });
  std::vector<Row> rows;
  for (Line& part : parts) {
    Row* nearest = nullptr;
    double least_step = kSameLine * tall_px;
    for (Row& row : rows) {
      if (!std::all_of(row.parts.begin(), row.parts.end(), [&](const Line& other) { return is_beside(other, part); }))
        continue;
      const double step = std::abs(step_from(row, part, slope));
      if (step > least_step) continue;
      least_step = step;
      nearest = &row;
    }
    if (nearest == nullptr) nearest = &rows.emplace_back(Row{{}, level_of(part, slope), {}});
    nearest->box = document::united(nearest->box, part.box);
    nearest->parts.push_back(std::move(part));
  }
  for (Row& row : rows)
    std::stable_sort(row.parts.begin(), row.parts.end(),
                     [](const Line& a, const Line& b) { return a.box.x < b.box.x; });
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.y < b.y; });
  return rows;
}

std::size_t characters_of(const Line& line) {
  std::size_t count = 0;
  for (const document::Word& word : line.words) count += text::count_code_points(word.best().text) + 1;
  return count;
}

bool is_crossed(const Row& row, int x) {
  return std::any_of(row.parts.begin(), row.parts.end(),
                     [&](const Line& part) { return part.box.x < x && part.box.right() > x; });
}

struct Columns {
  std::size_t begin = 0, end = 0;  // rows [begin, end)
  int x = 0;
};

// The longest stretch of rows that a corridor at `x` runs through, if it parts columns.
Columns columns_at(const std::vector<Row>& rows, int x) {
  Columns best;
  for (std::size_t begin = 0; begin < rows.size();) {
    if (is_crossed(rows[begin], x)) {
      ++begin;
      continue;
    }
    std::size_t end = begin, both = 0, left = 0, right = 0, left_parts = 0, right_parts = 0;
    for (; end < rows.size() && !is_crossed(rows[end], x); ++end) {
      bool has_left = false, has_right = false;
      for (const Line& part : rows[end].parts) {
        (part.box.x < x ? left : right) += characters_of(part);
        (part.box.x < x ? has_left : has_right) = true;
      }
      left_parts += has_left ? 1 : 0;
      right_parts += has_right ? 1 : 0;
      both += has_left && has_right ? 1 : 0;
    }
    const bool are_phrases = left >= kFewestCharacters * static_cast<double>(left_parts) &&
                             right >= kFewestCharacters * static_cast<double>(right_parts);
    if (both >= kFewestRowsOfColumns && are_phrases && end - begin > best.end - best.begin) best = {begin, end, x};
    begin = end;
  }
  return best;
}

Columns find_columns(const std::vector<Row>& rows) {
  Columns best;
  for (const Row& row : rows)
    for (std::size_t i = 1; i < row.parts.size(); ++i) {
      const Columns found = columns_at(rows, (row.parts[i - 1].box.right() + row.parts[i].box.x) / 2);
      if (found.end - found.begin > best.end - best.begin) best = found;
    }
  return best;
}

Line joined(Row row) {
  bool is_within = false;  // one part lies between the words of another
  Line line = std::move(row.parts.front());
  for (std::size_t i = 1; i < row.parts.size(); ++i) {
    Line& part = row.parts[i];
    is_within = is_within || part.box.x < line.box.right();
    line.box = document::united(line.box, part.box);
    if (part.baseline.x1 > line.baseline.x1) {
      line.baseline.x1 = part.baseline.x1;
      line.baseline.y1 = part.baseline.y1;
    }
    line.x_height_px = std::max(line.x_height_px, part.x_height_px);
    std::move(part.words.begin(), part.words.end(), std::back_inserter(line.words));
  }
  if (is_within)
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const document::Word& a, const document::Word& b) { return a.box.x < b.box.x; });
  return line;
}

double usual_distance(const std::vector<Row>& rows) {
  std::vector<double> distances;
  for (std::size_t i = 1; i < rows.size(); ++i) distances.push_back(rows[i].y - rows[i - 1].y);
  return median(std::move(distances));
}

bool begins_paragraph(const Row& before, const Row& row, const Row* after, double distance_px, double tall_px) {
  if (row.y - before.y > kParagraphDistance * distance_px) return true;
  if (row.box.x - before.box.x < kIndent * tall_px) return false;
  return after == nullptr || row.box.x - after->box.x >= kIndent * tall_px;
}

document::Block block_of(std::vector<Row> rows, double tall_px) {
  document::Block block;
  const double distance_px = usual_distance(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row* after = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
    if (i == 0 || begins_paragraph(rows[i - 1], rows[i], after, distance_px, tall_px)) {
      block.paragraphs.emplace_back();
      if (after != nullptr && after->y - rows[i].y <= kParagraphDistance * distance_px)
        block.paragraphs.back().first_line_indent_px = rows[i].box.x - after->box.x;
    }
    document::Paragraph& paragraph = block.paragraphs.back();
    paragraph.box = document::united(paragraph.box, rows[i].box);
    block.box = document::united(block.box, rows[i].box);
    // Rows are asked for their places until the next one is done.
    paragraph.lines.push_back(joined(rows[i]));
  }
  return block;
}

}  // namespace

std::vector<document::Block> blocks_in_order(std::vector<Line> parts, double tall_px) {
  std::vector<document::Block> blocks;
  std::vector<Row> rows = rows_of(std::move(parts), tall_px);
  const Columns columns = find_columns(rows);
  const auto add = [&](std::vector<Row> stretch) {
    if (!stretch.empty()) blocks.push_back(block_of(std::move(stretch), tall_px));
  };
  const auto at = [&](std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); };
  add({at(0), at(columns.begin)});
  for (const bool is_left : {true, false}) {
    std::vector<Row> column;
    for (std::size_t i = columns.begin; i < columns.end; ++i) {
      Row row{{}, rows[i].y, {}};
      for (const Line& part : rows[i].parts) {
        if ((part.box.x < columns.x) != is_left) continue;
        row.box = document::united(row.box, part.box);
        row.parts.push_back(part);
      }
      if (!row.parts.empty()) column.push_back(std::move(row));
    }
    add(std::move(column));
  }
  add({at(columns.end), rows.end()});
  return blocks;
}

}  // namespace emend::ocr
