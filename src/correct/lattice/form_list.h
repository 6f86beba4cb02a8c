// The forms of a document, each once, with a number: what its units name instead of holding a string each.
//
// Numbers count from 0 in the order in which forms are first met, so they depend on nothing but the text. One object
// per document; not for several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace emend::correct {

class FormList {
 public:
  using Number = std::uint32_t;

  // Of the form, which is added if it is new.
  Number number_of(std::string_view form);
  std::optional<Number> find(std::string_view form) const;
  // Stays valid as long as the list.
  std::string_view form(Number number) const { return forms_[number]; }
  std::size_t size() const { return forms_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Number number = kNone;
  };
  static constexpr Number kNone = 0xFFFFFFFF;
  // The slot of the form, or the empty one where it belongs.
  std::size_t slot_of(std::string_view form, std::size_t hash) const;
  void grow();
  std::string_view kept(std::string_view form);

  std::vector<std::string_view> forms_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // a power of two, never more than half full
  std::vector<std::unique_ptr<char[]>> blocks_;        // their bytes
  std::size_t room_ = 0;                               // in the last block
};

}  // namespace emend::correct
