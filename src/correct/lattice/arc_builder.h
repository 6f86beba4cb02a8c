// Which arcs the lattice of a sentence has: every unit as it stands, and what units might have been.
//
// Misreadings are looked for where a word is unknown or fits badly; pieces of words are joined where one of them is
// suspicious, over spaces, line ends, a mark or a short number; a lone letter may be nothing at all. One object per
// pass.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "correct/lattice/pass_context.h"
#include "correct/lattice/sentence_lattice.h"

namespace emend::correct {

// So many units, words mostly, are no sentence any more.
inline constexpr std::size_t kUnitsOfNoSentence = 300;

class ArcBuilder {
 public:
  ArcBuilder(const PassContext& context, SentenceLattice& lattice) : context_(context), lattice_(lattice) {}

  // Fills the lattice with the units [begin, end), which hold no boundary. False if there is nothing to choose.
  bool build(std::size_t begin, std::size_t end);

 private:
  struct Join;
  void weigh_fit();
  bool fits(std::size_t i) const;
  bool is_clean() const;
  void add_identity(std::size_t i);
  void add_misreadings(std::size_t i);
  const RunCandidate& as_read(std::size_t i, const RunCandidate& candidate);
  void add_other_readings(std::size_t i, const std::vector<RunCandidate>& found);
  double doubt(std::size_t from, std::size_t to) const;
  void add_joins(std::size_t i);
  bool extend(Join& join, std::size_t j);
  void add_whole_word(const Join& join);
  void add_exact_join(const Join& join);
  void add_misread_join(const Join& join);
  void add_stray(std::size_t i);
  void add_candidate(std::size_t from, std::size_t to, text::Span span, const RunCandidate& candidate,
                     double more_cost = 0);
  double casing_cost(std::size_t from, const RunCandidate& candidate) const;
  SearchOptions options_for(const FormInfo& info) const;
  bool is_suspicious(std::size_t i) const;
  float least_cost(std::size_t i) const;
  bool is_capitalised(std::size_t i) const;
  bool is_inside_sentence(std::size_t i) const;
  bool is_behind_stop(std::size_t i) const;

  const PassContext& context_;
  SentenceLattice& lattice_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool has_choice_ = false;  // there is an arc that is not the text as it stands
  std::vector<double>
      fit_;  // how much better each unit fits behind the ones before it than anywhere; one more at the end
  std::deque<RunCandidate> read_;  // candidates that the engine has a say in; of this sentence
  RunCandidate nothing_;
};

}  // namespace emend::correct
