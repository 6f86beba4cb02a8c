#include "measure/alignment.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

// The matrix between two sequences that are not empty: rows are the truth, columns the output. Of each column only
// those blocks are computed that a way of at most `limit` steps can touch; at their borders stands the cost of going
// straight on. So every value is that of some way, and those of the shortest ways are exact where their cost is within
// `limit`.
class Matrix {
 public:
  Matrix(std::u32string_view truth, std::u32string_view output)
      : truth_(truth),
        output_(output),
        block_count_((truth.size() + kBlockRows - 1) / kBlockRows),
        positions_(truth, block_count_) {}

  void set_limit(std::size_t limit) { limit_ = static_cast<std::ptrdiff_t>(limit); }

  // Blocks of the widest column, at most.
  double band_blocks() const {
    return std::min(static_cast<double>(block_count_), static_cast<double>(limit_) / kBlockRows + 2);
  }

  // Before the first column.
  void rewind() {
    blocks_.resize(block_count_);
    column_ = 0;
    first_ = 0;
    last_ = 0;
    blocks_[0] = {{}, last_row_of(0)};
  }

  std::size_t column() const { return column_; }
  bool is_done() const { return column_ == output_.size(); }
  // The distance, once done. Nothing where it is beyond the limit.
  std::optional<std::size_t> corner() const {
    if (last_ + 1 != block_count_ || blocks_[last_].bottom > limit_) return std::nullopt;
    return static_cast<std::size_t>(blocks_[last_].bottom);
  }

  void advance(KeptColumn* kept = nullptr) {
    grow();
    ++column_;
    const auto& equal = positions_.rows_of(output_[column_ - 1], first_, last_);
    if (kept != nullptr) {
      kept->first = first_;
      kept->equal_diagonals.resize(last_ - first_ + 1);
      kept->positive.resize(last_ - first_ + 1);
    }
    int carry = 1;
    for (std::size_t block = first_; block <= last_; ++block) {
      const std::uint64_t carry_row =
          block + 1 == block_count_ ? bit(truth_.size() - 1) : std::uint64_t{1} << (kBlockRows - 1);
      const text::BlockStep step = text::advance(blocks_[block].bits, equal[block], carry, carry_row);
      carry = step.carry;
      blocks_[block].bottom += carry;
      if (kept == nullptr) continue;
      kept->equal_diagonals[block - first_] = step.equal_diagonals;
      kept->positive[block - first_] = blocks_[block].bits.positive;
    }
    trim();
  }

  struct Block {
    BitBlock bits;
    std::ptrdiff_t bottom = 0;  // the value of the last row
  };

  struct Checkpoint {
    std::size_t column = 0;
    std::size_t first = 0;
    std::vector<Block> blocks;
  };

  Checkpoint checkpoint() const {
    const auto at = [&](std::size_t block) { return blocks_.begin() + static_cast<std::ptrdiff_t>(block); };
    return {column_, first_, {at(first_), at(last_ + 1)}};
  }

  void restore(const Checkpoint& checkpoint) {
    column_ = checkpoint.column;
    first_ = checkpoint.first;
    last_ = checkpoint.first + checkpoint.blocks.size() - 1;
    std::copy(checkpoint.blocks.begin(), checkpoint.blocks.end(),
              blocks_.begin() + static_cast<std::ptrdiff_t>(checkpoint.first));
  }

 private:
  // Rows count from 1; row 0 is before the truth.
  std::ptrdiff_t last_row_of(std::size_t block) const {
    return static_cast<std::ptrdiff_t>(std::min(truth_.size(), (block + 1) * kBlockRows));
  }

  // The fewest steps from a row of the last column to the end.
  std::ptrdiff_t steps_left(std::ptrdiff_t row) const { return std::abs(row - row_of_end()); }
  // The row of the last column from which matches alone lead to the end.
  std::ptrdiff_t row_of_end() const {
    return static_cast<std::ptrdiff_t>(truth_.size() + column_) - static_cast<std::ptrdiff_t>(output_.size());
  }

