// What the decoder's sources say of a change and of its rivals, in words for people.
//
// Pure; safe on any thread.
#pragma once

#include "correct/lattice/decoder.h"
#include "edit/edit.h"

namespace emend::correct {

// Fills the evidence and the candidates of an edit whose before, after and probability are set. The winner has the
// edit's probability and the text the given one, both fitted; other words stand to the winner as in the lattice. What
// all of them lack to 1 is something that nobody thought of.
void tell_evidence(const Change& change, const DecoderWeights& weights, double probability_of_text, edit::Edit& edit);

}  // namespace emend::correct
