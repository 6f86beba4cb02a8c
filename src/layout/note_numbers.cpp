#include "layout/note_numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace emend::layout {
namespace {

constexpr double kImpossible = -1e9;
// Log-odds, judged on papaoppo and thornton of the open data.
constexpr double kAnotherStart = -2.5;     // a page that stands alone begins at 1
constexpr double kNoteBetween = -4;        // between pages that follow each other no note is lost ...
constexpr double kNoteOnMissingPage = -1;  // ... but on a page that is not there may be some
constexpr double kNewCount = -3;           // a chapter begins
constexpr double kCountsOnMargin = 2;      // most books begin at 1 on every page

bool is_in(std::string_view digits, int digit) {
  return digits.find(static_cast<char>('0' + digit)) != std::string_view::npos;
}

// How much one sign speaks for a digit.
double sign_fits(std::string_view sign, int digit) {
  if (sign.size() == 1 && sign[0] >= '0' && sign[0] <= '9') {
    if (sign[0] - '0' == digit) return 2;
    // Round figures are taken for each other in small type.
    return is_in("35689", digit) && is_in("35689", sign[0] - '0') ? -0.3 : -1.2;
  }
  if (sign == "!" || sign == "I" || sign == "l" || sign == "|" || sign == "i" || sign == "¹")
    return digit == 1 ? 1.5 : -1;
  if (sign == "?" || sign == "²" || sign == "Z") return digit == 2 ? 1.2 : digit == 1 ? 0.3 : -0.4;
  if (sign == "®" || sign == "©" || sign == "°" || sign == "§") return is_in("35689", digit) ? 0.7 : -0.5;
  if (sign == "*") return is_in("134", digit) ? 0.3 : 0;
  if (sign == "+") return digit == 4 ? 0.5 : 0;
  if (sign == "³") return digit == 3 ? 1.5 : -0.5;
  return 0;
}

std::vector<std::string> signs_of(const std::string& reading) {
  std::vector<std::string> signs;
  for (const char c : reading) {
    if (c == ' ' || c == '_' || c == '.') continue;
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (continues && !signs.empty())
      signs.back() += c;
    else
      signs.emplace_back(1, c);
  }
  return signs;
}

double reading_fits(const std::string& reading, int number) {
  const std::vector<std::string> signs = signs_of(reading);
  const std::string digits = std::to_string(number);
  if (signs.empty()) return 0;
  if (signs.size() != digits.size()) return digits.size() > 1 ? -0.5 : -0.2;
  double sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += sign_fits(signs[i], digits[i] - '0');
  return sum;
}

// The best way to give the readings, in order, numbers from `first` on, of which there are `count`.
struct Placing {
  double fit = 0;
  std::vector<int> numbers;
};

Placing place(const std::vector<std::string>& readings, int first, std::size_t count) {
  const std::size_t spare = count - readings.size();
  // best[i][k]: the first i readings placed with k numbers passed over.
  std::vector<std::vector<double>> best(readings.size() + 1, std::vector<double>(spare + 1, kImpossible));
  std::vector<std::vector<std::size_t>> passed(readings.size() + 1, std::vector<std::size_t>(spare + 1, 0));
  std::fill(best[0].begin(), best[0].end(), 0);
  for (std::size_t i = 0; i < readings.size(); ++i)
    for (std::size_t k = 0; k <= spare; ++k) {
      const double fit = reading_fits(readings[i], first + static_cast<int>(i + k));
      for (std::size_t before = 0; before <= k; ++before)
        if (best[i][before] + fit > best[i + 1][k]) {
          best[i + 1][k] = best[i][before] + fit;
          passed[i + 1][k] = before;
        }
      if (i == 0) {
        best[1][k] = fit;
        passed[1][k] = k;
      }
    }
  // Of equal ways the one that passes over the last numbers.
  std::size_t k = 0;
  for (std::size_t other = 1; other <= spare; ++other)
    if (best[readings.size()][other] > best[readings.size()][k]) k = other;
  Placing placing{best[readings.size()][k], std::vector<int>(readings.size())};
  for (std::size_t i = readings.size(); i-- > 0;) {
    placing.numbers[i] = first + static_cast<int>(i + k);
    k = passed[i + 1][k];
  }
  return placing;
}

double page_fits(const NoteReadings& page, int first) {
  return place(page.marks, first, page.count()).fit + place(page.labels, first, page.count()).fit;
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
    for (int start = 1; start <= kHighestNote; ++start) {
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
  if (page.count() == 0) return numbers;
  std::vector<std::size_t> with_notes;
  double begins_anew = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (pages[p].count() == 0) continue;
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
  numbers.marks = place(page.marks, first, page.count()).numbers;
  numbers.labels = place(page.labels, first, page.count()).numbers;
  return numbers;
}

}  // namespace emend::layout
