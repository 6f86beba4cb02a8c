#include "image/ink_pieces.h"

#include <cstdint>
#include <cstring>
#include <limits>

namespace emend::image {
namespace {

constexpr std::size_t kNoPiece = std::numeric_limits<std::size_t>::max();

// The first pixel of ink at x or behind it; `width` where there is none.
int next_ink(const std::uint8_t* row, int x, int width) {
  std::uint64_t eight = 0;
  for (; x + 8 <= width; x += 8) {
    std::memcpy(&eight, row + x, sizeof eight);
    if (eight != 0) break;
  }
  while (x < width && row[x] == 0) ++x;
  return x;
}

// Runs of one piece name a common one of them, directly or by way of others.
std::size_t root_of(std::vector<std::size_t>& parents, std::size_t run) {
  while (parents[run] != run) run = parents[run] = parents[parents[run]];
  return run;
}

// The earlier run stands for both, so each piece is named by its first one.
void join(std::vector<std::size_t>& parents, std::size_t a, std::size_t b) {
  a = root_of(parents, a);
  b = root_of(parents, b);
  parents[std::max(a, b)] = std::min(a, b);
}

}  // namespace

InkPieces find_ink_pieces(const cv::Mat& ink) {
  InkPieces found;
  std::vector<std::size_t> parents;
  std::size_t above = 0, row_begin = 0;  // the first run of the row above that may still touch, and of this row
  for (int y = 0; y < ink.rows; ++y) {
    const std::uint8_t* row = ink.ptr(y);
    const std::size_t above_end = found.runs.size();
    above = row_begin;
    row_begin = above_end;
    for (int x = next_ink(row, 0, ink.cols); x < ink.cols; x = next_ink(row, x, ink.cols)) {
      const int begin = x;
      while (x < ink.cols && row[x] != 0) ++x;
      const std::size_t run = found.runs.size();
      found.runs.push_back({y, begin, x, 0});
      parents.push_back(run);
      while (above < above_end && found.runs[above].end < begin) ++above;
      for (std::size_t i = above; i < above_end && found.runs[i].begin <= x; ++i) join(parents, i, run);
    }
  }
  std::vector<std::size_t> piece_of(found.runs.size(), kNoPiece);
  for (std::size_t i = 0; i < found.runs.size(); ++i) {
    std::size_t& piece = piece_of[root_of(parents, i)];
    if (piece == kNoPiece) {
      piece = found.pieces.size();
      found.pieces.emplace_back();
    }
    InkRun& run = found.runs[i];
    run.piece = piece;
    InkPiece& of_run = found.pieces[piece];
    of_run.box |= cv::Rect(run.begin, run.y, run.end - run.begin, 1);
    of_run.area += run.end - run.begin;
  }
  return found;
}

}  // namespace emend::image
