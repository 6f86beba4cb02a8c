#include "layout/page_edges.h"

#include <algorithm>
#include <optional>

#include "layout/page_number.h"
#include "text/distance.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::layout {
namespace {

constexpr std::size_t kMostBands = 2;
// A page of fewer lines is a plate, a title or a cover.
constexpr std::size_t kFewestLines = 4;

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded here = text::decode_at(text, i);
    if (text::is_letter(here.code_point) || text::is_digit(here.code_point)) return true;
    i += here.size;
  }
  return false;
}

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) tokens.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return tokens;
}

std::string letters_of(const std::vector<std::string>& tokens) {
  std::string letters;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool is_at_end = i == 0 || i + 1 == tokens.size();
    if (is_at_end && tokens.size() > 1 && read_page_number(tokens[i])) continue;
    const std::string lower = text::to_lower(tokens[i]);
    for (std::size_t at = 0; at < lower.size();) {
      const text::Decoded here = text::decode_at(lower, at);
      if (text::is_letter(here.code_point)) letters.append(lower, at, here.size);
      at += here.size;
    }
  }
  return letters;
}

bool is_capitals(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded here = text::decode_at(text, i);
    upper += text::is_upper(here.code_point);
    lower += text::is_lower(here.code_point);
    i += here.size;
  }
  return upper > lower;
}

bool ends_as_prose(const EdgeBand& band) {
  if (band.tokens.size() < 4 || band.is_capitals) return false;
  const std::string& last = band.tokens.back();
  const std::string& inner = band.tokens[band.tokens.size() - 2];
  const auto is_small = [](const std::string& word) { return text::casing_of(word) == text::Casing::kLower; };
  return is_small(inner) && is_small(last);
}

// The lines at the height of `seed`, which is the outermost of those that are left.
EdgeBand band_around(const PageLayout& page, const std::vector<std::size_t>& order, std::size_t& next) {
  EdgeBand band;
  const LineLayout& seed = page.lines[order[next]];
  const double reach = 0.6 * std::max(seed.x_height, page.x_height);
  while (next < order.size() && std::abs(page.lines[order[next]].baseline - seed.baseline) <= reach)
    band.lines.push_back(order[next++]);
  std::sort(band.lines.begin(), band.lines.end(),
            [&](std::size_t a, std::size_t b) { return page.lines[a].left < page.lines[b].left; });
  double left = page.width, right = 0, baseline = 0, x_height = 0;
  for (const std::size_t line : band.lines) {
    const LineLayout& piece = page.lines[line];
    band.text += (band.text.empty() ? "" : " ") + std::string(piece.text);
    left = std::min(left, piece.left);
    right = std::max(right, piece.right);
    baseline += piece.baseline / static_cast<double>(band.lines.size());
    x_height = std::max(x_height, piece.x_height);
  }
  band.tokens = tokens_of(band.text);
  band.letters = letters_of(band.tokens);
  band.y = baseline / page.height;
  band.size = page.x_height > 0 ? x_height / page.x_height : 1;
  const double width = std::max(1.0, page.right - page.left);
  band.width = (right - left) / width;
  band.centre = ((left + right) / 2 - page.left) / width;
  band.is_capitals = is_capitals(band.text);
  band.ends_as_prose = ends_as_prose(band);
  if (next < order.size()) band.gap = std::abs(page.lines[order[next]].baseline - baseline) / page.pitch;
  return band;
}

std::vector<EdgeBand> bands(const PageLayout& page, const std::vector<std::size_t>& order) {
  std::vector<EdgeBand> bands;
  std::size_t next = 0;
  while (bands.size() < kMostBands && next < order.size()) bands.push_back(band_around(page, order, next));
  return bands;
}

}  // namespace

PageEdges page_edges(const PageLayout& page) {
  PageEdges edges;
  if (page.pitch <= 0 || page.height <= 0) return edges;
  // Specks at an edge that were read as a dash or a stop are no line.
  std::vector<std::size_t> order;
  for (const std::size_t line : page.from_top)
    if (has_letter_or_digit(page.lines[line].text)) order.push_back(line);
  if (order.size() < kFewestLines) return edges;
  edges.top = bands(page, order);
  std::reverse(order.begin(), order.end());
  edges.bottom = bands(page, order);
  return edges;
}

double similarity(const std::string& a, const std::string& b) {
  const std::u32string x = text::to_code_points(a), y = text::to_code_points(b);
  const std::size_t longer = std::max(x.size(), y.size());
  if (longer == 0) return 1;
  return 1 - static_cast<double>(text::edit_distance(x, y)) / static_cast<double>(longer);
}

}  // namespace emend::layout
