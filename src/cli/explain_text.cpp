#include "cli/explain_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "edit/candidates.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

constexpr std::size_t kLongestCell = 60;
constexpr double kLeastRestTold = 0.01;

// What is long comes last, so that the columns before it stay narrow.
constexpr std::array<std::string_view, 6> kOrder = {edit::kSaysWord,     edit::kSaysSentence, edit::kSaysDictionary,
                                                    edit::kSaysDocument, edit::kSaysEngine,   edit::kSaysMisreading};

std::size_t place_in_order(const std::string& source) {
  const auto found = std::find(kOrder.begin(), kOrder.end(), source);
  return static_cast<std::size_t>(found - kOrder.begin());
}

std::vector<std::string> sources_of(const edit::Edit& edit) {
  std::vector<std::string> sources;
  for (const edit::Candidate& candidate : edit.candidates)
    for (const edit::Evidence& said : candidate.says)
      if (std::find(sources.begin(), sources.end(), said.source) == sources.end()) sources.push_back(said.source);
  std::stable_sort(sources.begin(), sources.end(),
                   [](const std::string& a, const std::string& b) { return place_in_order(a) < place_in_order(b); });
  return sources;
}

std::string percent(double probability) {
  if (probability < 0.001) return "< 0.1 %";
  if (probability > 0.999) return "> 99.9 %";
  return fmt::format("{:.1f} %", probability * 100);
}

std::string said_by(const edit::Candidate& candidate, const std::string& source) {
  for (const edit::Evidence& said : candidate.says)
    if (said.source == source) return text::visible(said.statement, kLongestCell);
  return "";
}

std::size_t columns_of(const std::string& cell) {
  return static_cast<std::size_t>(
      std::count_if(cell.begin(), cell.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

std::string candidate_table(const edit::Edit& edit) {
  if (edit.candidates.empty()) return {};
  const std::vector<std::string> sources = sources_of(edit);
  std::vector<std::vector<std::string>> rows;
  rows.push_back({"", "likely", "candidate"});
  for (const std::string& source : sources) rows.back().push_back(text::visible(source, kLongestCell));
  double rest = 1;
  for (const edit::Candidate& candidate : edit.candidates) {
    std::string name = candidate.text.empty() ? "(nothing)" : text::visible(candidate.text, kLongestCell);
    if (candidate.is_text) name += " (as it stands)";
    rows.push_back({candidate.text == edit.after ? ">" : "", percent(candidate.probability), std::move(name)});
    for (const std::string& source : sources) rows.back().push_back(said_by(candidate, source));
    rest -= candidate.probability;
  }
  if (rest >= kLeastRestTold) {
    rows.push_back({"", percent(rest), "(something else)"});
    rows.back().resize(rows.front().size());
  }

  std::string out;
  for (const auto& row : rows) {
    std::string line = " ";
    for (std::size_t column = 0; column < row.size(); ++column) {
      std::size_t width = 0;
      for (const auto& other : rows) width = std::max(width, columns_of(other[column]));
      const std::string padding(width - columns_of(row[column]), ' ');
      const bool is_number = column == 1;
      line += (column < 2 ? " " : "  ") + (is_number ? padding + row[column] : row[column] + padding);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace emend::cli
