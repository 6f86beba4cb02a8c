#include "measure/alignment.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "text/bit_block.h"

namespace emend::measure {
namespace {

using text::BitBlock;
using text::kBlockRows;

// Steps of 64 rows in one pass: about four minutes. Two texts of 2 MB that have nothing in common fit.
constexpr double kMostBlockSteps = 8e10;
// Bytes for walking back.
constexpr double kMostBytes = 512.0 * 1024 * 1024;
// The first guess of the distance, beyond the difference in length: pages need no second pass.
constexpr std::size_t kFirstGuess = 512;

constexpr std::uint64_t bit(std::size_t row) { return std::uint64_t{1} << (row % kBlockRows); }

// Where each symbol of the truth stands. Frequent symbols have a bit per row, rare ones a list: at most 64 symbols
// can be frequent, so memory stays within a few bytes per row however many symbols there are.
class Positions {
 public:
  Positions(std::u32string_view truth, std::size_t block_count) : scratch_(block_count) {
    for (std::size_t row = 0; row < truth.size(); ++row) lists_[truth[row]].push_back(static_cast<std::uint32_t>(row));
    for (auto& [symbol, rows] : lists_) {
      if (rows.size() < block_count) continue;
      auto& bits = bits_[symbol];
      bits.resize(block_count);
      for (const std::size_t row : rows) bits[row / kBlockRows] |= bit(row);
      rows = {};
    }
  }

  // Bits of the rows in blocks [first, last] that hold `symbol`; good until the next call.
  const std::vector<std::uint64_t>& rows_of(char32_t symbol, std::size_t first, std::size_t last) {
    for (const std::size_t block : touched_) scratch_[block] = 0;
    touched_.clear();
    if (const auto frequent = bits_.find(symbol); frequent != bits_.end()) return frequent->second;
    const auto rare = lists_.find(symbol);
    if (rare == lists_.end()) return scratch_;
    const auto& rows = rare->second;
    for (auto row = std::lower_bound(rows.begin(), rows.end(), first * kBlockRows);
         row != rows.end() && *row / kBlockRows <= last; ++row) {
      scratch_[*row / kBlockRows] |= bit(*row);
      touched_.push_back(*row / kBlockRows);
    }
    return scratch_;
  }

 private:
  std::unordered_map<char32_t, std::vector<std::uint32_t>> lists_;
  std::unordered_map<char32_t, std::vector<std::uint64_t>> bits_;
  std::vector<std::uint64_t> scratch_;
  std::vector<std::size_t> touched_;
};

// What walking back needs of one column: for the blocks from `first` on, which rows equal their upper left neighbour
// and which are one more than the row above.
struct KeptColumn {
  std::size_t first = 0;
  std::vector<std::uint64_t> equal_diagonals;
  std::vector<std::uint64_t> positive;
};

// The matrix between two sequences that are not empty: rows are the truth, columns the output. Only the band of
// diagonals is computed that a way of `limit` steps can touch; outside it stands the cost of going straight along its
// border, so every value is that of some way and those of the shortest ways are exact if their cost is within `limit`.
class Matrix {
 public:
  Matrix(std::u32string_view truth, std::u32string_view output)
      : truth_(truth),
        output_(output),
        block_count_((truth.size() + kBlockRows - 1) / kBlockRows),
        positions_(truth, block_count_) {}

  void set_limit(std::size_t limit) {
    const auto slope = signed_size(truth_) - signed_size(output_);
    lowest_ = (slope - static_cast<std::ptrdiff_t>(limit)) / 2;
    highest_ = (slope + static_cast<std::ptrdiff_t>(limit)) / 2;
  }

  double band_blocks() const {
    const auto rows = static_cast<double>(highest_ - lowest_) + 1;
    return std::min(static_cast<double>(block_count_), rows / kBlockRows + 2);
  }

  // Before the first column.
  void rewind() {
    blocks_.assign(block_count_, BitBlock{});
    column_ = 0;
    last_ = 0;
    bottom_ = std::min(truth_.size(), kBlockRows);
  }

