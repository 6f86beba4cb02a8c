#include "image/line_chains.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>

namespace emend::image {
namespace {

// In heights of the larger of two pieces: how far apart they may stand, and how much of the smaller one's height they
// share. Typists leave up to five spaces inside a line; a space is about 1.2 heights of small letters.
constexpr double kWidestGap = 3.2;
constexpr double kLeastOverlap = 0.4;
// A capital is 1.6 times as high as a small letter, and letters that touch below reach 2.2 times.
constexpr double kLargestRatio = 2.4;

class Groups {
 public:
  explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::size_t of(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool are_neighbours(const cv::Rect& left, const cv::Rect& right) {
  const int larger = std::max(left.height, right.height), smaller = std::min(left.height, right.height);
  if (larger > smaller * kLargestRatio) return false;
  if (right.x - (left.x + left.width) > kWidestGap * larger) return false;
  const int shared = std::min(left.y + left.height, right.y + right.height) - std::max(left.y, right.y);
  return shared >= kLeastOverlap * smaller;
}

}  // namespace

std::vector<Pieces> chains_of(Pieces pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const cv::Rect& a, const cv::Rect& b) {
    return std::tuple(a.x, a.y, a.width, a.height) < std::tuple(b.x, b.y, b.width, b.height);
  });
  Groups groups(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const double reach = pieces[i].height * kLargestRatio * kWidestGap;
    for (std::size_t k = i + 1; k < pieces.size() && pieces[k].x - (pieces[i].x + pieces[i].width) <= reach; ++k) {
      if (!are_neighbours(pieces[i], pieces[k])) continue;
      groups.join(i, k);
      if (pieces[k].x >= pieces[i].x + pieces[i].width) break;  // the nearest to the right is enough: a line is a chain
    }
  }
  std::vector<Pieces> members(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) members[groups.of(i)].push_back(pieces[i]);
  std::erase_if(members, [](const Pieces& chain) { return chain.empty(); });
  return members;
}

}  // namespace emend::image
