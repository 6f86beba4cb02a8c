// The three states of a change, as the report names and counts them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "edit/decision.h"
#include "store/change_file.h"

namespace emend::report::html {

// The class in the markup, and the word for people.
std::string_view band_class(edit::Verdict verdict);  // "applied", "open", "rejected"
std::string_view band_name(edit::Verdict verdict);   // "Applied", "Proposed", "Rejected"

struct Totals {
  std::size_t applied = 0;
  std::size_t open = 0;
  std::size_t rejected = 0;

  std::size_t all() const { return applied + open + rejected; }
  std::size_t left() const { return open + rejected; }
  void count(edit::Verdict verdict);
};

Totals totals_of(const std::vector<store::ChangeRecord>& records);

// "1 change", "12,345 changes"
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);
std::string with_commas(std::size_t count);

}  // namespace emend::report::html
