#include "correct/lattice/sentence_lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;
constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr std::uint32_t kNoEdge = 0xFFFFFFFF;

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == kNever ? a : a + std::log1p(std::exp(b - a));
}

}  // namespace

void SentenceLattice::clear(std::size_t positions, std::size_t beam, bool is_bad_text) {
  beam_ = beam;
  is_bad_text_ = is_bad_text;
  positions_ = positions;
  arcs_.clear();
  if (arcs_from_.size() < positions) {
    arcs_from_.resize(positions);
    nodes_at_.resize(positions);
  }
  for (std::size_t i = 0; i < positions; ++i) {
    arcs_from_[i].clear();
    nodes_at_[i].clear();
  }
}

void SentenceLattice::add(Arc arc) {
  arcs_from_[arc.from].push_back(static_cast<std::uint32_t>(arcs_.size()));
  arcs_.push_back(std::move(arc));
}

// Each pair of words lies somewhere else in the model, and comes sooner where all are asked for at once.
void SentenceLattice::look_ahead() const {
  const lm::NgramTrie& trie = model_.trie();
  for (const Arc& arc : arcs_)
    if (!arc.words.empty()) trie.prefetch_first(arc.words.back().id);
  for (const Arc& arc : arcs_) {
    if (arc.words.empty() || arc.to + std::size_t{1} >= positions_) continue;
    for (const std::uint32_t next : arcs_from_[arc.to])
      if (!arcs_[next].words.empty()) trie.prefetch_second(arc.words.back().id, arcs_[next].words.front().id);
  }
}

void SentenceLattice::decode() {
  look_ahead();
  nodes_.clear();
  edges_.clear();
  nodes_.push_back({model_.begin(), 0, 0, kNever, kNoEdge, true});
  nodes_at_[0].push_back(0);
  const std::size_t last = positions_ - 1;
  for (std::size_t at = 0; at < last; ++at) {
    std::vector<std::uint32_t>& here = nodes_at_[at];
    if (here.size() > beam_) {
      std::sort(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
        return nodes_[a].best != nodes_[b].best ? nodes_[a].best > nodes_[b].best : a < b;
      });
      // The text as it stands is never lost from sight.
      const auto kept = std::find_if(here.begin(), here.end(), [&](std::uint32_t n) { return nodes_[n].by_identity; });
      const bool is_outside = kept != here.end() && kept >= here.begin() + static_cast<std::ptrdiff_t>(beam_);
      if (is_outside) std::iter_swap(kept, here.begin() + static_cast<std::ptrdiff_t>(beam_) - 1);
      here.resize(beam_);
    }
    for (const std::uint32_t from : here)
      for (const std::uint32_t arc : arcs_from_[at])
        if (!arcs_[arc].words.empty()) model_.trie().prefetch(nodes_[from].state, arcs_[arc].words.front().id);
    for (const std::uint32_t from : here) {
      for (const std::uint32_t arc_index : arcs_from_[at]) {
        const Arc& arc = arcs_[arc_index];
        const Node source = nodes_[from];
        lm::LanguageModel::State state = source.state;
        double log10 = 0;
        double unknown = 0;
        for (const ScoredWord& word : arc.words) {
          log10 += model_.score(state, word.id, state);
          unknown -= word.unknown_cost;
          // What the model met behind unknown words is what stands behind names and in other languages ("und").
          if (is_bad_text_ && word.id == lm::kUnknownWord) state = lm::LanguageModel::nowhere();
        }
        const double score = arc.score + weight_ * (kLn10 * log10 + unknown);
        std::vector<std::uint32_t>& there = nodes_at_[arc.to];
        const auto same =
            std::find_if(there.begin(), there.end(), [&](std::uint32_t n) { return nodes_[n].state == state; });
        std::uint32_t target = 0;
        if (same == there.end()) {
          target = static_cast<std::uint32_t>(nodes_.size());
          nodes_.push_back({state, kNever, kNever, kNever, kNoEdge, false});
          there.push_back(target);
        } else {
          target = *same;
        }
        Node& node = nodes_[target];
        if (source.best + score > node.best) {
          node.best = source.best + score;
          node.best_edge = static_cast<std::uint32_t>(edges_.size());
        }
        node.by_identity = node.by_identity || (source.by_identity && arc.is_identity);
        node.sum = log_add(node.sum, source.sum + score);
        edges_.push_back({from, target, arc_index, score});
      }
    }
  }

  std::uint32_t best_node = kNoEdge;
  double best = kNever;
  double total = kNever;
  for (const std::uint32_t n : nodes_at_[last]) {
    lm::LanguageModel::State next;
    const double end = weight_ * kLn10 * model_.score(nodes_[n].state, lm::kBoundaryWord, next);
    nodes_[n].behind = end;
    total = log_add(total, nodes_[n].sum + end);
    if (nodes_[n].best + end > best) {
      best = nodes_[n].best + end;
      best_node = n;
    }
  }
  posteriors_.assign(arcs_.size(), 0);
  for (std::size_t e = edges_.size(); e-- > 0;) {
    const Edge& edge = edges_[e];
    const double behind = edge.score + nodes_[edge.to_node].behind;
    nodes_[edge.from_node].behind = log_add(nodes_[edge.from_node].behind, behind);
    posteriors_[edge.arc] += std::exp(nodes_[edge.from_node].sum + behind - total);
  }
  best_path_.clear();
  for (std::uint32_t node = best_node; nodes_[node].best_edge != kNoEdge;) {
    const Edge& edge = edges_[nodes_[node].best_edge];
    best_path_.push_back(edge.arc);
    node = edge.from_node;
  }
  std::reverse(best_path_.begin(), best_path_.end());
}

}  // namespace emend::correct
