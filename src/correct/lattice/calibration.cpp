#include "correct/lattice/calibration.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend calibration 1";
constexpr std::size_t kCount = kFeatureNames.size();

double log_odds(double a, double b, double least, double most) {
  return std::clamp(std::log(std::max(a, 1e-9) / std::max(b, 1e-9)), least, most);
}

double flag(bool value) { return value ? 1 : 0; }

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

double product(const Features& a, const Features& b) {
  double sum = 0;
  for (std::size_t i = 0; i < kCount; ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

Features features_of(const Change& change, double unknown_share) {
  double next = 1e-4;
  for (const Candidate& other : change.others)
    if (!other.is_text) next = std::max(next, other.posterior);
  const double known = change.was_known;
  const double posterior = log_odds(change.posterior, 1 - change.posterior, -4, 10);
  const double bad_text = std::log(std::clamp(unknown_share, 0.002, 0.5) / 0.05);
  const double length = static_cast<double>(std::min<std::size_t>(change.length, 14));
  return {1,
          posterior,
          log_odds(change.posterior, change.kept, -4, 12),
          log_odds(change.posterior, next, -4, 9),
          change.channel_cost,
          std::min(change.unigram_cost, 30.0),
          std::min(change.old_unigram_cost, 45.0),
          known,
          flag(change.was_in_dictionary),
          flag(change.is_in_dictionary),
          flag(change.is_capitalised),
          flag(change.is_all_capitals),
          flag(change.kind == ChangeKind::kJoined),
          flag(change.kind == ChangeKind::kSplit),
          static_cast<double>(std::min(change.confusions, 5)),
          length,
          flag(change.length <= 3),
          std::log1p(static_cast<double>(change.old_count)),
          std::log1p(static_cast<double>(change.new_count)),
          bad_text,
          flag(change.begins_line),
          flag(change.ends_line),
          flag(change.is_case_only),
          flag(change.has_digit),
          known * change.is_capitalised,
          flag(change.has_odd_marks),
          known * posterior,
          known * bad_text,
          flag(change.kind == ChangeKind::kStray),
          change.channel_cost / std::max(length, 1.0)};
}

double Calibration::probability(const Features& features) const { return logistic(product(weights_, features)); }

Result<Calibration> Calibration::parse(std::string_view text, const std::string& subject) {
  const auto bad = [&](std::string what) {
    return fail(ErrorKind::kUnreadable, subject, std::move(what), "install the models of this version again");
  };
  Features weights{};
  std::array<bool, kCount> is_there{};
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a calibration of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    const auto name = std::find(kFeatureNames.begin(), kFeatureNames.end(), line.substr(0, tab));
    if (tab == std::string_view::npos || name == kFeatureNames.end())
      return bad(fmt::format("line {}: not a name that is known here, and a tab", number));
    const auto i = static_cast<std::size_t>(name - kFeatureNames.begin());
    const std::string_view field = line.substr(tab + 1);
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), weights[i]);
    if (error != std::errc() || stop != field.data() + field.size() || !(std::abs(weights[i]) < 1e6))
      return bad(fmt::format("line {}: not a number", number));
    if (is_there[i]) return bad(fmt::format("line {}: the name comes twice", number));
    is_there[i] = true;
  }
  if (!text.ends_with('\n')) return bad("the calibration is cut off in its last line");
  for (std::size_t i = 0; i < kCount; ++i)
    if (!is_there[i]) return bad(fmt::format("\"{}\" is missing", kFeatureNames[i]));
  return Calibration(weights);
}

std::string Calibration::to_text(std::string_view origin) const {
  std::string out = fmt::format("{}\n", kHeader);
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t i = 0; i < kCount; ++i) out += fmt::format("{}\t{:.5f}\n", kFeatureNames[i], weights_[i]);
  return out;
}

Calibration fitted_calibration(const std::vector<LabelledFeatures>& examples) {
  return Calibration(fitted_logistic(examples));
}

}  // namespace emend::correct
