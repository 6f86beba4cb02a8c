// What the decoder's sources say of a change and of its rivals, in words for people.
//
// Pure; safe on any thread.
#pragma once

#include "correct/lattice/decoder.h"
#include "edit/edit.h"

namespace emend::correct {

// Fills the evidence and the candidates of an edit whose before, after and probability are set. The winner has the
// edit's probability, which is fitted; the rivals share what is left as they share the lattice.
void tell_evidence(const Change& change, const DecoderWeights& weights, edit::Edit& edit);

}  // namespace emend::correct
