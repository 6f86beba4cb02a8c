#include "correct/marks/mark_calibration.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend mark calibration 1";
constexpr std::size_t kCount = kMarkFeatureNames.size();
constexpr double kLargestWeight = 1e6;

}  // namespace

double MarkCalibration::probability(MarkRepairId id, const MarkFeatureValues& features) const {
  double sum = 0;
  for (std::size_t i = 0; i < kCount; ++i) sum += weights_[id][i] * features[i];
  return 1 / (1 + std::exp(-sum));
}

Result<MarkCalibration> MarkCalibration::parse(std::string_view text, const std::string& subject) {
  std::size_t number = 0;
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kUnreadable, subject, fmt::format("line {}: {}", number, what),
                "install the models of this version again");
  };
  Weights weights{};
  std::array<std::array<bool, kCount>, kMarkRepairs> is_there{};
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a calibration of marks of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) return bad("not two names and a number");
    const auto id = std::find(kMarkRepairNames.begin(), kMarkRepairNames.end(), line.substr(0, first));
    const auto name =
        std::find(kMarkFeatureNames.begin(), kMarkFeatureNames.end(), line.substr(first + 1, second - first - 1));
    if (id == kMarkRepairNames.end() || name == kMarkFeatureNames.end()) return bad("a name that is not known here");
    const auto i = static_cast<std::size_t>(id - kMarkRepairNames.begin());
    const auto j = static_cast<std::size_t>(name - kMarkFeatureNames.begin());
    const std::string_view field = line.substr(second + 1);
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), weights[i][j]);
    if (error != std::errc() || stop != field.data() + field.size() || !(std::abs(weights[i][j]) < kLargestWeight))
      return bad("not a number");
    if (is_there[i][j]) return bad("the names come twice");
    is_there[i][j] = true;
  }
  if (number == 0) return bad("the table is empty");
  return MarkCalibration(weights);
}

std::string MarkCalibration::to_text(std::string_view origin) const {
  std::string out = fmt::format("{}\n", kHeader);
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t i = 0; i < kMarkRepairs; ++i)
    for (std::size_t j = 0; j < kCount; ++j)
      if (const std::string weight = fmt::format("{:.5f}", weights_[i][j]); std::abs(weights_[i][j]) >= 5e-6)
        out += fmt::format("{}\t{}\t{}\n", kMarkRepairNames[i], kMarkFeatureNames[j], weight);
  return out;
}

}  // namespace emend::correct
