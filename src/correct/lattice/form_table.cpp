#include "correct/lattice/form_table.h"

#include <algorithm>
#include <cmath>

#include "lexicon/document_lexicon.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr double kLn10 = 2.302585092994046;

// A word of the dictionary that the training text lacks is rare, but no noise.
constexpr float kMostCostOfDictionaryWord = 9.0f;
// A form that no dictionary has may be meant by other misreadings when it stands so often in the document.
constexpr std::size_t kOccurrencesOfOwnWord = 2;
constexpr std::size_t kLeastOwnWordBytes = 4;

// The share of words that repeat one of the document's own, and how many words the document is padded with for that.
constexpr double kCacheShare = 0.1;
constexpr double kCacheTokens = 300;
constexpr double kMostCacheGain = 12;
// So much likelier a word of the document's own must be than a misreading made again.
constexpr double kLeastLeadOfOwnWord = 2;
// Few words are badly damaged: one in some thirty. What else such a search may cost more.
constexpr float kDamageCost = 3.5f;
constexpr float kMoreChannelCostOfDamage = 9;
constexpr float kMoreTotalCostOfDamage = 5;
constexpr float kMoreTotalCostOfDamagedJoin = 2;

}  // namespace

FormTable::FormTable(std::string_view text, const std::vector<Unit>& units, const lm::LanguageModel& model,
                     const lexicon::Lexicon& lexicon, const Channels& channels, const WordTrie& trie,
                     const FormCounts& corrected)
    : model_(model),
      lexicon_(lexicon),
      channel_(channels.usual),
      search_(channels.usual, trie),
      damaged_search_(channels.damaged, trie),
      own_search_(channels.usual, own_trie_),
      own_damaged_search_(channels.damaged, own_trie_) {
  lm::LanguageModel::State next;
  unknown_word_cost_ = static_cast<float>(-kLn10 * model.score(lm::LanguageModel::nowhere(), lm::kUnknownWord, next));
  for (const auto& [form, more] : corrected) counts_[form] += more;
  learn_own_words(text, units);
}

void FormTable::learn_own_words(std::string_view text, const std::vector<Unit>& units) {
  double small_words = 0;
  double small_unknown = 0;
  for (const Unit& unit : units) {
    if (unit.kind != lm::LmTokenKind::kWord) continue;
    ++counts_[unit.form];
    const bool is_known = model_.id_of(unit.form) != lm::kUnknownWord;
    ++tokens_;
    if (text::is_lower(text::decode_at(text, unit.span.begin).code_point)) {
      ++small_words;
      small_unknown += !is_known;
    }
  }
  // As if every text began with some clean words, so that a short one counts as clean.
  unknown_share_ = static_cast<float>((small_unknown + 0.2) / (small_words + 40));

  std::vector<std::string> own;
  for (const auto& [form, count] : counts_)
    if (count >= kOccurrencesOfOwnWord && form.size() >= kLeastOwnWordBytes && form.size() < kLongestRunBytes &&
        model_.id_of(form) == lm::kUnknownWord &&
        std::all_of(form.begin(), form.end(), [](char c) { return static_cast<unsigned char>(c) >= 'a'; }) &&
        is_own_word(form, count))
      own.push_back(form);
  std::sort(own.begin(), own.end());
  own_words_ = std::move(own);
  std::vector<TrieWord> words;
  for (std::size_t i = 0; i < own_words_.size(); ++i) {
    const FormInfo& known = info(own_words_[i]);
    own_costs_.push_back(known.word.unknown_cost);
    own_gains_.push_back(known.cache_gain);
    words.push_back({own_words_[i], static_cast<std::uint32_t>(model_.vocabulary().size() + i), known.unigram_cost});
  }
  own_trie_ = WordTrie(words);
}