  // Takes in the blocks below that a way can enter in the next column. It enters from the row above them; there, value
  // and steps left may each fall by one from this column to the next.
  void grow() {
    while (last_ + 1 < block_count_ && blocks_[last_].bottom + steps_left(last_row_of(last_)) <= limit_ + 2) {
      const std::ptrdiff_t bottom = blocks_[last_].bottom + last_row_of(last_ + 1) - last_row_of(last_);
      ++last_;
      blocks_[last_] = {{}, bottom};
    }
  }

  // Leaves out the blocks at both borders whose every row is too costly. One block always stays.
  void trim() {
    while (first_ < last_ && is_too_costly(first_)) ++first_;
    while (first_ < last_ && is_too_costly(last_)) --last_;
  }

  bool is_too_costly(std::size_t block) const {
    const std::ptrdiff_t first_row = static_cast<std::ptrdiff_t>(block * kBlockRows) + 1;
    const std::ptrdiff_t last_row = last_row_of(block);
    const std::ptrdiff_t least = blocks_[block].bottom - (last_row - first_row);
    return least + steps_left(std::clamp(row_of_end(), first_row, last_row)) > limit_;
  }

  std::u32string_view truth_;
  std::u32string_view output_;
  std::size_t block_count_;
  Positions positions_;
  std::ptrdiff_t limit_ = 0;
  std::vector<Block> blocks_;
  std::size_t column_ = 0;  // the last one computed, from 1
  std::size_t first_ = 0;   // the blocks of the band
  std::size_t last_ = 0;
};

tl::unexpected<Error> too_large() {
  return fail(ErrorKind::kTooLarge, "", "the texts are too long and too different to be compared as one",
              "compare them page by page");
}

bool is_affordable(const Matrix& matrix, std::size_t columns, bool keeps_columns) {
  const double count = static_cast<double>(columns);
  // A checkpoint has three words a block, a kept column two.
  const double bytes = keeps_columns ? matrix.band_blocks() * std::sqrt(count) * 40 : 0;
  return matrix.band_blocks() * count <= kMostBlockSteps && bytes <= kMostBytes;
}

// Sets the matrix's limit so that the band holds every shortest way, and gives their length. `limit` is the first
// guess.
Result<std::size_t> find_distance(Matrix& matrix, std::size_t limit, std::size_t columns, bool keeps_columns) {
  while (true) {
    matrix.set_limit(limit);
    if (!is_affordable(matrix, columns, keeps_columns)) return too_large();
    matrix.rewind();
    while (!matrix.is_done()) matrix.advance();
    if (const auto found = matrix.corner()) {
      matrix.set_limit(*found);
      return *found;
    }
    limit *= 2;
  }
}

std::size_t first_guess(std::u32string_view truth, std::u32string_view output) {
  return kFirstGuess + std::max(truth.size(), output.size()) - std::min(truth.size(), output.size());
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

Result<std::size_t> distance(std::u32string_view truth, std::u32string_view output,
                             std::optional<std::size_t> upper_bound) {
  while (!truth.empty() && !output.empty() && truth.front() == output.front())
    truth.remove_prefix(1), output.remove_prefix(1);
  while (!truth.empty() && !output.empty() && truth.back() == output.back())
    truth.remove_suffix(1), output.remove_suffix(1);
  if (truth.empty() || output.empty()) return truth.size() + output.size();
  Matrix matrix(truth, output);
  const std::size_t limit = upper_bound ? *upper_bound : first_guess(truth, output);
  return find_distance(matrix, std::max<std::size_t>(1, limit), output.size(), false);
}

Result<Alignment> align(std::u32string_view truth, std::u32string_view output) {
  WayBack way(truth, output);
  if (truth.empty() || output.empty()) return Alignment{truth.size() + output.size(), std::move(way).steps()};
  Matrix matrix(truth, output);
  const auto found = find_distance(matrix, first_guess(truth, output), output.size(), true);
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
