#include "pipeline/neighbours.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "layout/note_places.h"
#include "pipeline/load_document.h"

namespace emend::pipeline {
namespace {

// More figures are a date or a shelf mark.
constexpr std::size_t kMostFigures = 6;
// Documents that are held in memory at one time. Heads come again every second page; this is far more than that needs.
constexpr std::size_t kLargestGroup = 48;

bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

CountedName counted_name(const std::filesystem::path& path) {
  CountedName counted;
  const std::string stem = path.stem().string();
  std::size_t end = stem.size();
  while (end > 0 && !is_figure(stem[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_figure(stem[begin - 1])) --begin;
  std::size_t letters = begin;
  while (letters > 0 && is_letter(stem[letters - 1])) --letters;
  const std::string folder = path.parent_path().string() + "/";
  if (begin == end || end - begin > kMostFigures) {
    counted.series = folder + path.filename().string();
    return counted;
  }
  // One letter or two say what is counted ("p", "f", "pl"); more are the book's name.
  if (begin - letters > 2) letters = begin;
  counted.series = folder + stem.substr(0, letters) + "#" + stem.substr(end) + path.extension().string();
  counted.section = stem.substr(letters, begin - letters);
  counted.number = std::stoi(stem.substr(begin, end - begin));
  return counted;
}

std::vector<layout::SeriesPage> series_pages(const std::vector<layout::PageLayout>& layouts,
                                             const std::filesystem::path& path) {
  const CountedName counted = counted_name(path);
  std::vector<layout::SeriesPage> pages;
  for (const layout::PageLayout& page : layouts) {
    const bool is_alone = layouts.size() == 1;
    layout::SeriesPage shown;
    shown.section = is_alone ? counted.section : path.filename().string();
    shown.number = is_alone ? counted.number : std::optional(page.number);
    shown.edges = layout::page_edges(page);
    shown.notes = layout::readings_of(layout::find_notes(page, shown.edges));
    shown.notes.page_number = shown.number;
    pages.push_back(std::move(shown));
  }
  return pages;
}

Neighbours without_others(const std::vector<layout::PageLayout>& pages, const std::filesystem::path& path) {
  return {layout::PageSeries(series_pages(pages, path)), 0};
}

std::vector<std::vector<std::size_t>> groups_of(const std::vector<Input>& inputs) {
  std::map<std::string, std::vector<std::size_t>> series;
  std::vector<std::string> order;  // of the first input of each
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    // A text is a document by itself, whatever its name counts.
    const bool is_scanned = is_scan(inputs[i].path).value_or(false);
    const std::string name = is_scanned ? counted_name(inputs[i].path).series : "text " + std::to_string(i);
    auto& members = series[name];
    if (members.empty()) order.push_back(name);
    members.push_back(i);
  }
  std::vector<std::vector<std::size_t>> groups;
  for (const std::string& name : order) {
    std::vector<std::size_t>& members = series[name];
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      const CountedName x = counted_name(inputs[a].path), y = counted_name(inputs[b].path);
      return std::tie(x.section, x.number) < std::tie(y.section, y.number);
    });
    const std::size_t count = (members.size() + kLargestGroup - 1) / kLargestGroup;
    for (std::size_t g = 0; g < count; ++g)
      groups.emplace_back(members.begin() + static_cast<std::ptrdiff_t>(members.size() * g / count),
                          members.begin() + static_cast<std::ptrdiff_t>(members.size() * (g + 1) / count));
  }
  return groups;
}

}  // namespace emend::pipeline
