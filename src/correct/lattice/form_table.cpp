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
// In a text with fewer unknown words nothing is doubted.
constexpr float kLeastShareOfDoubt = 0.02f;
// Words from this cost on may be doubted when they come again; what it costs that a word is misread as it was before;
// and so much likelier than one misreading made again such a word may be and still be doubted.
constexpr float kLeastCostOfDoubtful = 9;
constexpr double kMostCostOfSameMisreading = 3;
constexpr double kMostLeadOfDoubtful = 4;

}  // namespace

FormTable::FormTable(std::string_view text, const std::vector<Unit>& units, FormList& forms,
                     const lm::LanguageModel& model, const lexicon::Lexicon& lexicon, const WordTrie& trie)
    : model_(model), lexicon_(lexicon), trie_(trie), units_(units), forms_(forms) {
  unknown_word_cost_ = unigram_cost(lm::kUnknownWord);
  add_entries();
  double small_words = 0;
  double small_unknown = 0;
  for (const Unit& unit : units) {
    if (unit.kind != lm::LmTokenKind::kWord) continue;
    Entry& here = entry(unit.form);
    if (here.in_text == 0) here.info.word.id = model_.id_of(forms.form(unit.form));
    ++here.in_text;
    ++tokens_;
    if (unit.is_in_capitals || text::is_lower(text::decode_at(text, unit.span.begin).code_point)) {
      ++small_words;
      small_unknown += here.info.word.id == lm::kUnknownWord;
    }
  }
  // As if every text began with some clean words, so that a short one counts as clean.
  unknown_share_ = static_cast<float>((small_unknown + 0.2) / (small_words + 40));
}

// One for each form that has come since.
void FormTable::add_entries() {
  for (; entries_ < forms_.size(); ++entries_) {
    if (entries_ % kEntriesInBlock == 0) blocks_.push_back(std::make_unique<Entry[]>(kEntriesInBlock));
    entry(static_cast<Number>(entries_)).form = static_cast<Number>(entries_);
  }
}

void FormTable::begin_pass(const Channel& channel, const FormCounts& corrected, CandidateSearch& search) {
  for (Number form = 0; form < entries_; ++form) {
    Entry& here = entry(form);
    here.count = here.in_text;
    here.is_doubted = here.is_own = here.is_counted = here.is_alone = false;
  }
  for (const auto& [form, more] : corrected) {
    const Number number = forms_.number_of(form);
    add_entries();
    entry(number).count += more;
  }
  own_ = {};
  learn_own_words(channel, search);
}

void FormTable::learn_own_words(const Channel& channel, CandidateSearch& search) {
  std::vector<Entry*> own;
  for (std::size_t number = 0; number < entries_; ++number) {
    Entry& here = entry(static_cast<Number>(number));
    const std::string_view form = forms_.form(here.form);
    if (is_doubtful(here, channel, search)) here.is_doubted = true;
    if (here.count < kOccurrencesOfOwnWord || form.size() < kLeastOwnWordBytes || form.size() >= kLongestRunBytes)
      continue;
    if (!std::all_of(form.begin(), form.end(), [](char c) { return static_cast<unsigned char>(c) >= 'a'; })) continue;
    look_up(here);
    if (!here.info.is_known && is_own_word(here, channel, search)) own.push_back(&here);
  }
  std::sort(own.begin(), own.end(),
            [&](const Entry* a, const Entry* b) { return forms_.form(a->form) < forms_.form(b->form); });
  std::vector<TrieWord> words;
  for (Entry* here : own) {
    here->is_own = true;
    const FormInfo& known = filled(*here);
    words.push_back({forms_.form(here->form),
                     static_cast<std::uint32_t>(model_.vocabulary().size() + own_.forms.size()), known.unigram_cost});
    own_.forms.emplace_back(forms_.form(here->form));
    own_.costs.push_back(known.word.unknown_cost);
    own_.gains.push_back(known.cache_gain);
  }
  if (!words.empty()) own_.trie = WordTrie(words);
}

// What the document itself repeats is weighed apart: in a bad text it repeats its misreadings, too.
void FormTable::ask_dictionary(Entry& here) {
  if (here.is_dictionary_asked) return;
  here.is_dictionary_asked = true;
  const lexicon::Answer answer = lexicon_.look_up(forms_.form(here.form));
  here.info.is_in_dictionary =
      answer.verdict == lexicon::Verdict::kWord && (here.info.is_known || answer.source != lexicon::kDocumentSource);
}

const FormInfo& FormTable::info(Number form) {
  add_entries();
  Entry& here = entry(form);
  const FormInfo& info = filled(here);
  ask_dictionary(here);
  return info;
}