  std::size_t column() const { return column_; }
  bool is_done() const { return column_ == output_.size(); }
  // The last row of the last column, once done.
  std::size_t corner() const { return bottom_; }

  void advance(KeptColumn* kept = nullptr) {
    ++column_;
    const std::size_t first = first_block();
    while (last_ < last_block()) {
      ++last_;
      blocks_[last_] = BitBlock{};
      bottom_ += std::min(truth_.size() - last_ * kBlockRows, kBlockRows);
    }
    const auto& equal = positions_.rows_of(output_[column_ - 1], first, last_);
    if (kept != nullptr) {
      kept->first = first;
      kept->equal_diagonals.resize(last_ - first + 1);
      kept->positive.resize(last_ - first + 1);
    }
    int carry = 1;
    for (std::size_t block = first; block <= last_; ++block) {
      const std::uint64_t carry_row =
          block + 1 == block_count_ ? bit(truth_.size() - 1) : std::uint64_t{1} << (kBlockRows - 1);
      const text::BlockStep step = text::advance(blocks_[block], equal[block], carry, carry_row);
      carry = step.carry;
      if (kept == nullptr) continue;
      kept->equal_diagonals[block - first] = step.equal_diagonals;
      kept->positive[block - first] = blocks_[block].positive;
    }
    bottom_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(bottom_) + carry);
  }

  struct Checkpoint {
    std::size_t column = 0;
    std::size_t first = 0;
    std::size_t bottom = 0;
    std::vector<BitBlock> blocks;
  };

  Checkpoint checkpoint() const {
    const std::size_t first = column_ == 0 ? 0 : first_block();
    const auto at = [&](std::size_t block) { return blocks_.begin() + static_cast<std::ptrdiff_t>(block); };
    return {column_, first, bottom_, {at(first), at(last_ + 1)}};
  }

  void restore(const Checkpoint& checkpoint) {
    column_ = checkpoint.column;
    bottom_ = checkpoint.bottom;
    last_ = checkpoint.first + checkpoint.blocks.size() - 1;
    std::copy(checkpoint.blocks.begin(), checkpoint.blocks.end(),
              blocks_.begin() + static_cast<std::ptrdiff_t>(checkpoint.first));
  }

 private:
  static std::ptrdiff_t signed_size(std::u32string_view text) { return static_cast<std::ptrdiff_t>(text.size()); }

  std::size_t first_block() const {
    const std::ptrdiff_t row = std::max<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(column_) + lowest_);
    return static_cast<std::size_t>(row - 1) / kBlockRows;
  }
  std::size_t last_block() const {
    const std::ptrdiff_t row = std::min(signed_size(truth_), static_cast<std::ptrdiff_t>(column_) + highest_);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, row) - 1) / kBlockRows;
  }

  std::u32string_view truth_;
  std::u32string_view output_;
  std::size_t block_count_;
  Positions positions_;
  std::ptrdiff_t lowest_ = 0;   // diagonals, row - column
  std::ptrdiff_t highest_ = 0;  // at least 0
  std::vector<BitBlock> blocks_;
  std::size_t column_ = 0;  // the last one computed, from 1
  std::size_t last_ = 0;    // the lowest block of the band
  std::size_t bottom_ = 0;  // the value of that block's last row
};

tl::unexpected<Error> too_large() {
  return fail(ErrorKind::kTooLarge, "", "the texts are too long and too different to be compared as one",
              "compare them page by page");
}

bool is_affordable(const Matrix& matrix, std::size_t columns, bool keeps_columns) {
  const double count = static_cast<double>(columns);
  // A checkpoint and a kept column are two words a block each.
  const double bytes = keeps_columns ? matrix.band_blocks() * std::sqrt(count) * 32 : 0;
  return matrix.band_blocks() * count <= kMostBlockSteps && bytes <= kMostBytes;
}

