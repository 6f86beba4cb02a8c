#include "correct/lattice/candidate_search.h"

#include <algorithm>

#include "correct/lattice/capitals.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Short pieces of a run are nearly always words of some kind; they must be common ones.
constexpr float kMostCostOfShortPiece = 9.5f;
constexpr float kMostCostOfPiece = 14.0f;
constexpr std::size_t kShortPieceBytes = 3;
// Below this a step is no confusion.
constexpr float kConfusionCost = 1.0f;
// A mark that stands where a space was meant.
constexpr float kMarkForSpaceCost = 6.5f;

bool is_mark(char c) {
  return c != ' ' && c != kBreakMark && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9');
}

}  // namespace

void CandidateSearch::push(const SearchState& state, std::uint32_t parent) {
  if (state.channel_cost > options_.most_channel_cost) return;
  const float estimate = state.channel_cost + state.prior_cost + trie_->least_cost(state.node, seen_.size() - state.at);
  beam_.push(state, parent, estimate);
}

void CandidateSearch::end_word(const SearchState& state, std::uint32_t index, std::size_t skipped_bytes, float cost,
                               bool is_lost_space) {
  if (state.words_done + 1u >= kMostWordsInARun || trie_->word(state.node) == 0) return;
  if (is_lost_space) {
    const float most = state.depth <= kShortPieceBytes ? kMostCostOfShortPiece : kMostCostOfPiece;
    if (trie_->word_cost(state.node) > most) return;
  }
  SearchState next = state;
  next.first_ids = state.first_ids * 0x01000193u + trie_->word(state.node);
  next.prior_cost += trie_->word_cost(state.node);
  next.channel_cost += cost;
  next.node = WordTrie::kRoot;
  next.depth = 0;
  next.words_done++;
  next.lost_spaces += is_lost_space;
  next.at = static_cast<std::uint8_t>(state.at + skipped_bytes);
  push(next, index);
}

void CandidateSearch::expand(std::uint32_t index) {
  const SearchState state = beam_.state(index);
  if (state.is_dead) return;
  const char c = seen_[state.at];

  if (c == kBreakMark) {
    SearchState next = state;
    next.at++;
    next.break_bytes = state.depth;
    push(next, index);
    return;
  }
  if (c == ' ') {
    SearchState next = state;  // not meant
    next.at++;
    next.channel_cost += channel_->space_nothing();
    next.joined_spaces++;
    push(next, index);
    if (options_.may_end_at_space) end_word(state, index, 1, 0, false);
    step_letters(index, is_capital_ ? LetterCase::kCapital : LetterCase::kSmall);
    return;
  }

  if (is_capital_) {
    step_letters(index, LetterCase::kCapital);
  } else {
    step_letters(index, LetterCase::kSmall);
    if (state.node == WordTrie::kRoot) step_letters(index, LetterCase::kInitial);
  }
  if (!options_.may_split || state.at == 0) return;
  end_word(state, index, 0, channel_->space_lost(), true);
  const std::size_t size = text::decode_at(seen_, state.at).size;
  if (is_mark(c) && state.at + size < seen_.size()) end_word(state, index, size, kMarkForSpaceCost, true);
}

std::uint8_t CandidateSearch::spaces_in(std::size_t at, std::size_t bytes) const {
  const std::string_view piece = seen_.substr(at, bytes);
  return static_cast<std::uint8_t>(std::count(piece.begin(), piece.end(), ' '));
}