// A form that no dictionary has and that comes again is a word of the document's own, or one misreading made again.
// Once it is new and then it is repeated; or it is misread each time.
bool FormTable::is_own_word(Entry& here, const Channel& channel, CandidateSearch& search) {
  if (here.info.is_in_dictionary) return true;
  const double fresh = -kLn10 * model_.unknown_word_log_probability(forms_.form(here.form)) + unknown_word_cost_;
  const double again = -std::log(kCacheShare * (here.count - 1) / (tokens_ + kCacheTokens));
  SearchOptions options;
  options.most_channel_cost = 14;
  options.most_total_cost = static_cast<float>(fresh);
  options.may_split = false;
  double misread = fresh;
  for (const Found& found : search.search(channel, trie_, forms_.form(here.form), options)) {
    const double word = found.total_cost - found.channel_cost;
    const double gain = cache_gain_of(model_.vocabulary().form_of(found.words[0].id), word);
    misread = std::min(misread, word - gain + found.channel_cost);
  }
  return fresh + (here.count - 1) * again + kLeastLeadOfOwnWord < here.count * misread;
}

// A rare word that stands here again and again may be one misreading of a common word made again: "foi" for "for".
// Once misread so, a word is likelier to be misread so again.
bool FormTable::is_doubtful(Entry& here, const Channel& channel, CandidateSearch& search) {
  const std::string_view form = forms_.form(here.form);
  if (unknown_share_ < kLeastShareOfDoubt) return false;
  if (here.count < kOccurrencesOfOwnWord || form.size() >= kLongestRunBytes) return false;
  if (form.empty() || static_cast<unsigned char>(form[0]) < 'a') return false;
  look_up(here);
  if (!here.info.is_known || here.info.unigram_cost < kLeastCostOfDoubtful) return false;
  const double again = -std::log(kCacheShare * (here.count - 1) / (tokens_ + kCacheTokens));
  const double meant = here.info.unigram_cost + (here.count - 1) * std::min<double>(again, here.info.unigram_cost);
  SearchOptions options;
  options.most_channel_cost = 10;
  options.most_total_cost = here.info.unigram_cost + 3;
  options.may_split = false;
  const std::vector<Found>& found = search.search(channel, trie_, form, options);
  return std::any_of(found.begin(), found.end(), [&](const Found& other) {
    const std::string_view word = model_.vocabulary().form_of(other.words[0].id);
    if (word == form) return false;
    const double unigram = other.total_cost - other.channel_cost;
    const double cost = unigram - cache_gain_of(word, unigram);
    const double misread = cost + other.channel_cost +
                           (here.count - 1) * (cost + std::min<double>(other.channel_cost, kMostCostOfSameMisreading));
    return misread < meant + kMostLeadOfDoubtful;
  });
}

// The document as a unigram model of its own, mixed with the language model's (Kuhn and De Mori 1990).
float FormTable::cache_gain(double count, double unigram_cost) const {
  if (count <= 0) return 0;
  const double own = kCacheShare * count / (tokens_ + kCacheTokens);
  const double general = std::exp(-unigram_cost);
  return static_cast<float>(std::clamp(std::log(1 - kCacheShare + own / general), 0.0, kMostCacheGain));
}

float FormTable::cache_gain_of(std::string_view form, double unigram_cost) const {
  const auto found = forms_.find(form);
  return !found || *found >= entries_ ? 0 : cache_gain(entry(*found).count, unigram_cost);
}

void FormTable::look_up(Entry& here) {
  if (here.is_looked_up) return;
  here.is_looked_up = true;
  FormInfo& info = here.info;
  info.word.id = model_.id_of(forms_.form(here.form));
  info.is_known = info.word.id != lm::kUnknownWord;
  if (info.is_known) {
    info.unigram_cost = unigram_cost(info.word.id);
  } else {
    ask_dictionary(here);
    double cost = -kLn10 * model_.unknown_word_log_probability(forms_.form(here.form));
    if (info.is_in_dictionary) cost = std::min<double>(cost, kMostCostOfDictionaryWord);
    info.word.unknown_cost = static_cast<float>(cost);
    info.unigram_cost = info.word.unknown_cost + unknown_word_cost_;
  }
}

const FormInfo& FormTable::filled(Entry& here) {
  if (here.is_counted) return here.info;
  here.is_counted = true;
  look_up(here);
  FormInfo& info = here.info;
  const double count = std::max(here.count, 0.0);
  info.count = static_cast<std::size_t>(count + 0.5);
  const bool may_come_again = (info.is_known && !here.is_doubted) || here.is_own;
  info.cache_gain = may_come_again ? cache_gain(count, info.unigram_cost) : 0;
  info.own_gain = may_come_again ? cache_gain(count - 1, info.unigram_cost) : 0;
  return info;
}

float FormTable::case_cost(lm::WordId id, bool is_capitalised) const {
  if (id < lm::kFirstWord) return 0;
  const lm::WordCounts counts = model_.vocabulary().counts_of(id);
  // Half a word in each casing is taken as seen, and the training text as less fond of capitals than others.
  const double capitalised = counts.capitalised + 0.5 + 0.004 * counts.lower;
  const double lower = counts.lower + 0.5;
  return static_cast<float>(-std::log((is_capitalised ? capitalised : lower) / (capitalised + lower)));
}

float FormTable::unigram_cost(lm::WordId id) const {
  lm::LanguageModel::State next;
  return static_cast<float>(-kLn10 * model_.score(lm::LanguageModel::nowhere(), id, next));
}

}  // namespace emend::correct
