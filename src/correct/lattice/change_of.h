// An arc of the best path as the change that it stands for, with what is known of it and of its rivals.
#pragma once

#include <cstddef>
#include <cstdint>

#include "correct/lattice/change.h"
#include "correct/lattice/pass_context.h"
#include "correct/lattice/sentence_lattice.h"

namespace emend::correct {

// `arc` is one with a candidate, of a lattice that is decoded and whose first unit is `base`.
Change change_of(const PassContext& context, const SentenceLattice& lattice, std::size_t base, std::uint32_t arc);

}  // namespace emend::correct
