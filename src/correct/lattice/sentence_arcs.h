// The arcs of one sentence while they are made: what each costs, and which units fit as they stand.
//
// What proposes arcs (misreadings.h, joins.h, stray_letter.h) looks at the units and adds here. One object per pass.
#pragma once

#include <cstddef>
#include <vector>

#include "correct/lattice/pass_context.h"
#include "correct/lattice/sentence_lattice.h"

namespace emend::correct {

// So many units, words mostly, are no sentence any more.
inline constexpr std::size_t kUnitsOfNoSentence = 300;
// So rare a word may be a slip of the training text.
inline constexpr float kRareWordCost = 13;

class SentenceArcs {
 public:
  // Borrows both.
  SentenceArcs(const PassContext& context, SentenceLattice& lattice) : context_(context), lattice_(lattice) {}

  // From here the units [begin, end), which hold no boundary; without any arc.
  void start(std::size_t begin, std::size_t end);

  const PassContext& context() const { return context_; }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  // There is an arc that is not the text as it stands.
  bool has_choice() const { return has_choice_; }

  // How much better the unit fits behind the ones before it than anywhere. The end of the sentence has one, too.
  double fit(std::size_t i);
  // So much better that it is not looked at again.
  bool fits(std::size_t i) { return fit(i) + fit(i + 1) >= least_fit_; }
  // There is little to find, and looking for it takes most of the time.
  bool is_clean() const;
  bool is_capitalised(std::size_t i) const;
  // Whether nothing but a space or a line break stands before the unit; behind a quote or a colon capitals are usual.
  bool is_inside_sentence(std::size_t i) const;

  // The unit as it stands.
  void add_identity(std::size_t i);
  // The units [from, to) as the one word that they are, with nothing but a line end in between.
  void add_whole(std::size_t from, std::size_t to, const FormInfo& whole, std::size_t bytes);
  // The units [from, to) as a misreading; `span` is what the candidate replaces.
  void add_candidate(std::size_t from, std::size_t to, text::Span span, const RunCandidate& candidate,
                     double more_cost = 0);
  // The unit as nothing: a speck, which costs so much.
  void add_nothing(std::size_t i, text::Span span, double cost);

 private:
  void weigh_fit();
  lm::WordId id_of(std::size_t i) const;
  bool is_behind_stop(std::size_t i) const;
  double casing_cost(std::size_t from, const RunCandidate& candidate) const;
  double doubt(std::size_t from, std::size_t to) const;
  Arc arc_over(std::size_t from, std::size_t to) const;

  const PassContext& context_;
  SentenceLattice& lattice_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool has_choice_ = false;
  std::vector<lm::WordId> ids_;  // of the units, behind the boundary
  std::vector<double> fit_;      // not a number where it was not asked for
  double least_fit_ = 0;
  RunCandidate nothing_;
};

}  // namespace emend::correct
