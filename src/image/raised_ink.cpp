#include "image/raised_ink.h"

#include "document/baseline.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace emend::image {
namespace {

// All in x-heights of the line.
constexpr double kAbove = 2.4;  // what is higher belongs to the line above
constexpr double kBelow = 0.7;  // descenders
constexpr double kBeyondEnds = 2;
constexpr double kLeastRise = 0.22;
constexpr double kLeastHeight = 0.3;
constexpr double kMostHeight = 1.5;
constexpr double kLeastWidth = 0.1;
constexpr double kMostWidth = 1.6;
constexpr double kLeastArea = 0.06;  // a full stop; what is smaller is a speck
constexpr double kFarAway = 99;

constexpr std::uint8_t kInkBelow = 128;  // of a binarised picture: 0 is ink

struct Piece {
  int x0, y0, x1, y1;  // inclusive
  int area = 0;
};

// The part of the picture around a line, its pieces of connected ink and where the line's feet are.
class Band {
 public:
  Band(const Picture& ink, const document::Line& line) : ink_(ink), line_(line), x_height_(line.x_height_px) {
    const double low = std::max(line.baseline.y0, line.baseline.y1),
                 high = std::min(line.baseline.y0, line.baseline.y1);
    x0_ = clamped(line.box.x - kBeyondEnds * x_height_, ink.width_px());
    x1_ = clamped(line.box.right() + kBeyondEnds * x_height_, ink.width_px());
    y0_ = clamped(high - kAbove * x_height_, ink.height_px());
    y1_ = clamped(low + kBelow * x_height_, ink.height_px());
    label();
  }

  const std::vector<Piece>& pieces() const { return pieces_; }
  double x_height() const { return x_height_; }

  double baseline_at(double x) const { return document::y_at(line_.baseline, x); }

  // Whether ink stands below the middle of a piece, down to the line's feet: then it is an accent or the dot of an i.
  bool has_ink_below(const Piece& piece) const {
    const int quarter = (piece.x1 - piece.x0) / 4;
    const int last = std::min(y1_ - 1, static_cast<int>(baseline_at((piece.x0 + piece.x1) / 2.0)));
    for (int y = piece.y1 + 1; y <= last; ++y)
      for (int x = piece.x0 + quarter; x <= piece.x1 - quarter; ++x)
        if (is_ink(x, y)) return true;
    return false;
  }

 private:
  static int clamped(double value, int size) { return std::clamp(static_cast<int>(std::lround(value)), 0, size); }
  bool is_ink(int x, int y) const { return ink_.row(y)[x] < kInkBelow; }

  // Connected pieces, by a stack of runs to fill.
  void label() {
    const int width = x1_ - x0_, height = y1_ - y0_;
    if (width <= 0 || height <= 0) return;
    std::vector<char> seen(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    std::vector<std::pair<int, int>> stack;
    const auto at = [&](int x, int y) -> char& {
      return seen[static_cast<std::size_t>(y - y0_) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x - x0_)];
    };
    for (int y = y0_; y < y1_; ++y)
      for (int x = x0_; x < x1_; ++x) {
        if (!is_ink(x, y) || at(x, y) != 0) continue;
        Piece piece{x, y, x, y};
        stack.assign(1, {x, y});
        at(x, y) = 1;
        while (!stack.empty()) {
          const auto [px, py] = stack.back();
          stack.pop_back();
          ++piece.area;
          piece.x0 = std::min(piece.x0, px);
          piece.x1 = std::max(piece.x1, px);
          piece.y0 = std::min(piece.y0, py);
          piece.y1 = std::max(piece.y1, py);
          for (int ny = std::max(y0_, py - 1); ny <= std::min(y1_ - 1, py + 1); ++ny)
            for (int nx = std::max(x0_, px - 1); nx <= std::min(x1_ - 1, px + 1); ++nx)
              if (is_ink(nx, ny) && at(nx, ny) == 0) {
                at(nx, ny) = 1;
                stack.emplace_back(nx, ny);
              }
        }
        pieces_.push_back(piece);
      }
  }

  const Picture& ink_;
  const document::Line& line_;
  double x_height_;
  int x0_ = 0, y0_ = 0, x1_ = 0, y1_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<RaisedInk> raised_ink(const Picture& ink, const document::Line& line) {
  const bool runs_down =
      std::abs(line.baseline.y1 - line.baseline.y0) * 4 > std::abs(line.baseline.x1 - line.baseline.x0);
  if (line.x_height_px < 4 || runs_down) return {};
  const Band band(ink, line);
  const double unit = band.x_height();
  std::vector<RaisedInk> raised;
  for (const Piece& piece : band.pieces()) {
    RaisedInk found;
    found.box = {piece.x0, piece.y0, piece.x1 - piece.x0 + 1, piece.y1 - piece.y0 + 1};
    found.height = found.box.height / unit;
    found.width = found.box.width / unit;
    found.rise = (band.baseline_at(piece.x0) - piece.y1) / unit;
    found.fill = static_cast<double>(piece.area) / (static_cast<double>(found.box.width) * found.box.height);
    const double top = (band.baseline_at(piece.x0) - piece.y0) / unit;
    if (found.rise < kLeastRise || found.height < kLeastHeight || found.height > kMostHeight ||
        found.width < kLeastWidth || found.width > kMostWidth || top > kAbove - 0.1)
      continue;
    if (band.has_ink_below(piece)) continue;
    found.gap_before = found.gap_after = kFarAway;
    for (const Piece& other : band.pieces()) {
      if (&other == &piece || other.area < kLeastArea * unit * unit) continue;
      // What reaches over the piece or under it stands on neither side.
      if ((other.x0 + other.x1) / 2.0 < piece.x0)
        found.gap_before = std::min(found.gap_before, std::max(0, piece.x0 - other.x1) / unit);
      else if ((other.x0 + other.x1) / 2.0 > piece.x1)
        found.gap_after = std::min(found.gap_after, std::max(0, other.x0 - piece.x1) / unit);
    }
    raised.push_back(found);
  }
  std::sort(raised.begin(), raised.end(), [](const RaisedInk& a, const RaisedInk& b) {
    return std::pair(a.box.x, a.box.y) < std::pair(b.box.x, b.box.y);
  });
  return raised;
}

}  // namespace emend::image
