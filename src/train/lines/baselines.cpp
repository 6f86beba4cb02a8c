#include "train/lines/baselines.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include "base/file.h"
#include "base/median.h"
#include "text/utf8.h"

namespace emend::train {
namespace {

constexpr std::size_t kLongLine = 15;

std::optional<std::vector<image::Point>> points_of(std::string_view field) {
  std::vector<double> numbers;
  while (!field.empty()) {
    double number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc()) return std::nullopt;
    numbers.push_back(number);
    field.remove_prefix(static_cast<std::size_t>(end - field.data()));
    if (field.empty()) break;
    if (field.front() != ' ') return std::nullopt;
    field.remove_prefix(1);
  }
  if (numbers.size() < 4 || numbers.size() % 2 != 0) return std::nullopt;
  std::vector<image::Point> points;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    if (!points.empty() && numbers[i] <= points.back().x) return std::nullopt;
    points.push_back({numbers[i], numbers[i + 1]});
  }
  return points;
}

}  // namespace

std::string baselines_table(const std::vector<Baseline>& baselines) {
  std::string table;
  for (const Baseline& baseline : baselines) {
    std::string points;
    for (const image::Point& point : baseline.points)
      points += fmt::format("{}{:.1f} {:.1f}", points.empty() ? "" : " ", point.x, point.y);
    table += points + "\t" + baseline.text + "\n";
  }
  return table;
}

Result<std::vector<Baseline>> read_baselines(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  std::vector<Baseline> baselines;
  std::string_view rest = *bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t tab = line.find('\t');
    auto points = points_of(line.substr(0, tab));
    if (tab == std::string_view::npos || tab + 1 == line.size() || !points)
      return fail(ErrorKind::kUnreadable, path.string(),
                  fmt::format("line {} is no base line: points from left to right, a tab and a text", number),
                  "write the file again; emend synth --baselines shows how it looks");
    baselines.push_back({std::move(*points), std::string(line.substr(tab + 1))});
  }
  return baselines;
}

double pitch_px_of(const std::vector<Baseline>& baselines) {
  std::vector<double> of_long, of_all;
  for (const Baseline& baseline : baselines) {
    const std::size_t characters = std::max<std::size_t>(text::count_code_points(baseline.text), 1);
    const double pitch_px = (baseline.points.back().x - baseline.points.front().x) / static_cast<double>(characters);
    of_all.push_back(pitch_px);
    if (characters >= kLongLine) of_long.push_back(pitch_px);
  }
  return median(of_long.empty() ? of_all : of_long);
}

}  // namespace emend::train
