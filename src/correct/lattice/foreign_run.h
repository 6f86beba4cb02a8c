// Whether a place is among words of another language, where a decoder of English makes English of everything.
//
// Each word near it speaks for or against: words that hardly a sentence of another language does without, against what
// English makes of them; words that nobody knows a little for it; English words against it, the commoner the more. The
// stretch around the place that has the most for it decides, as in the search for segments of a sequence that score
// highest (Karlin and Altschul, 1990). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "correct/lattice/form_table.h"
#include "correct/lattice/units.h"

namespace emend::correct {

enum class ForeignRun : std::uint8_t { kOutside, kAtEdge, kInside };

// Where the units from `first` to before `end` stand; they themselves do not count. At an edge, only one side is in
// another language.
ForeignRun foreign_run_at(const std::vector<Unit>& units, FormTable& forms, std::size_t first, std::size_t end);

}  // namespace emend::correct
