// What people are told about the edits of numbers and brackets of print.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/print_numbers.h"

namespace emend::correct {
namespace {

constexpr RuleInfo described(std::size_t id, std::string_view group, std::string_view summary, std::string_view why,
                             std::string_view before, std::string_view after) {
  return {kPrintNumberIds[id], group, summary, why, before, after, edit::Applicability::kAutomatic};
}

constexpr std::array<RuleInfo, kPrintNumberIds.size()> kInfo = {
    described(
        0, "characters", "Read letters among the figures of an ordinal as figures",
        "In small type 1, 0 and 5 are read as r, o and s. Where a figure stands beside them and the ending is that "
        "of the number, it is an ordinal. One without any figure is left to the words around it.",
        "on the r5th of May", "on the 15th of May"),
    described(1, "characters", "Read the Roman number of a chapter as one",
              "The last strokes of a Roman number are read as L, T or l. Behind CHAPTER, BOOK or PART a number that is "
              "none becomes one where only these letters stand in the way.",
              "CHAPTER VIIL", "CHAPTER VIII"),
    described(2, "characters", "Set both letters of A. M. and P. M. as capitals",
              "The hours of the day are set in small capitals, and engines read the first as a small letter or twice. "
              "Nobody writes one letter small and the other as a capital.",
              "at 11 o’clock p. M. artillery firing", "at 11 o’clock P. M. artillery firing"),
    described(3, "characters", "Read a brace that a bracket closes as a bracket",
              "Brackets of old type are read as braces. One that is closed by a bracket, with no other open, is one.",
              "{Draft by Thornton]", "[Draft by Thornton]"),
};

}  // namespace

std::span<const RuleInfo> print_numbers_info() { return kInfo; }

}  // namespace emend::correct
