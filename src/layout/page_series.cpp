#include "layout/page_series.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "layout/page_number.h"

namespace emend::layout {
namespace {

// Books are sampled every tenth page, and some cameras count by tens.
constexpr int kSteps[] = {1, 2, 5, 10, 100};
// Fewer pages that agree are a coincidence.
constexpr std::size_t kFewestWitnesses = 2;

// Numbers that the edges of a page may bear.
std::set<int> printed_numbers(const PageEdges& edges) {
  std::set<int> numbers;
  const auto add = [&](const std::string& token) {
    if (const auto number = read_page_number(token)) numbers.insert(*number);
  };
  for (const auto* bands : {&edges.top, &edges.bottom})
    for (const EdgeBand& band : *bands) {
      if (band.tokens.empty()) continue;
      const bool is_head = bands == &edges.top && &band == &bands->front();
      if (!is_head && !band.is_lone_sign()) continue;
      add(band.tokens.front());
      add(band.tokens.back());
    }
  return numbers;
}

}  // namespace

PageSeries::PageSeries(std::vector<SeriesPage> pages) : pages_(std::move(pages)) {
  std::map<std::string, std::map<std::pair<int, int>, std::vector<std::size_t>>> votes;
  std::map<std::string, std::size_t> voters;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (!pages_[i].number) continue;
    const std::set<int> numbers = printed_numbers(pages_[i].edges);
    voters[pages_[i].section] += !numbers.empty();
    for (const int step : kSteps) {
      std::set<int> offsets;
      for (const int number : numbers) offsets.insert(*pages_[i].number - step * number);
      for (const int offset : offsets) votes[pages_[i].section][{step, offset}].push_back(i);
    }
  }
  for (auto& [section, candidates] : votes) {
    // Of equally well supported counts the one with the smaller step, then that nearer to the files' own numbers.
    const auto best = std::min_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
      if (a.second.size() != b.second.size()) return a.second.size() > b.second.size();
      if (a.first.first != b.first.first) return a.first.first < b.first.first;
      return std::abs(a.first.second) < std::abs(b.first.second);
    });
    // Unrelated pages in one folder agree now and then; pages of a book do so on most pages that bear a number.
    const auto in_section = std::count_if(
        pages_.begin(), pages_.end(), [&section = section](const SeriesPage& page) { return page.section == section; });
    if (best->second.size() < kFewestWitnesses || 4 * best->second.size() < static_cast<std::size_t>(in_section) ||
        2 * best->second.size() < voters[section])
      continue;
    counts_.push_back({section, best->first.first, best->first.second, std::move(best->second)});
  }
  std::stable_sort(counts_.begin(), counts_.end(),
                   [](const Count& a, const Count& b) { return a.witnesses.size() > b.witnesses.size(); });
}

std::optional<PageSeries::Expected> PageSeries::expected_number(std::size_t index) const {
  const SeriesPage& page = pages_.at(index);
  if (!page.number) return std::nullopt;
  const auto own =
      std::find_if(counts_.begin(), counts_.end(), [&](const Count& count) { return count.section == page.section; });
  const auto count = own != counts_.end() ? own : counts_.begin();
  if (count == counts_.end()) return Expected{*page.number, 0, true};
  const int distance = *page.number - count->offset;
  if (distance <= 0 || distance % count->step != 0) return std::nullopt;
  const auto is_other = [&](std::size_t witness) { return witness != index; };
  const auto others = std::count_if(count->witnesses.begin(), count->witnesses.end(), is_other);
  return Expected{distance / count->step, static_cast<std::size_t>(others), own != counts_.end()};
}

}  // namespace emend::layout
