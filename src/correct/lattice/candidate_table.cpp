#include "correct/lattice/candidate_table.h"

#include <algorithm>
#include <utility>

#include "correct/lattice/capitals.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Few words are badly damaged: one in some thirty. What else such a search may cost more.
constexpr float kDamageCost = 3.5f;
constexpr float kMoreChannelCostOfDamage = 9;
constexpr float kMoreTotalCostOfDamage = 5;
constexpr float kMoreTotalCostOfDamagedJoin = 2;
// A word that is so little misread is looked for no further.
constexpr float kMostCostOfSlightDamage = 6;

// Whether it begins with a letter, an apostrophe and a capital: "O'Brlen".
bool begins_as_irish_name(std::string_view seen, std::string_view apostrophe) {
  return seen.size() > apostrophe.size() + 1 && seen.substr(1).starts_with(apostrophe) &&
         text::is_upper(text::decode_at(seen, 1 + apostrophe.size()).code_point);
}

// With the apostrophe of the text, and the capital behind it in names.
std::string in_style_of(std::string_view seen, std::string word) {
  constexpr std::string_view kApostrophe = "’";
  if (word.size() > 2 && word[1] == '\'' &&
      (begins_as_irish_name(seen, "'") || begins_as_irish_name(seen, kApostrophe)))
    word = word.substr(0, 2) + text::with_casing(std::string_view(word).substr(2), text::Casing::kCapitalised);
  if (seen.find(kApostrophe) == std::string_view::npos) return word;
  for (std::size_t at = word.find('\''); at != std::string::npos; at = word.find('\'', at)) {
    word.replace(at, 1, kApostrophe);
    at += kApostrophe.size();
  }
  return word;
}

}  // namespace

void CandidateTable::begin_pass(const Channels& channels) {
  is_first_pass_ = usual_ == nullptr;
  usual_ = &channels.usual;
  damaged_ = &channels.damaged;
  earlier_runs_ = std::move(runs_);
  runs_.clear();
  joined_.clear();
}

std::string_view CandidateTable::form_of(std::uint32_t id) const {
  const lm::Vocabulary& vocabulary = forms_.model().vocabulary();
  return id < vocabulary.size() ? vocabulary.form_of(id)
                                : std::string_view(forms_.own_words().forms[id - vocabulary.size()]);
}

RunCandidate CandidateTable::ready(const Found& found, std::string_view seen) const {
  RunCandidate candidate;
  candidate.channel_cost = found.channel_cost;
  candidate.unigram_cost = found.total_cost - found.channel_cost;
  candidate.confusions = found.confusions;
  candidate.joined_spaces = found.joined_spaces;
  candidate.lost_spaces = found.lost_spaces;
  const bool is_capital = is_capital_word(seen);
  candidate.is_capital = is_capital;
  const std::size_t known = forms_.model().vocabulary().size();
  for (std::size_t i = 0; i < found.word_count; ++i) {
    const std::uint32_t id = found.words[i].id;
    const std::string form(form_of(id));
    if (i > 0) {
      candidate.text += ' ';
      candidate.folded += ' ';
    }
    candidate.folded += form;
    std::string cased = form;
    if (is_capital)
      cased = text::to_upper(form);
    else if (found.words[i].is_capitalised || form == "i")
      cased = text::with_casing(form, text::Casing::kCapitalised);
    if (found.break_bytes > 0 && found.break_word == i && cased.size() == form.size())
      cased.insert(found.break_bytes, 1, kBreakMark);
    candidate.text += in_style_of(seen, std::move(cased));
    if (found.words[i].is_capitalised || form == "i") candidate.capitalised |= static_cast<std::uint8_t>(1u << i);
    if (id < known) {
      candidate.words.push_back({id, 0});
      candidate.cache_gain += forms_.cache_gain_of(form, forms_.unigram_cost(id));
    } else {
      candidate.words.push_back({lm::kUnknownWord, forms_.own_words().costs[id - known]});
      candidate.cache_gain += forms_.own_words().gains[id - known];
    }
  }
  return candidate;
}

RunCandidate CandidateTable::spelled(std::string_view folded, std::string_view seen, bool is_capitalised,
                                     double channel_cost, int confusions) {
  const FormInfo& known = forms_.info(folded);
  RunCandidate candidate;
  candidate.words = {known.word};
  candidate.folded = folded;
  candidate.channel_cost = static_cast<float>(channel_cost);
  candidate.unigram_cost = known.unigram_cost;
  candidate.confusions = confusions;
  candidate.is_capital = is_capital_word(seen);
  candidate.cache_gain = known.cache_gain;
  candidate.capitalised = is_capitalised ? 1 : 0;
  candidate.text = candidate.is_capital ? text::to_upper(folded)
                   : is_capitalised     ? text::with_casing(folded, text::Casing::kCapitalised)
                                        : candidate.folded;
  return candidate;
}

