#include "correct/lattice/arc_builder.h"

#include "correct/lattice/stray_letter.h"

namespace emend::correct {

bool ArcBuilder::build(std::size_t begin, std::size_t end) {
  arcs_.start(begin, end);
  misreadings_.start();
  for (std::size_t i = begin; i < end; ++i) {
    misreadings_.add(i);
    joins_.add(i);
    add_stray_letter(arcs_, i);
  }
  // Most sentences of a clean text end here.
  if (!arcs_.has_choice()) return false;
  for (std::size_t i = begin; i < end; ++i) arcs_.add_identity(i);
  return true;
}

}  // namespace emend::correct
