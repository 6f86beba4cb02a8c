#include "check/corpus/missing_pages.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "check/rule_names.h"
#include "text/visible.h"

namespace emend::check {
namespace {

// Share of the numbers of a sequence that must be there for the others to be missing: samples lack most of theirs.
constexpr double kShareOfSequence = 0.9;
// A longer number is a date or an archive's number.
constexpr std::size_t kMostDigits = 9;
// Pages in a row on each side of a gap whose numbers must go on by one. Years, sums and misread numbers do not, three
// times over; and a number that was misread once makes no gap.
constexpr std::size_t kPagesBesideAGap = 3;
// A larger step is another count: a new part of the book, or a plate.
constexpr std::size_t kMostMissing = 20;

struct Page {
  std::size_t number = 0;  // in the name
  std::size_t file = 0;
  std::size_t digits = 0;
};

// Files whose names differ only in a number, by what stands around it; the last number of a name counts.
std::map<std::pair<std::string, std::string>, std::vector<Page>> sequences_of(const std::vector<CorpusFile>& files) {
  std::map<std::pair<std::string, std::string>, std::vector<Page>> sequences;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& name = files[i].name;
    const std::size_t slash = name.rfind('/') + 1;  // npos + 1 is 0
    const std::size_t last = name.find_last_of("0123456789");
    if (last == std::string::npos || last < slash) continue;
    std::size_t first = last;
    while (first > slash && name[first - 1] >= '0' && name[first - 1] <= '9') --first;
    const std::size_t digits = last + 1 - first;
    if (digits > kMostDigits) continue;
    sequences[{name.substr(0, first), name.substr(last + 1)}].push_back(
        {static_cast<std::size_t>(std::stoul(name.substr(first, digits))), i, digits});
  }
  for (auto& [around, pages] : sequences)
    std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.number < b.number; });
  return sequences;
}

std::string told_missing(std::size_t count) { return count == 1 ? "1 page" : fmt::format("{} pages", count); }

void find_by_names(const std::pair<std::string, std::string>& around, const std::vector<Page>& pages,
                   std::vector<CorpusFinding>& found) {
  const double range = static_cast<double>(pages.back().number - pages.front().number + 1);
  if (static_cast<double>(pages.size()) < kShareOfSequence * range) return;
  for (std::size_t i = 1; i < pages.size(); ++i) {
    const std::size_t from = pages[i - 1].number + 1;
    const std::size_t to = pages[i].number;
    if (from >= to) continue;
    const std::string missing = fmt::format("{}{:0{}}{}", around.first, from, pages[i - 1].digits, around.second);
    found.push_back(
        {pages[i].file, corpus_finding(kMissingPage,
                                       to - from == 1 ? fmt::format("“{}” before it is missing", text::visible(missing))
                                                      : fmt::format("{} files before it are missing, from “{}” on",
                                                                    to - from, text::visible(missing)),
                                       missing)});
  }
}

// The numbers printed at the head and the foot of pages go on by one from file to file; where they jump while the
// files' names do not, pages were lost before the files were numbered.
void find_by_folios(const std::vector<CorpusFile>& files, const std::vector<Page>& pages,
                    std::vector<CorpusFinding>& found) {
  const auto folio_at = [&](std::size_t page, std::size_t number) -> const Use* {
    const auto& folios = files[pages[page].file].facts.folios;
    const auto use = folios.find(number);
    return use == folios.end() ? nullptr : &use->second;
  };
  // Whether the pages from `first` on have the numbers from `number` on.
  const auto goes_on = [&](std::size_t first, std::size_t number) {
    for (std::size_t i = 0; i < kPagesBesideAGap; ++i)
      if (folio_at(first + i, number + i) == nullptr) return false;
    return true;
  };
  for (std::size_t i = kPagesBesideAGap; i + kPagesBesideAGap <= pages.size(); ++i) {
    if (pages[i].number != pages[i - 1].number + 1) continue;  // the names tell that
    for (const auto& [number, use] : files[pages[i - 1].file].facts.folios) {
      if (number + 1 < kPagesBesideAGap || !goes_on(i - kPagesBesideAGap, number + 1 - kPagesBesideAGap)) continue;
      if (goes_on(i, number + 1)) break;  // nothing is missing, whatever else the pages have in common
      for (std::size_t missing = 1; missing <= kMostMissing; ++missing) {
        const std::size_t next = number + 1 + missing;
        if (!goes_on(i, next)) continue;
        Finding finding =
            corpus_finding(kMissingPage,
                           fmt::format("{} before it {} missing: the page before has the number {}, and this one {}",
                                       told_missing(missing), missing == 1 ? "is" : "are", number, next),
                           files[pages[i].file].name + '\x1f' + std::to_string(number));
        set_place(finding, *folio_at(i, next), std::to_string(next));
        finding.probability = 0.9;
        found.push_back({pages[i].file, std::move(finding)});
        break;
      }
    }
  }
}

}  // namespace

std::vector<CorpusFinding> find_missing_pages(const std::vector<CorpusFile>& files) {
  std::vector<CorpusFinding> found;
  for (const auto& [around, pages] : sequences_of(files)) {
    if (pages.size() < kFewestFiles) continue;
    find_by_names(around, pages, found);
    find_by_folios(files, pages, found);
  }
  return found;
}

}  // namespace emend::check
