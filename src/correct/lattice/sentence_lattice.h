// The lattice of one sentence, its best path, and how sure every arc is.
//
// Positions are the borders between units; an arc goes from one to a later one and says some words. Scores are natural
// logarithms. Not for several threads at once; keeps its memory between sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "correct/lattice/candidate_table.h"
#include "lm/language_model.h"

namespace emend::correct {

struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double score = 0;                   // of everything but the language model
  double doubt = 0;                   // the engine's part of it
  std::span<const ScoredWord> words;  // borrowed from the candidate or the form
  bool is_identity = false;
  const RunCandidate* candidate = nullptr;  // null for the text as it stands
  text::Span span;                          // of the text, for a candidate
};

class SentenceLattice {
 public:
  // `weight` is the exponent of the language model's probabilities.
  SentenceLattice(const lm::LanguageModel& model, double weight) : model_(model), weight_(weight) {}

  // `beam` states are followed from one position. In a bad text most unknown words are misread, and say nothing of what
  // comes next.
  void clear(std::size_t positions, std::size_t beam, bool is_bad_text = false);
  void add(Arc arc);
  // Finds the best path and the posteriors. Every position but the last has an arc that goes one unit on.
  void decode();

  const std::vector<Arc>& arcs() const { return arcs_; }
  // Indices of the arcs that begin at a position, in the order in which they were added.
  const std::vector<std::uint32_t>& arcs_from(std::size_t position) const { return arcs_from_[position]; }
  // Indices of arcs, from the first to the last.
  const std::vector<std::uint32_t>& best_path() const { return best_path_; }
  double posterior(std::uint32_t arc) const { return posteriors_[arc]; }

 private:
  void look_ahead() const;
  struct Node {
    lm::LanguageModel::State state;
    double best = 0;
    double sum = 0;
    double behind = 0;  // sum over what follows
    std::uint32_t best_edge = 0;
    bool by_identity = false;
  };
  struct Edge {
    std::uint32_t from_node, to_node, arc;
    double score;
  };

  const lm::LanguageModel& model_;
  double weight_ = 1;
  std::size_t beam_ = 0;
  bool is_bad_text_ = false;
  std::size_t positions_ = 0;  // the vectors by position may be longer
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::uint32_t>> arcs_from_;
  std::vector<std::vector<std::uint32_t>> nodes_at_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> best_path_;
  std::vector<double> posteriors_;
};

}  // namespace emend::correct