void CandidateSearch::step_letters(std::uint32_t index, LetterCase letters) {
  const SearchState state = beam_.state(index);
  const std::string_view rest = seen_.substr(state.at);
  // No structured binding: clang 14 cannot capture one.
  const auto children = trie_->children(state.node);
  const std::uint32_t first_child = children.first;
  const std::uint32_t last_child = children.second;
  const std::size_t size = text::decode_at(rest, 0).size;
  const std::string_view character = rest.substr(0, size);
  const Channel::Row& row = *rows_[state.at][static_cast<std::size_t>(letters)];
  const Channel::Row& lost = channel_->lost(letters);
  const std::size_t bytes_left = seen_.size() - state.at;
  const float so_far = state.channel_cost + state.prior_cost;
  const auto step = [&](std::uint32_t node, std::size_t bytes, std::size_t meant_bytes, float cost) {
    if (so_far + cost + trie_->least_cost(node, bytes_left - bytes) > beam_.limit_at(state.at + bytes)) return;
    SearchState next = state;
    next.node = node;
    next.at = static_cast<std::uint8_t>(state.at + bytes);
    next.channel_cost += cost;
    next.depth = static_cast<std::uint8_t>(state.depth + meant_bytes);
    next.confusions += cost > kConfusionCost;
    if (has_spaces_) next.joined_spaces += spaces_in(state.at, bytes);
    if (letters == LetterCase::kInitial) next.capitals |= static_cast<std::uint8_t>(1u << state.words_done);
    push(next, index);
  };
  // A capital that was read as something else must have been seen so before.
  const bool is_hidden_capital = letters == LetterCase::kInitial && !(character[0] >= 'A' && character[0] <= 'Z');
  const float most_step = is_hidden_capital ? channel_->most_listed_cost() : options_.most_channel_cost;
  // Where any letter is too dear that is not listed, only those that are listed are looked up, if they are fewer.
  const auto visit = [&](const Channel::Row& costs, std::size_t bytes, float most) {
    const bool is_any_worth_it =
        costs.unseen < most && so_far + costs.unseen + trie_->least_cost(state.node, bytes_left - bytes + 1) <=
                                   beam_.limit_at(state.at + bytes);
    if (is_any_worth_it || last_child - first_child <= costs.listed.size()) {
      for (std::uint32_t child = first_child; child < last_child; ++child) {
        const unsigned char label = trie_->label(child);
        if (label < 128 && costs.cost[label] < most) step(child, bytes, 1, costs.cost[label]);
      }
      return;
    }
    for (const unsigned char label : costs.listed) {
      if (costs.cost[label] >= most) continue;
      const std::uint32_t child = trie_->child(state.node, label);
      if (child != WordTrie::kRoot) step(child, bytes, 1, costs.cost[label]);
    }
  };
  visit(row, size, most_step);
  if (!is_hidden_capital) visit(lost, 0, options_.most_channel_cost);
  if (size > 1 && !is_hidden_capital) {
    // A letter beyond ASCII that is meant as it is seen; the trie has it in lower case.
    const std::uint32_t node = trie_->descend(state.node, character);
    if (node != WordTrie::kRoot) step(node, size, size, 0.03f);
  }
  if (character != " " && !is_hidden_capital) step(state.node, size, 0, row.nothing);
  for (const Channel::Run* run : runs_[state.at][static_cast<std::size_t>(letters)]) {
    if (run->cost > options_.most_channel_cost - state.channel_cost) continue;
    const float least = trie_->least_cost(state.node, bytes_left - run->seen_bytes + run->meant.size());
    if (so_far + run->cost + least > beam_.limit_at(state.at + run->seen_bytes)) continue;
    const std::uint32_t node = run->meant.empty() ? state.node : trie_->descend(state.node, run->meant);
    if (node != WordTrie::kRoot || run->meant.empty()) step(node, run->seen_bytes, run->meant.size(), run->cost);
  }
}

void CandidateSearch::finish(std::uint32_t index) {
  const SearchState& state = beam_.state(index);
  if (state.is_dead) return;
  if (trie_->word(state.node) == 0) return;
  if (state.lost_spaces > 0 && state.depth <= kShortPieceBytes && trie_->word_cost(state.node) > kMostCostOfShortPiece)
    return;
  if (state.channel_cost + state.prior_cost + trie_->word_cost(state.node) > options_.most_total_cost) return;
  found_.push_back(found_from(index));
}

