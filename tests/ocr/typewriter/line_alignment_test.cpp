// Characters and cells, aligned by what the cells look like.
#include "ocr/typewriter/line_alignment.h"

#include <gtest/gtest.h>

namespace emend::ocr {
namespace {

constexpr std::size_t kBlank = 0, kA = 1, kB = 2;

// The distances of a cell that shows `shape`.
LetterDistances cell_of(std::size_t shape) {
  LetterDistances distances(3, 12);
  distances[shape] = 1;
  return distances;
}

TEST(LineAlignment, TrustsTheCellsMoreThanTheBoxes) {
  // "ab a" on paper; the engine's boxes are most of a cell off.
  const std::vector<LetterDistances> cells = {cell_of(kBlank), cell_of(kA), cell_of(kB), cell_of(kBlank), cell_of(kA)};
  const std::vector<ReadLetter> letters = {{kA, 0.4, true}, {kB, 1.3, false}, {kA, 3.3, true}};
  const auto found = aligned(letters, cells, kBlank);
  EXPECT_EQ(found, (std::vector<std::optional<std::size_t>>{1, 2, 4}));
}

TEST(LineAlignment, ALetterTooManyStandsNowhere) {
  const std::vector<LetterDistances> cells = {cell_of(kA), cell_of(kB), cell_of(kA)};
  const std::vector<ReadLetter> letters = {{kA, 0, true}, {kB, 1, false}, {kB, 1.2, false}, {kA, 2, false}};
  const auto found = aligned(letters, cells, kBlank);
  EXPECT_EQ(found[0], 0U);
  EXPECT_EQ(found[3], 2U);
  EXPECT_NE(found[1].has_value(), found[2].has_value());
}

TEST(LineAlignment, ALetterTooFewLeavesItsCellEmpty) {
  const std::vector<LetterDistances> cells = {cell_of(kA), cell_of(kB), cell_of(kA)};
  const auto found = aligned({{kA, 0, true}, {kA, 2, false}}, cells, kBlank);
  EXPECT_EQ(found, (std::vector<std::optional<std::size_t>>{0, 2}));
}

TEST(LineAlignment, AnUnknownLetterStandsWhereThereIsInk) {
  const std::vector<LetterDistances> cells = {cell_of(kA), cell_of(kBlank), cell_of(kB)};
  const auto found = aligned({{kA, 0, true}, {std::nullopt, 1.4, true}}, cells, kBlank);
  EXPECT_EQ(found, (std::vector<std::optional<std::size_t>>{0, 2}));
}

TEST(LineAlignment, NothingWasRead) { EXPECT_TRUE(aligned({}, {cell_of(kA)}, kBlank).empty()); }

}  // namespace
}  // namespace emend::ocr