// Sets the matrix's limit so that the band holds every shortest way, and gives their length.
Result<std::size_t> find_distance(Matrix& matrix, std::u32string_view truth, std::u32string_view output,
                                  bool keeps_columns) {
  const std::size_t slope = truth.size() > output.size() ? truth.size() - output.size() : output.size() - truth.size();
  std::size_t limit = slope + kFirstGuess;
  while (true) {
    matrix.set_limit(limit);
    if (!is_affordable(matrix, output.size(), keeps_columns)) return too_large();
    matrix.rewind();
    while (!matrix.is_done()) matrix.advance();
    if (matrix.corner() <= limit) break;
    // The way found is too long to be surely the shortest, but no shortest way is longer than it.
    limit = std::min(matrix.corner(), 2 * limit);
  }
  matrix.set_limit(matrix.corner());
  return matrix.corner();
}

// Appends the steps of the columns (matrix.column(), column], from the last to the first.
class WayBack {
 public:
  WayBack(std::u32string_view truth, std::u32string_view output)
      : truth_(truth), output_(output), row_(truth.size()), column_(output.size()) {}

  // `columns` are those behind `start`, in order.
  void walk(std::size_t start, const std::vector<KeptColumn>& columns) {
    while (row_ > 0 && column_ > start) {
      const KeptColumn& kept = columns[column_ - start - 1];
      const std::size_t block = (row_ - 1) / kBlockRows - kept.first;
      const bool is_equal = truth_[row_ - 1] == output_[column_ - 1];
      if (is_equal || (kept.equal_diagonals[block] & bit(row_ - 1)) == 0) {
        steps_.push_back(is_equal ? Step::kMatch : Step::kReplaced);
        --row_;
        --column_;
      } else if ((kept.positive[block] & bit(row_ - 1)) != 0) {
        steps_.push_back(Step::kMissing);
        --row_;
      } else {
        steps_.push_back(Step::kExtra);
        --column_;
      }
    }
  }

  std::vector<Step> steps() && {
    steps_.insert(steps_.end(), row_, Step::kMissing);
    steps_.insert(steps_.end(), column_, Step::kExtra);
    std::reverse(steps_.begin(), steps_.end());
    return std::move(steps_);
  }

 private:
  std::u32string_view truth_;
  std::u32string_view output_;
  std::size_t row_;
  std::size_t column_;
  std::vector<Step> steps_;
};

}  // namespace

Result<std::size_t> distance(std::u32string_view truth, std::u32string_view output) {
  while (!truth.empty() && !output.empty() && truth.front() == output.front())
    truth.remove_prefix(1), output.remove_prefix(1);
  while (!truth.empty() && !output.empty() && truth.back() == output.back())
    truth.remove_suffix(1), output.remove_suffix(1);
  if (truth.empty() || output.empty()) return truth.size() + output.size();
  Matrix matrix(truth, output);
  return find_distance(matrix, truth, output, false);
}

Result<Alignment> align(std::u32string_view truth, std::u32string_view output) {
  WayBack way(truth, output);
  if (truth.empty() || output.empty()) return Alignment{truth.size() + output.size(), std::move(way).steps()};
  Matrix matrix(truth, output);
  const auto found = find_distance(matrix, truth, output, true);
  if (!found) return fail(found.error());

  const auto stride = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(output.size()))));
  std::vector<Matrix::Checkpoint> checkpoints;
  matrix.rewind();
  while (!matrix.is_done()) {
    if (matrix.column() % stride == 0) checkpoints.push_back(matrix.checkpoint());
    matrix.advance();
  }
  std::vector<KeptColumn> columns(stride);
  for (; !checkpoints.empty(); checkpoints.pop_back()) {
    matrix.restore(checkpoints.back());
    for (std::size_t k = 0; k < stride && !matrix.is_done(); ++k) matrix.advance(&columns[k]);
    way.walk(checkpoints.back().column, columns);
  }
  return Alignment{*found, std::move(way).steps()};
}

}  // namespace emend::measure
