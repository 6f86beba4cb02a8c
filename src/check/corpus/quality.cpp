#include "check/corpus/quality.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "check/rule_names.h"

namespace emend::check {
namespace {

// Words below which an estimate of the share of wrong ones means nothing.
constexpr std::size_t kFewestWords = 100;
// Share of wrong words below which no file is bad, whatever its neighbours are like.
constexpr double kLeastBadShare = 0.03;
// Added to every share: the estimates of clean files differ by as much, and mean nothing there.
constexpr double kFloor = 0.005;
// How many spreads from the middle a file must be. The modified z-score of Iglewicz and Hoaglin, How to Detect and
// Handle Outliers (1993), with their threshold; shares of errors are skewed, so it is taken of their logarithms.
constexpr double kMostSpreads = 3.5;
constexpr double kSpreadOfDeviation = 1.4826;  // makes the MAD of a normal distribution its standard deviation

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double share_of_errors(const CorpusFile& file) {
  return file.facts.expected_errors / static_cast<double>(file.facts.words);
}

}  // namespace

std::vector<CorpusFinding> find_bad_files(const std::vector<CorpusFile>& files, double ratio) {
  std::map<std::string, std::vector<std::size_t>> folders;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].facts.words >= kFewestWords) folders[folder_of(files[i].name)].push_back(i);

  std::vector<CorpusFinding> found;
  for (const auto& [folder, members] : folders) {
    if (members.size() < kFewestFiles) continue;
    std::vector<double> logs;
    for (const std::size_t file : members) logs.push_back(std::log(share_of_errors(files[file]) + kFloor));
    const double middle = median(logs);
    std::vector<double> deviations;
    for (const double value : logs) deviations.push_back(std::abs(value - middle));
    const double spread = kSpreadOfDeviation * median(deviations);
    const double least = middle + std::max(std::log(ratio), kMostSpreads * spread);
    for (const std::size_t file : members) {
      const double share = share_of_errors(files[file]);
      if (share < kLeastBadShare || std::log(share + kFloor) < least) continue;
      Finding finding = corpus_finding(
          kQuality,
          fmt::format("about {:.1f} % of its words are wrong, where the middle of its folder has {:.1f} %", share * 100,
                      std::max(0.0, std::exp(middle) - kFloor) * 100),
          "quality");
      finding.probability = 0.9;
      found.push_back({file, std::move(finding)});
    }
  }
  return found;
}

}  // namespace emend::check