// What the document itself repeats is weighed apart: in a bad text it repeats its misreadings, too.
bool FormTable::is_in_dictionary(const std::string& form) const {
  const lexicon::Answer answer = lexicon_.look_up(form);
  if (answer.verdict != lexicon::Verdict::kWord) return false;
  return answer.source != lexicon::kDocumentSource || model_.id_of(form) != lm::kUnknownWord;
}

// A form that no dictionary has and that comes again is a word of the document's own, or one misreading made again.
// Once it is new and then it is repeated; or it is misread each time.
bool FormTable::is_own_word(const std::string& form, double count) {
  if (is_in_dictionary(form)) return true;
  const double fresh = -kLn10 * model_.unknown_word_log_probability(form) + unknown_word_cost_;
  const double again = -std::log(kCacheShare * (count - 1) / (tokens_ + kCacheTokens));
  SearchOptions options;
  options.most_channel_cost = 14;
  options.most_total_cost = static_cast<float>(fresh);
  options.may_split = false;
  double misread = fresh;
  for (const Found& found : search_.search(form, options)) {
    const std::string meant(form_of(found.words[0].id));
    const auto there = counts_.find(meant);
    double word = found.total_cost - found.channel_cost;
    if (there != counts_.end()) word -= cache_gain(there->second, word);
    misread = std::min(misread, word + found.channel_cost);
  }
  return fresh + (count - 1) * again + kLeastLeadOfOwnWord < count * misread;
}

// The document as a unigram model of its own, mixed with the language model's (Kuhn and De Mori 1990).
float FormTable::cache_gain(double count, double unigram_cost) const {
  if (count <= 0) return 0;
  const double own = kCacheShare * count / (tokens_ + kCacheTokens);
  const double general = std::exp(-unigram_cost);
  return static_cast<float>(std::clamp(std::log(1 - kCacheShare + own / general), 0.0, kMostCacheGain));
}

const FormInfo& FormTable::info(std::string_view form_view) {
  const std::string form(form_view);
  const auto found = infos_.find(form);
  if (found != infos_.end()) return found->second;
  FormInfo info;
  const auto count = counts_.find(form);
  const double here = count == counts_.end() ? 0 : std::max(count->second, 0.0);
  info.count = static_cast<std::size_t>(here + 0.5);
  info.word.id = model_.id_of(form);
  info.is_in_dictionary = is_in_dictionary(form);
  lm::LanguageModel::State next;
  if (info.word.id != lm::kUnknownWord) {
    info.is_known = true;
    info.unigram_cost = static_cast<float>(-kLn10 * model_.score(lm::LanguageModel::nowhere(), info.word.id, next));
    info.cache_gain = cache_gain(here, info.unigram_cost);
    info.own_gain = cache_gain(here - 1, info.unigram_cost);
  } else {
    double cost = -kLn10 * model_.unknown_word_log_probability(form);
    if (info.is_in_dictionary) cost = std::min<double>(cost, kMostCostOfDictionaryWord);
    info.word.unknown_cost = static_cast<float>(cost);
    info.unigram_cost = info.word.unknown_cost + unknown_word_cost_;
    if (std::binary_search(own_words_.begin(), own_words_.end(), form)) {
      info.cache_gain = cache_gain(here, info.unigram_cost);
      info.own_gain = cache_gain(here - 1, info.unigram_cost);
    }
  }
  return infos_.emplace(form, info).first->second;
}

std::string_view FormTable::form_of(std::uint32_t id) const {
  const std::size_t known = model_.vocabulary().size();
  return id < known ? model_.vocabulary().form_of(id) : std::string_view(own_words_[id - known]);
}

