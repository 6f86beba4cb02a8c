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
constexpr double kLeastCostOfOwnWord = 7.0;

}  // namespace

FormTable::FormTable(std::string_view text, const std::vector<Unit>& units, const lm::LanguageModel& model,
                     const lexicon::Lexicon& lexicon, const Channel& channel, const WordTrie& trie)
    : model_(model), lexicon_(lexicon), channel_(channel), search_(channel, trie), own_search_(channel, own_trie_) {
  lm::LanguageModel::State next;
  unknown_word_cost_ = static_cast<float>(-kLn10 * model.score(lm::LanguageModel::nowhere(), lm::kUnknownWord, next));
  learn_own_words(text, units);
}

void FormTable::learn_own_words(std::string_view text, const std::vector<Unit>& units) {
  double small_words = 0;
  double small_unknown = 0;
  unknown_tokens_ = 1;
  for (const Unit& unit : units) {
    if (unit.kind != lm::LmTokenKind::kWord) continue;
    ++counts_[unit.form];
    const bool is_known = model_.id_of(unit.form) != lm::kUnknownWord;
    unknown_tokens_ += !is_known;
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
        std::all_of(form.begin(), form.end(), [](char c) { return static_cast<unsigned char>(c) >= 'a'; }))
      own.push_back(form);
  std::sort(own.begin(), own.end());
  own_words_ = std::move(own);
  std::vector<TrieWord> words;
  for (std::size_t i = 0; i < own_words_.size(); ++i) {
    const FormInfo& known = info(own_words_[i]);
    own_costs_.push_back(known.word.unknown_cost);
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

const FormInfo& FormTable::info(std::string_view form_view) {
  const std::string form(form_view);
  const auto found = infos_.find(form);
  if (found != infos_.end()) return found->second;
  FormInfo info;
  const auto count = counts_.find(form);
  info.count = count == counts_.end() ? 0 : count->second;
  info.word.id = model_.id_of(form);
  lm::LanguageModel::State next;
  if (info.word.id != lm::kUnknownWord) {
    info.is_known = true;
    info.is_in_dictionary = is_in_dictionary(form);
    info.unigram_cost = static_cast<float>(-kLn10 * model_.score(lm::LanguageModel::nowhere(), info.word.id, next));
  } else {
    info.is_in_dictionary = is_in_dictionary(form);
    double cost = -kLn10 * model_.unknown_word_log_probability(form);
    if (info.is_in_dictionary) cost = std::min<double>(cost, kMostCostOfDictionaryWord);
    // A form that comes again is likelier to be a word than chance would have it.
    if (info.count >= kOccurrencesOfOwnWord)
      cost = std::min(cost, std::max(kLeastCostOfOwnWord, 16.0 - 2 * std::log(static_cast<double>(info.count - 1))));
    info.word.unknown_cost = static_cast<float>(cost);
    info.unigram_cost = info.word.unknown_cost + unknown_word_cost_;
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
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const char c : seen) {
    upper += c >= 'A' && c <= 'Z';
    lower += c >= 'a' && c <= 'z';
  }
  const bool is_capital = upper >= 2 && upper > lower;
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
  }
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
  const auto [place, is_new] = candidates_.try_emplace(std::string(run));
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
  std::vector<RunCandidate>& all = place->second;
  for (const Found& found : search_.search(seen, options)) all.push_back(ready(found, seen));
  if (!own_words_.empty())
    for (const Found& found : own_search_.search(seen, options)) all.push_back(ready(found, seen));
  return all;
}

}  // namespace emend::correct
