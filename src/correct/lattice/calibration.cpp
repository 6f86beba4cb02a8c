#include "correct/lattice/calibration.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend calibration 3";
constexpr std::string_view kEnd = "# end\n";  // a file that was cut off lacks it
constexpr std::size_t kCount = kFeatureNames.size();
constexpr std::string_view kTree = "tree";
// What stands behind this line is of the text as it stands.
constexpr std::string_view kOfText = "text";
// More than any fit makes.
constexpr std::size_t kMostTrees = 10000;
constexpr double kMostWeight = 1e6;

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

bool parse_number(std::string_view field, double& number, double most = kMostWeight) {
  const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), number);
  return error == std::errc() && stop == field.data() + field.size() && std::abs(number) <= most;
}

std::size_t place_of(std::string_view name) {
  return static_cast<std::size_t>(std::find(kFeatureNames.begin(), kFeatureNames.end(), name) - kFeatureNames.begin());
}

// The fields behind "tree": a name and a number for each question, a number for each answer.
std::optional<Tree> parse_tree(const std::vector<std::string_view>& fields) {
  Tree tree;
  if (fields.size() != 1 + 2 * kTreeQuestions + kTreeAnswers) return std::nullopt;
  for (std::size_t i = 0; i < kTreeQuestions; ++i) {
    tree.feature[i] = place_of(fields[1 + 2 * i]);
    if (tree.feature[i] == kCount || !parse_number(fields[2 + 2 * i], tree.above[i], kNeverAbove)) return std::nullopt;
  }
  for (std::size_t i = 0; i < kTreeAnswers; ++i)
    if (!parse_number(fields[1 + 2 * kTreeQuestions + i], tree.answer[i])) return std::nullopt;
  return tree;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; true;) {
    const std::size_t tab = line.find('\t', begin);
    fields.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return fields;
    begin = tab + 1;
  }
}

void append(const LogOdds& odds, std::string& out) {
  for (std::size_t i = 0; i < kCount; ++i) out += fmt::format("{}\t{:.5f}\n", kFeatureNames[i], odds.weights[i]);
  for (const Tree& tree : odds.trees) {
    out += kTree;
    for (std::size_t i = 0; i < kTreeQuestions; ++i)
      out += fmt::format("\t{}\t{:.5g}", kFeatureNames[tree.feature[i]], tree.above[i]);
    for (const double answer : tree.answer) out += fmt::format("\t{:.4f}", answer);
    out += '\n';
  }
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
          change.channel_cost / std::max(length, 1.0),
          std::min(change.old_unigram_cost, 45.0) / std::max(length, 1.0),
          std::log(std::max(change.company.share, 0.0) + 0.001),
          std::log1p(change.company.alike),
          std::log1p(change.company.near),
          static_cast<double>(change.unknown_neighbours),
          flag(change.is_to_name),
          flag(change.has_mixed_case),
          flag(change.is_number)};
}

double LogOdds::probability(const Features& features) const {
  double sum = product(weights, features);
  for (const Tree& tree : trees) sum += tree.value(features);
  return logistic(sum);
}

Result<Calibration> Calibration::parse(std::string_view text, const std::string& subject) {
  const auto bad = [&](std::string what) {
    return fail(ErrorKind::kUnreadable, subject, std::move(what), "install the models of this version again");
  };
  std::array<LogOdds, 2> parts;
  std::array<std::array<bool, kCount>, 2> are_there{};
  std::size_t part = 0;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a calibration of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    if (line == kOfText) {
      if (++part == parts.size()) return bad(fmt::format("line {}: \"{}\" comes twice", number, kOfText));
      continue;
    }
    LogOdds& odds = parts[part];
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields[0] == kTree) {
      const auto tree = parse_tree(fields);
      if (!tree || odds.trees.size() == kMostTrees) return bad(fmt::format("line {}: not a tree", number));
      odds.trees.push_back(*tree);
      continue;
    }
    const std::size_t i = place_of(fields[0]);
    if (fields.size() != 2 || i == kCount)
      return bad(fmt::format("line {}: not a name that is known here, and a tab", number));
    if (!parse_number(fields[1], odds.weights[i])) return bad(fmt::format("line {}: not a number", number));
    if (are_there[part][i]) return bad(fmt::format("line {}: the name comes twice", number));
    are_there[part][i] = true;
  }
  if (!text.ends_with(kEnd)) return bad("the calibration is cut off: its last line is not “# end”");
  for (const auto& is_there : are_there)
    for (std::size_t i = 0; i < kCount; ++i)
      if (!is_there[i]) return bad(fmt::format("\"{}\" is missing", kFeatureNames[i]));
  return Calibration(std::move(parts[0]), std::move(parts[1]));
}

std::string Calibration::to_text(std::string_view origin) const {
  std::string out = fmt::format("{}\n", kHeader);
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  append(of_change_, out);
  out.append(kOfText) += '\n';
  append(of_text_, out);
  return out.append(kEnd);
}

LogOdds fitted_log_odds(const std::vector<LabelledFeatures>& examples) {
  const Features weights = fitted_logistic(examples);
  std::vector<double> log_odds;
  for (const LabelledFeatures& example : examples) log_odds.push_back(product(weights, example.features));
  return {weights, TreeFitter<kCount>(examples, std::move(log_odds)).fit()};
}

}  // namespace emend::correct