RunCandidate FormTable::ready(const Found& found, std::string_view seen) const {
  RunCandidate candidate;
  candidate.channel_cost = found.channel_cost;
  candidate.unigram_cost = found.total_cost - found.channel_cost;
  candidate.confusions = found.confusions;
  candidate.joined_spaces = found.joined_spaces;
  candidate.lost_spaces = found.lost_spaces;
  const bool is_capital = is_capital_word(seen);
  candidate.is_capital = is_capital;
  const std::size_t known = model_.vocabulary().size();
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
    candidate.text += cased;
    if (found.words[i].is_capitalised || form == "i") candidate.capitalised |= static_cast<std::uint8_t>(1u << i);
    if (id < known)
      candidate.words.push_back({id, 0});
    else
      candidate.words.push_back({lm::kUnknownWord, own_costs_[id - known]});
    const auto there = counts_.find(form);
    if (id >= known)
      candidate.cache_gain += own_gains_[id - known];
    else if (there != counts_.end())
      candidate.cache_gain += cache_gain(there->second, id_cost(id));
  }
  return candidate;
}

RunCandidate FormTable::spelled(std::string_view folded, std::string_view seen, bool is_capitalised,
                                double channel_cost, int confusions) {
  const FormInfo& known = info(folded);
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

float FormTable::case_cost(lm::WordId id, bool is_capitalised) const {
  if (id < lm::kFirstWord) return 0;
  const lm::WordCounts counts = model_.vocabulary().counts_of(id);
  // Half a word in each casing is taken as seen, and the training text as less fond of capitals than others.
  const double capitalised = counts.capitalised + 0.5 + 0.004 * counts.lower;
  const double lower = counts.lower + 0.5;
  return static_cast<float>(-std::log((is_capitalised ? capitalised : lower) / (capitalised + lower)));
}

const std::vector<RunCandidate>& FormTable::joined(std::string_view run, std::string_view form) {
  const auto [place, is_new] = joined_.try_emplace(std::string(run));
  if (!is_new) return place->second;
  const lm::WordId id = model_.id_of(form);
  if (id == lm::kUnknownWord) return place->second;
  Found found;
  found.word_count = 1;
  found.words[0] = {id, text::is_upper(text::decode_at(run, 0).code_point)};
  found.joined_spaces = static_cast<std::uint8_t>(std::count(run.begin(), run.end(), ' '));
  const std::size_t mark = run.find(kBreakMark);
  if (mark != std::string_view::npos) found.break_bytes = static_cast<std::uint8_t>(mark);
  found.channel_cost = 0.03f * static_cast<float>(form.size()) + channel_.space_nothing() * found.joined_spaces;
  found.total_cost = found.channel_cost + info(form).unigram_cost;
  place->second.push_back(ready(found, run));
  return place->second;
}

const std::vector<RunCandidate>& FormTable::candidates(std::string_view seen, const SearchOptions& options) {
  const auto [place, is_new] = candidates_.try_emplace(std::string(seen));
  if (!is_new) return place->second;
  const auto search = [&](CandidateSearch& usual, CandidateSearch& damaged) {
    std::vector<Found> all = usual.search(seen, options);
    if (options.is_damaged) {
      SearchOptions wide = options;
      wide.most_channel_cost += kMoreChannelCostOfDamage;
      wide.most_total_cost += options.may_split ? kMoreTotalCostOfDamage : kMoreTotalCostOfDamagedJoin;
      add_damaged(all, damaged.search(seen, wide));
      std::stable_sort(all.begin(), all.end(),
                       [](const Found& a, const Found& b) { return a.total_cost < b.total_cost; });
      if (all.size() > options.most_found) all.resize(options.most_found);
    }
    for (const Found& found : all) place->second.push_back(ready(found, seen));
  };
  search(search_, damaged_search_);
  if (!own_words_.empty()) search(own_search_, own_damaged_search_);
  return place->second;
}

float FormTable::id_cost(lm::WordId id) const {
  lm::LanguageModel::State next;
  return static_cast<float>(-kLn10 * model_.score(lm::LanguageModel::nowhere(), id, next));
}

// What both searches found costs what the cheaper one says.
void FormTable::add_damaged(std::vector<Found>& all, const std::vector<Found>& damaged) const {
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
