#include "correct/lattice/form_list.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace emend::correct {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

std::size_t hash_of(std::string_view form) { return std::hash<std::string_view>()(form); }

}  // namespace

std::size_t FormList::slot_of(std::string_view form, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  for (; slots_[i].number != kNone; i = (i + 1) & mask)
    if (slots_[i].hash == static_cast<std::uint32_t>(hash) && forms_[slots_[i].number] == form) break;
  return i;
}

FormList::Number FormList::number_of(std::string_view form) {
  const std::size_t hash = hash_of(form);
  const std::size_t known = slot_of(form, hash);
  if (slots_[known].number != kNone) return slots_[known].number;
  const auto number = static_cast<Number>(forms_.size());
  slots_[known] = {static_cast<std::uint32_t>(hash), number};
  forms_.push_back(kept(form));
  if (2 * forms_.size() > slots_.size()) grow();
  return number;
}

std::optional<FormList::Number> FormList::find(std::string_view form) const {
  const Slot& slot = slots_[slot_of(form, hash_of(form))];
  return slot.number == kNone ? std::nullopt : std::optional(slot.number);
}

void FormList::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.number == kNone) continue;
    const std::string_view form = forms_[slot.number];
    slots_[slot_of(form, hash_of(form))] = slot;
  }
}

std::string_view FormList::kept(std::string_view form) {
  if (form.size() > room_) {
    room_ = std::max(kBlockBytes, form.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
  }
  // Blocks are filled from their ends.
  room_ -= form.size();
  char* const place = blocks_.back().get() + room_;
  std::copy(form.begin(), form.end(), place);
  return {place, form.size()};
}

}  // namespace emend::correct
