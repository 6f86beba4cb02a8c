#include "check/corpus/conventions.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "check/rule_names.h"

namespace emend::check {
namespace {

// Uses of a habit in one file below which it says nothing.
constexpr std::size_t kFewestUses = 3;
// How much commoner one of two habits must be in a file to be the file's.
constexpr std::size_t kHabitRatio = 4;

std::string_view words_of(Habit habit) {
  switch (habit) {
    case Habit::kStraightQuotes: return "straight quotes";
    case Habit::kCurlyQuotes: return "curly quotes";
    case Habit::kTypedDashes: return "dashes as two hyphens";
    case Habit::kDashes: return "dashes as one sign";
    case Habit::kNumberedNotes: return "footnote marks as [1]";
    case Habit::kRaisedNotes: return "footnote marks as ¹";
  }
  return "";
}

void find(const std::vector<CorpusFile>& files, double least_share, Habit one, Habit other,
          std::vector<CorpusFinding>& found) {
  std::vector<std::optional<Habit>> habits(files.size());
  std::size_t of_one = 0, of_other = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::size_t a = files[i].facts.habits[static_cast<std::size_t>(one)].count;
    const std::size_t b = files[i].facts.habits[static_cast<std::size_t>(other)].count;
    if (a >= kFewestUses && a >= b * kHabitRatio) habits[i] = one, ++of_one;
    if (b >= kFewestUses && b >= a * kHabitRatio) habits[i] = other, ++of_other;
  }
  const std::size_t total = of_one + of_other;
  const std::size_t most = std::max(of_one, of_other);
  if (total < kFewestFiles || most == total || static_cast<double>(most) < least_share * static_cast<double>(total))
    return;
  const Habit odd = of_one > of_other ? other : one;
  const Habit usual = of_one > of_other ? one : other;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (habits[i] != odd) continue;
    const Use& use = files[i].facts.habits[static_cast<std::size_t>(odd)];
    Finding finding = corpus_finding(
        kConvention,
        fmt::format("writes {}, where {} of {} files write {}", words_of(odd), most, total, words_of(usual)),
        std::string(words_of(odd)));
    set_place(finding, use, "");
    found.push_back({i, std::move(finding)});
  }
}

}  // namespace

std::vector<CorpusFinding> find_conventions(const std::vector<CorpusFile>& files, double least_share) {
  std::vector<CorpusFinding> found;
  for (const auto& [one, other] :
       {std::pair{Habit::kStraightQuotes, Habit::kCurlyQuotes}, std::pair{Habit::kTypedDashes, Habit::kDashes},
        std::pair{Habit::kNumberedNotes, Habit::kRaisedNotes}})
    find(files, least_share, one, other, found);
  return found;
}

}  // namespace emend::check
