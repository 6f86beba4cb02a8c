#include "train/confusions/differing_places.h"

namespace emend::train {

std::vector<DifferingPlace> differing_places(const correct::AlignedText& text, std::size_t document) {
  std::vector<DifferingPlace> places;
  const std::size_t count = text.steps.size();
  const auto differs = [&](std::size_t i) { return !text.steps[i].is_equal; };
  const auto is_there = [&](std::size_t i) { return i < count && text.is_trusted[i]; };
  for (std::size_t i = 0; i < count;) {
    if (!is_there(i) || !differs(i)) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while ((is_there(end) && differs(end)) || (is_there(end) && is_there(end + 1) && differs(end + 1))) ++end;
    const std::size_t first = i > 0 && is_there(i - 1) && !differs(i - 1) ? i - 1 : i;
    const std::size_t last = is_there(end) ? end : end - 1;
    const std::size_t seen_begin = text.steps[first].seen_begin;
    const std::size_t meant_begin = text.steps[first].meant_begin;
    DifferingPlace place;
    place.seen = text.seen.substr(seen_begin, text.steps[last].seen_end - seen_begin);
    place.meant = text.meant.substr(meant_begin, text.steps[last].meant_end - meant_begin);
    place.document = document;
    for (std::size_t k = i; k < end; ++k) {
      if (!differs(k)) continue;
      const correct::AlignedStep& step = text.steps[k];
      place.steps.push_back({step.seen_begin - seen_begin, step.seen_end - seen_begin, step.meant_begin - meant_begin,
                             step.meant_end - meant_begin, false});
    }
    places.push_back(std::move(place));
    i = end;
  }
  return places;
}

}  // namespace emend::train
