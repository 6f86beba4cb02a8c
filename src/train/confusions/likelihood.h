// How well a table of confusions foretells recognised texts that it was not counted on.
//
// The true text is taken to be written character by character: at each place something may be put in, then either the
// character comes out right, or one of the edits that the table has for the text that follows is made, or one that the
// table does not have. The probability of the recognised text is the sum over all ways to it (the forward algorithm,
// within a few characters of the alignment). In bits per character of truth; less is better. Only trusted stretches.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "correct/confusion/aligned_text.h"
#include "correct/confusion/confusion_model.h"
#include "train/confusions/packed_run.h"

namespace emend::train {

struct Surprise {
  double bits = 0;           // with the table as it is
  double bits_own_rate = 0;  // with its rates scaled to the document: what remains is which confusions there are
  double characters = 0;

  void add(const Surprise& other);
  double per_character() const { return characters > 0 ? bits / characters : 0; }
  double per_character_own_rate() const { return characters > 0 ? bits_own_rate / characters : 0; }
};

// Read-only after construction; any number of threads.
class Foreteller {
 public:
  explicit Foreteller(const correct::ConfusionModel& model);
  Surprise surprise(const correct::AlignedText& text) const;

 private:
  struct Edit {
    std::u32string seen;
    double probability = 0;
  };
  const std::vector<Edit>& edits(std::u32string_view meant) const;
  double bits(const correct::AlignedText& text, std::size_t first_step, std::size_t last_step, double rate) const;

  std::unordered_map<PackedRun, std::vector<Edit>> edits_;
  std::vector<Edit> no_edits_;
};

}  // namespace emend::train
