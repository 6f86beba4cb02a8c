#include "layout/note_numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "layout/note_sequence.h"
#include "layout/note_signs.h"

namespace emend::layout {
namespace {

constexpr double kImpossible = -1e9;
// Log-odds, judged on papaoppo and thornton of the open data.
constexpr double kAnotherStart = -2.5;     // a page that stands alone begins at 1
constexpr double kNoteBetween = -4;        // between pages that follow each other no note is lost ...
constexpr double kNoteOnMissingPage = -1;  // ... but on a page that is not there may be some
constexpr double kNewCount = -3;           // a chapter begins
constexpr double kCountsOnMargin = 2;      // most books begin at 1 on every page

// How well the readings, in order, fit numbers from `first` on, of which there are `count`, in the best way.
double best_fit(const std::vector<std::string>& readings, int first, std::size_t count) {
  const std::size_t spare = count - readings.size();
  // best[k]: of the readings so far, with k numbers passed over.
  std::vector<double> best(spare + 1, 0);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    double so_far = kImpossible;
    for (std::size_t k = 0; k <= spare; ++k) {
      so_far = std::max(so_far, best[k]);
      best[k] = so_far + reading_fits(readings[i], first + static_cast<int>(i + k));
    }
  }
  return *std::max_element(best.begin(), best.end());
}

// A mark for each reading, and labels likewise: surely there, and rising.
std::vector<int> numbers_of(const std::vector<std::string>& readings, int first, std::size_t count) {
  std::vector<NoteSite> sites;
  for (const std::string& reading : readings) {
    sites.emplace_back();
    sites.back().signs = reading;
    sites.back().is_certain = true;
  }
  std::vector<int> numbers;
  for (const NoteNumber& found : number_sites(sites, NoteCount{first, first + static_cast<int>(count) - 1}))
    numbers.push_back(numbers.empty() ? found.number : std::max(found.number, numbers.back() + 1));
  return numbers;
}

double page_fits(const NoteReadings& page, int first) {
  return best_fit(page.marks, first, page.count()) + best_fit(page.labels, first, page.count());
}

// A page of more notes than numbers is a table.
bool is_numbered(const NoteReadings& page) {
  return page.count() > 0 && page.count() <= static_cast<std::size_t>(kHighestNote);
}

bool follow_each_other(const NoteReadings& a, const NoteReadings& b) {
  return a.page_number && b.page_number && *b.page_number == *a.page_number + 1;
}

// The starts of all pages that have notes, if the book counts on; by the likeliest way through them.
struct Way {
  double fit = kImpossible;
  std::vector<int> starts;
};

Way count_on(const std::vector<NoteReadings>& pages, const std::vector<std::size_t>& with_notes) {
  const std::size_t size = kHighestNote + 1;
  std::vector<std::vector<double>> best;
  std::vector<std::vector<int>> from;
  for (std::size_t p = 0; p < with_notes.size(); ++p) {
    const NoteReadings& page = pages[with_notes[p]];
    best.emplace_back(size, kImpossible);
    from.emplace_back(size, 0);
    for (int start = 1; start + static_cast<int>(page.count()) - 1 <= kHighestNote; ++start) {
      double reached = start == 1 ? 0 : kAnotherStart;
      int reached_from = 0;
      if (p > 0) {
        const NoteReadings& last = pages[with_notes[p - 1]];
        bool is_gap = false;
        for (std::size_t i = with_notes[p - 1]; i < with_notes[p]; ++i)
          is_gap |= !follow_each_other(pages[i], pages[i + 1]);
        reached = kImpossible;
        for (int before = 1; before <= kHighestNote; ++before) {
          if (best[p - 1][before] <= kImpossible) continue;
          const int between = start - before - static_cast<int>(last.count());
          double step = kImpossible;
          if (between >= 0) step = between * (is_gap ? kNoteOnMissingPage : kNoteBetween);
          if (start == 1) step = std::max(step, kNewCount);
          if (best[p - 1][before] + step > reached) {
            reached = best[p - 1][before] + step;
            reached_from = before;
          }
        }
      }
      if (reached <= kImpossible / 2) continue;
      best[p][static_cast<std::size_t>(start)] = reached + page_fits(page, start);
      from[p][static_cast<std::size_t>(start)] = reached_from;
    }
  }
  Way way;
  if (with_notes.empty()) return way;
  const auto last = std::max_element(best.back().begin() + 1, best.back().end());
  way.fit = *last;
  way.starts.resize(with_notes.size());
  int start = static_cast<int>(last - best.back().begin());
  for (std::size_t p = with_notes.size(); p-- > 0;) {
    way.starts[p] = start;
    start = from[p][static_cast<std::size_t>(start)];
  }
  return way;
}

}  // namespace

NoteNumbers number_notes(const std::vector<NoteReadings>& pages, std::size_t index) {
  NoteNumbers numbers;
  const NoteReadings& page = pages.at(index);
  if (!is_numbered(page)) return numbers;
  std::vector<std::size_t> with_notes;
  double begins_anew = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (!is_numbered(pages[p])) continue;
    with_notes.push_back(p);
    begins_anew += page_fits(pages[p], 1);
  }
  const Way way = count_on(pages, with_notes);
  int first = 1;
  if (way.fit > begins_anew + kCountsOnMargin) {
    const auto at = std::find(with_notes.begin(), with_notes.end(), index) - with_notes.begin();
    first = way.starts[static_cast<std::size_t>(at)];
    numbers.counts_on = true;
  }
  const double margin = std::abs(way.fit - begins_anew - kCountsOnMargin) + 1;
  numbers.probability = 1 / (1 + std::exp(-margin - 1));
  numbers.marks = numbers_of(page.marks, first, page.count());
  numbers.labels = numbers_of(page.labels, first, page.count());
  return numbers;
}

}  // namespace emend::layout
