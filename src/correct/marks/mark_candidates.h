// The findings of the mark layer as edits with the evidence as numbers, before they have a probability and a band.
//
// Two sources: the decoder of marks and capitals, and marks that stand where no printer sets one. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "correct/marks/mark_calibration.h"
#include "correct/marks/mark_channel.h"
#include "correct/marks/mark_context.h"
#include "correct/marks/mark_decoder.h"
#include "correct/marks/word_knowledge.h"
#include "edit/edit.h"

namespace emend::correct {

struct MarkCandidate {
  edit::Edit edit;
  MarkRepairId id = kMisreadMark;
  MarkFeatureValues features{};
  double unknown_share = 0;
  bool may_be_name = false;    // the word whose capital is taken stands where names do
  bool is_torn_quote = false;  // a quotation mark that goes back to its word
};

// What is looked at, borrowed for the time of a call.
struct MarkSources {
  std::string_view text;
  const MarkedText& marked;
  const std::vector<WordNumber>& numbers;  // of the words
  const MarkContext& context;
  const MarkChannel& channel;
  WordKnowledge& words;
  double unknown_share = 0;  // of the words
  DecodedMarks decoded;
};

// The same with the counts made.
MarkSources mark_sources(std::string_view text, const MarkedText& marked, const std::vector<WordNumber>& numbers,
                         const MarkContext& context, const MarkChannel& channel, WordKnowledge& words);

// Both append in the order of the text.
void append_changes(const MarkSources& sources, std::vector<MarkCandidate>& candidates);
void append_strays(const MarkSources& sources, std::vector<MarkCandidate>& candidates);

// An edit of one of kMarkRepairInfos, with its `before` filled in; without probability, band and evidence.
edit::Edit mark_edit(MarkRepairId id, std::string_view text, text::Span span, std::string after, std::string reason);

// A candidate whose features tell what every kind has: how bad the text is, and of the words beside the gap whether
// they are known.
MarkCandidate started_candidate(MarkRepairId id, const MarkSources& sources, std::size_t gap);
// Sets a feature of kMarkFeatureNames.
void set_feature(MarkCandidate& candidate, std::string_view name, double value);

}  // namespace emend::correct
