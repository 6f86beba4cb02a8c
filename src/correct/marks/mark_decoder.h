// Weighs, for every place between two words, which mark was meant there and whether a capital was meant behind it.
//
// A noisy channel: the probability of a mark and a capital from the words around (mark_context.h) times that of being
// seen as it is (mark_channel.h). Mark and capital are weighed together, for a stop explains a capital and a capital
// speaks for a stop. The document has a say: by expectation and maximisation (Dempster, Laird and Rubin 1977) its own
// shares of marks and its own confusions are estimated, with the table as the prior; in a clean text nothing is left
// of the confusions. Pure; linear in the text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "correct/marks/gaps.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"

namespace emend::correct {

// One place where something else than what is seen is likelier, or nearly so.
struct MarkChange {
  std::size_t gap = 0;
  Mark seen = Mark::kNone;
  Mark meant = Mark::kNone;
  bool has_case = false;  // the next word may begin either way
  bool seen_capital = false;
  bool meant_capital = false;

  double posterior = 0;     // of what is meant, among everything that might be
  double kept = 0;          // posterior of what is seen
  double context_gain = 0;  // natural logarithm: how much better the words around it like it, the capital included
  double channel_gain = 0;  // natural logarithm: how much likelier to be seen so; below 0 as a rule
  double table_gain = 0;    // the same by the table alone, without the document
};

// Alternatives less likely than this are not told.
inline constexpr double kLeastTold = 0.05;

struct DecodedMarks {
  std::vector<MarkChange> changes;  // in the order of the text, at most one in a gap
  double errors = 0;                // share of the places that the document is expected to have wrong
};

// `numbers` are those of the words (MarkContext::numbers_of).
DecodedMarks decode_marks(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
                          const MarkContext& context, const MarkChannel& channel);

}  // namespace emend::correct
