#include "ocr/typewriter/letter_shapes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "ocr/typewriter/cell_window.h"
#include "ocr/typewriter/discriminant.h"

namespace emend::ocr {
namespace {

constexpr std::size_t kFewestExamples = 4;
// For each square that a cell is moved, squared, in units of distances: most cells lie where the grid has them.
constexpr float kCostOfMove = 0.2F;

float distance_between(const float* a, const float* b, std::size_t count) {
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

void project(const std::vector<float>& rows, const CellWindow& window, std::vector<float>& point) {
  for (std::size_t d = 0; d < point.size(); ++d)
    point[d] = product(&rows[d * kPaddedWindowSize], window.data(), kPaddedWindowSize);
}

}  // namespace

LetterShapes LetterShapes::learned_from(const std::vector<KnownCell>& cells) {
  std::map<std::string_view, std::vector<const CellPicture*>> by_letter;
  for (const KnownCell& cell : cells) by_letter[cell.letter].push_back(cell.picture);

  LetterShapes shapes;
  std::vector<Strikes> strikes;
  for (const auto& [letter, pictures] : by_letter) {
    if (pictures.size() < kFewestExamples) continue;
    shapes.letters_.emplace_back(letter);
    shapes.examples_.push_back(pictures.size());
    strikes.push_back(strikes_of(pictures));
  }
  if (strikes.size() < 2) return {};

  shapes.rows_ = discriminant_of(strikes);
  std::vector<float> mean(shapes.rows_.size() / kPaddedWindowSize), point(mean.size());
  double sum = 0, count = 0;
  for (const Strikes& of_letter : strikes) {
    project(shapes.rows_, of_letter.mean, mean);
    shapes.means_.insert(shapes.means_.end(), mean.begin(), mean.end());
    for (const CellWindow& window : of_letter.windows) {
      project(shapes.rows_, window, point);
      sum += static_cast<double>(distance_between(point.data(), mean.data(), mean.size()));
      ++count;
    }
  }
  shapes.usual_distance_ = std::max(std::numeric_limits<float>::epsilon(), static_cast<float>(sum / count));
  return shapes;
}

std::optional<std::size_t> LetterShapes::index_of(std::string_view letter) const {
  const auto found = std::lower_bound(letters_.begin(), letters_.end(), letter);
  if (found == letters_.end() || *found != letter) return std::nullopt;
  return static_cast<std::size_t>(found - letters_.begin());
}

LetterDistances LetterShapes::distances(const CellPicture& cell, std::optional<std::size_t> own) const {
  std::vector<float> point(rows_.size() / kPaddedWindowSize);
  LetterDistances least(letters_.size(), std::numeric_limits<float>::max());
  for_each_move([&](CellMove move) {
    const float moved = kCostOfMove * static_cast<float>(move.squared());
    project(rows_, window_of(cell, move), point);
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      const float distance = distance_between(point.data(), &means_[i * point.size()], point.size());
      least[i] = std::min(least[i], distance / usual_distance_ + moved);
    }
  });
  if (own) {
    const auto n = static_cast<float>(examples_[*own]);
    least[*own] *= (n / (n - 1)) * (n / (n - 1));
  }
  return least;
}

}  // namespace emend::ocr