const std::vector<RunCandidate>& CandidateTable::joined(std::string_view run, std::string_view form) {
  static const std::vector<RunCandidate> kNone;
  const lm::WordId id = forms_.model().id_of(form);
  if (id == lm::kUnknownWord) return kNone;
  const auto [place, is_new] = joined_.try_emplace(std::string(run));
  if (!is_new) return place->second;
  Found found;
  found.word_count = 1;
  found.words[0] = {id, text::is_upper(text::decode_at(run, 0).code_point)};
  found.joined_spaces = static_cast<std::uint8_t>(std::count(run.begin(), run.end(), ' '));
  const std::size_t mark = run.find(kBreakMark);
  if (mark != std::string_view::npos) found.break_bytes = static_cast<std::uint8_t>(mark);
  found.channel_cost = 0.03f * static_cast<float>(form.size()) + usual_->space_nothing() * found.joined_spaces;
  found.total_cost = found.channel_cost + forms_.info(form).unigram_cost;
  place->second.push_back(ready(found, run));
  return place->second;
}

const std::vector<RunCandidate>& CandidateTable::candidates(std::string_view seen, const SearchOptions& options) {
  if (const auto known = runs_.find(seen); known != runs_.end()) return known->second.candidates;
  const auto place = runs_.try_emplace(std::string(seen)).first;
  Run& run = place->second;
  const auto earlier = is_first_pass_ ? earlier_runs_.end() : earlier_runs_.find(place->first);
  const WordTrie known = earlier == earlier_runs_.end() ? WordTrie() : trie_of(earlier->second.words);
  for (const Found& one : found_in(trie_, earlier == earlier_runs_.end() ? trie_ : known, seen, options)) {
    run.candidates.push_back(ready(one, seen));
    if (!is_first_pass_) continue;
    for (std::size_t i = 0; i < one.word_count; ++i) run.words.push_back(one.words[i].id);
  }
  if (!forms_.own_words().forms.empty())
    for (const Found& one : found_in(forms_.own_words().trie, forms_.own_words().trie, seen, options))
      run.candidates.push_back(ready(one, seen));
  return run.candidates;
}

// A trie of nothing but these words.
WordTrie CandidateTable::trie_of(std::vector<std::uint32_t> words) const {
  std::sort(words.begin(), words.end());  // which is the order of their bytes, too
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<TrieWord> all;
  for (const std::uint32_t id : words) all.push_back({form_of(id), id, forms_.unigram_cost(id)});
  return WordTrie(all);
}

// Words of `trie` as usual, and those of `damaged` if need be.
std::vector<Found> CandidateTable::found_in(const WordTrie& trie, const WordTrie& damaged, std::string_view seen,
                                            const SearchOptions& options) {
  std::vector<Found> all = search_.search(*usual_, trie, seen, options);
  if (!options.is_damaged || (!all.empty() && all.front().channel_cost < kMostCostOfSlightDamage)) return all;
  SearchOptions wide = options;
  wide.most_channel_cost += kMoreChannelCostOfDamage;
  wide.most_total_cost += options.may_split ? kMoreTotalCostOfDamage : kMoreTotalCostOfDamagedJoin;
  add_damaged(all, search_.search(*damaged_, damaged, seen, wide));
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.total_cost < b.total_cost; });
  if (all.size() > options.most_found) all.resize(options.most_found);
  return all;
}

// What both searches found costs what the cheaper one says.
void CandidateTable::add_damaged(std::vector<Found>& all, const std::vector<Found>& damaged) const {
  for (Found found : damaged) {
    found.channel_cost += kDamageCost;
    found.total_cost += kDamageCost;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Found& other) {
      if (other.word_count != found.word_count) return false;
      for (std::size_t i = 0; i < found.word_count; ++i)
        if (other.words[i].id != found.words[i].id || other.words[i].is_capitalised != found.words[i].is_capitalised)
          return false;
      return true;
    });
    if (same == all.end())
      all.push_back(found);
    else if (found.total_cost < same->total_cost)
      *same = found;
  }
}

}  // namespace emend::correct