Found CandidateSearch::found_from(std::uint32_t index) const {
  const SearchState& last = beam_.state(index);
  Found found;
  found.word_count = static_cast<std::uint8_t>(last.words_done + 1);
  found.joined_spaces = last.joined_spaces;
  found.lost_spaces = last.lost_spaces;
  found.confusions = last.confusions;
  found.channel_cost = last.channel_cost;
  found.total_cost = last.channel_cost + last.prior_cost + trie_->word_cost(last.node);
  found.words[last.words_done].id = trie_->word(last.node);
  for (std::size_t i = 0; i < found.word_count; ++i) found.words[i].is_capitalised = (last.capitals >> i & 1) != 0;
  // Back to the start: where a word ends and the next begins the count of words changes.
  for (std::uint32_t i = index; beam_.state(i).parent != SearchBeam::kNoState; i = beam_.state(i).parent) {
    const SearchState& here = beam_.state(i);
    const SearchState& before = beam_.state(here.parent);
    if (here.words_done != before.words_done) {
      found.words[before.words_done].id = trie_->word(before.node);
    }
    if (here.break_bytes != before.break_bytes && here.break_bytes > 0) {
      found.break_bytes = here.break_bytes;
      found.break_word = here.words_done;
    }
  }
  return found;
}

void CandidateSearch::look_up_steps() {
  for (std::size_t at = 0; at < seen_.size();) {
    const std::string_view rest = seen_.substr(at);
    const std::string_view character = rest.substr(0, text::decode_at(rest, 0).size);
    for (const LetterCase letters : {LetterCase::kSmall, LetterCase::kInitial, LetterCase::kCapital}) {
      if (is_capital_ != (letters == LetterCase::kCapital)) continue;
      const auto which = static_cast<std::size_t>(letters);
      rows_[at][which] = &channel_->row(letters, character);
      runs_[at][which].clear();
      for (const auto& [run_seen, run] : channel_->runs(letters, character))
        if (rest.substr(0, run_seen.size()) == run_seen) runs_[at][which].push_back(&run);
    }
    at += character.size();
  }
}

// A letter that was meant behind all that is seen.
void CandidateSearch::lose_last_letter(std::uint32_t index) {
  const SearchState state = beam_.state(index);
  if (state.is_dead) return;
  const auto [first_child, last_child] = trie_->children(state.node);
  for (std::uint32_t child = first_child; child < last_child; ++child) {
    if (trie_->label(child) >= 128) continue;
    SearchState next = state;
    next.node = child;
    next.channel_cost += channel_->lost(is_capital_ ? LetterCase::kCapital : LetterCase::kSmall, trie_->label(child));
    next.depth++;
    next.confusions++;
    push(next, index);
  }
}

const std::vector<Found>& CandidateSearch::search(const Channel& channel, const WordTrie& trie, std::string_view seen,
                                                  const SearchOptions& options) {
  found_.clear();
  if (seen.empty() || seen.size() > kLongestRunBytes || trie.is_empty()) return found_;
  channel_ = &channel;
  trie_ = &trie;
  options_ = options;
  seen_ = seen;
  is_capital_ = is_capital_word(seen);
  look_up_steps();
  has_spaces_ = seen.find(' ') != std::string_view::npos;
  beam_.start(seen.size(), options_.beam, options_.most_total_cost);

  push({}, SearchBeam::kNoState);
  for (std::size_t at = 0; at < seen.size(); ++at) {
    // Some were counted in before better ones came. A letter that is not seen makes states at the same place; they are
    // followed in turn.
    for (std::size_t i = 0; i < beam_.states_at(at).size(); ++i) {
      const std::uint32_t index = beam_.states_at(at)[i];
      const SearchState& state = beam_.state(index);
      const float estimate = state.channel_cost + state.prior_cost + trie_->least_cost(state.node, seen.size() - at);
      if (estimate <= beam_.limit_at(at)) expand(index);
    }
  }
  for (std::size_t i = 0; i < beam_.states_at(seen.size()).size(); ++i) {
    const std::uint32_t index = beam_.states_at(seen.size())[i];
    finish(index);
    lose_last_letter(index);
  }
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Found& a, const Found& b) { return a.total_cost < b.total_cost; });
  if (found_.size() > options.most_found) found_.resize(options.most_found);
  return found_;
}

}  // namespace emend::correct
